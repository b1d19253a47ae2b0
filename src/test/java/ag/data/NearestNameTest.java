package ag.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {
    @ParameterizedTest
    @CsvSource({
        // The textbook examples of the edit distance, and a swap of neighbours as one change
        "kitten, sitting, 3",
        "saturday, sunday, 3",
        "flaw, lawn, 2",
        "weight, weigth, 1",
        "ca, abc, 3",
        "abc, abc, 0",
        "'', abc, 3",
        "abc, '', 3"
    })
    void distanceIsTheNumberOfSingleLetterChanges(String a, String b, int changes) {
        assertThat(NearestName.distance(a, b)).isEqualTo(changes);
        assertThat(NearestName.distance(b, a)).isEqualTo(changes);
    }

    @Test
    void slipFindsTheNameThatWasMeant() {
        List<String> names = List.of("petal", "sepal", "species", "");
        assertThat(NearestName.of("sepl", names)).contains("sepal");
        assertThat(NearestName.of("SPECIES", names)).contains("species");
        assertThat(NearestName.of("psetal", names)).contains("petal");
        assertThat(NearestName.of("price", names)).isEmpty();
        assertThat(NearestName.of("", names)).isEmpty();
    }

    @Test
    void ofTwoThatAreEquallyNearTheFirstInTheAlphabetIsTaken() {
        assertThat(NearestName.of("bat", List.of("cat", "bad", "rat"))).contains("bad");
    }
}
