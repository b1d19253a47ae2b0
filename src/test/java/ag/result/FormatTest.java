package ag.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Long values are cut after forty things, and say how many there are. */
final class FormatTest {
    private static final int MOST = 40;
    private final Format format = new Format(6);

    private static double[] counted(int size) {
        return IntStream.rangeClosed(1, size).asDoubleStream().toArray();
    }

    private static String listed(int size) {
        return String.join(
                ", ",
                IntStream.rangeClosed(1, Math.min(size, MOST))
                        .mapToObj(String::valueOf)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 39, 40, 41, 400})
    void fortyThingsAreShown(int size) {
        String rest = size > MOST ? ", … " + size + " in all]" : "]";
        assertThat(format.text(new Plain.Vector(counted(size)))).isEqualTo("[" + listed(size) + rest);
        List<Plain> items = IntStream.rangeClosed(1, size)
                .mapToObj(i -> (Plain) new Plain.Real(i))
                .toList();
        assertThat(format.text(new Plain.Items(items))).isEqualTo("[" + listed(size) + rest);
        String rows = format.text(new Plain.Matrix(size, 1, counted(size)));
        assertThat(rows.lines()).hasSize(Math.min(size, MOST) + (size > MOST ? 1 : 0));
        assertThat(rows).endsWith(size > MOST ? ",\n … " + size + " rows in all]" : "[" + size + "]]");
        assertThat(format.text(new Plain.Matrix(1, size, counted(size)))).isEqualTo("[[" + listed(size) + rest + "]");
    }

    /** In lists of lists, as many as forty lists of forty are with themselves. */
    @Test
    void listsOfListsAreCutInAll() {
        Plain row = new Plain.Items(Collections.nCopies(MOST, new Plain.Real(7)));
        Plain square = new Plain.Items(Collections.nCopies(MOST, row));
        assertThat(format.text(square)).doesNotContain("…");
        String cube = format.text(new Plain.Items(Collections.nCopies(MOST, square)));
        assertThat(cube.chars().filter(c -> c == '7' || c == '[').count()).isEqualTo((MOST + 1L) * (MOST + 1));
        assertThat(cube).endsWith(MOST + " in all]").contains("… " + MOST + " in all], ");
    }

    @Test
    void textsInListsHaveQuotesAndOthersNone() {
        Plain text = new Plain.Text("a, b");
        assertThat(format.text(text)).isEqualTo("a, b");
        assertThat(format.text(new Plain.Items(List.of(text, new Plain.Truth(true), new Plain.Vector(counted(2))))))
                .isEqualTo("[\"a, b\", true, [1, 2]]");
        assertThat(format.text(new Plain.Items(List.of()))).isEqualTo("[]");
        assertThat(format.text(new Plain.Real(1.0 / 3))).isEqualTo("0.333333");
        assertThat(new Format(3).text(new Plain.Vector(new double[] {1.0 / 3}))).isEqualTo("[0.333]");
    }
}
