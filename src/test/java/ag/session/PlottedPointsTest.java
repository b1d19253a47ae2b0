package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import ag.chart.Curve;
import ag.result.Result;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each point of a plotted curve is what a question for the value at this place gives. */
final class PlottedPointsTest {
    private static final String START = "v = [3, 5, 4, 4.5]; f(x) = x^3 - 2x; let a = 2\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        plot v                            | v[%s]            | 0    | 3
        plot [a, a^2]                     | [2, 4][%s]       | 0    | 1
        plot f for x in -1..2             | f(%s)            | -1   | 2
        plot f' for x in -1..2            | 3*(%s)^2 - 2     | -1   | 2
        plot a*exp(-x) for x in 0..3      | 2*exp(-(%s))     | 0    | 3
        plot tangent f at 1 for x in -1..2 | -2 + (%s)       | -1   | 2
        """)
    void hasTheValueThere(String statement, String value, double from, double to) {
        Answers answers = Answers.after(START);
        answers.run(statement);
        Curve curve = answers.results().stream()
                .filter(Result.Plotted.class::isInstance)
                .flatMap(result -> ((Result.Plotted) result).chart().series().stream())
                .filter(Curve.class::isInstance)
                .map(Curve.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(curve.x().at(0)).isEqualTo(from);
        assertThat(curve.x().at(curve.x().size() - 1)).isEqualTo(to);
        for (int i = 0; i < curve.x().size(); i += Math.max(1, curve.x().size() / 20)) {
            String place = Double.toString(curve.x().at(i)).replaceFirst("\\.0$", "");
            double expected = Double.parseDouble(answers.value(value.replace("%s", place)));
            assertThat(curve.y().at(i)).isCloseTo(expected, Offset.offset(1e-12 * (1 + Math.abs(expected))));
        }
    }

    /** The axes have the letters of what is drawn; x stands for letters that differ. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        plot t^2                                | t | t^2
        plot y^2                                | y | y^2
        plot L                                  | a | L
        plot g                                  | t | g
        plot g, g'                              | t | ''
        plot g, h                               | x | ''
        plot k -> k^2                           | k | k -> k^2
        plot sin                                | x | sin
        plot w                                  | p | q
        plot w for p in 0..1                    | p | q
        plot w for x in 0..1, y in 0..1         | x | y
        """)
    void theAxesAreNamedAfterWhatIsDrawn(String statement, String across, String up) {
        Answers answers = Answers.after(START + "L = a^2; g(t) = t^2; h(u) = u^3; w(p, q) = p*q\n");
        answers.run(statement);
        Result.Plotted plotted = answers.results().stream()
                .filter(Result.Plotted.class::isInstance)
                .map(Result.Plotted.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(plotted.chart().x().label()).isEqualTo(across);
        assertThat(plotted.chart().y().label()).isEqualTo(up);
    }
}
