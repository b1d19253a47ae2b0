package ag.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
final class NearestTest {
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
        assertThat(Nearest.distance(a, b)).isEqualTo(changes);
        assertThat(Nearest.distance(b, a)).isEqualTo(changes);
    }

    @Test
    void slipFindsTheNameThatWasMeant() {
        List<String> names = List.of("petal", "sepal", "species", "");
        assertThat(Nearest.to("sepl", names)).contains("sepal");
        assertThat(Nearest.to("SPECIES", names)).contains("species");
        assertThat(Nearest.to("psetal", names)).contains("petal");
        assertThat(Nearest.to("price", names)).isEmpty();
        assertThat(Nearest.to("", names)).isEmpty();
    }

    @Test
    void ofTwoThatAreEquallyNearTheFirstInTheAlphabetIsTaken() {
        assertThat(Nearest.to("bat", List.of("cat", "bad", "rat"))).contains("bad");
    }

    @Test
    void swappedLettersAreALikelierSlipThanAMissingOne() {
        assertThat(Nearest.to("tahn", List.of("tan", "tanh"))).contains("tanh");
    }

    @Test
    void aNameOfWhichNoLetterIsLeftIsNotNear() {
        assertThat(Nearest.to("q", List.of("e", "pi"))).isEmpty();
        assertThat(Nearest.to("x", List.of("xy", "x"))).isEmpty();
    }

    @Test
    void longNamesNeedLittleMemory() {
        String name = "n".repeat(20_000);
        assertThat(Nearest.to(name + "m", List.of(name))).contains(name);
    }
}
