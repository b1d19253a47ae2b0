package ag.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import ag.lang.source.SourceText;
import ag.machine.FileAccess;
import ag.session.Interruption;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much an editor is shown of what a program gives. */
final class BoundedRunTest {
    private static BoundedRun run(String program) {
        Analysis analysis = new Analysis("file:///p.ag", 1, new SourceText("p.ag", program));
        return BoundedRun.of(analysis, FileAccess.NONE, Interruption.none());
    }

    /** A formula of more than four inputs is shown without its slopes. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 5, 6})
    void slopesInUpToFourInputsAreShown(int inputs) {
        String lets = IntStream.rangeClosed(1, inputs)
                .mapToObj(i -> "let a" + i + " = 2")
                .collect(Collectors.joining("; "));
        String sum =
                IntStream.rangeClosed(1, inputs).mapToObj(i -> i + "*a" + i).collect(Collectors.joining(" + "));
        String slopes = IntStream.rangeClosed(1, inputs)
                .mapToObj(i -> "∂/∂a" + i + " = " + i)
                .collect(Collectors.joining("  "));
        String value = String.valueOf(inputs * (inputs + 1));
        assertThat(run(lets + "\nL = " + sum).values().get("L"))
                .isEqualTo("L = " + value + (inputs <= 4 ? "   " + slopes : ""));
    }

    @Test
    void aLongLineIsCut() {
        String fits = "x".repeat(90);
        assertThat(run("print \"" + fits + "\"\nprint \"" + fits + "y\"").said())
                .extracting(BoundedRun.Said::text)
                .containsExactly(fits, fits.substring(1) + "…");
    }
}
