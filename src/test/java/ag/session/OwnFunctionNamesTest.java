package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import ag.lang.source.SourceText;
import ag.machine.FileAccess;
import ag.machine.ThisMachine;
import ag.result.Format;
import ag.result.print.Style;
import ag.result.print.TextPrinter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A function of the program means the same under a name that a built-in function has. */
final class OwnFunctionNamesTest {
    private static final String ASKED = """
        own(t) = t^3 + 2t
        let x = 2
        own(3)
        own'(3)
        own''(3)
        own''(x) + own(x)
        derive own(x)
        derive own'(x)
        derive own(x)^2
        grad(own(x), x)
        grad(own'(x), x)
        solve own(z) = 12
        solve own'(z) = 14
        tangent own at 1
        extrema own(z) - 5z on -3..3
        limit (own(z) - 12)/(z - 2) as z -> 2
        integral(own, 0, 2)
        integral(own', 0, 2)
        y = own(x)
        explain y
        guess own' = 3t^2 + 2
        own(t) = 5t
        own'(3)
        y
        """;

    @ParameterizedTest
    @ValueSource(strings = {"sin", "abs", "exp", "cos"})
    void meansTheSame(String name) {
        List<String> expected = said(ASKED);
        assertThat(said(ASKED.replace("own", name)).stream()
                        .map(line -> line.replace(name, "own"))
                        .toList())
                .isEqualTo(expected);
    }

    private static List<String> said(String program) {
        List<String> said = new ArrayList<>();
        TextPrinter printer = new TextPrinter(Style.PLAIN, new Format(6));
        Session session = new Session(
                result -> said.addAll(printer.text(result).lines().toList()),
                ThisMachine.host(FileAccess.NONE),
                Interruption.none());
        assertThat(session.run(new SourceText("program", program))).isEmpty();
        return said;
    }
}
