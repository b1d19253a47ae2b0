package ag.chart.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import ag.chart.Axis;
import ag.chart.Chart;
import ag.chart.Curve;
import ag.chart.Field;
import ag.chart.Marker;
import ag.chart.Points;
import ag.chart.RandomChart;
import ag.chart.Range;
import ag.chart.Samples;
import ag.chart.Series;
import ag.chart.Shading;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
final class TerminalRendererTest {
    private static final Range UNIT = new Range(0, 1);

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 57, 80, 200})
    void noChartIsWiderThanItsWidthOrOtherThanItsHeight(int width) {
        for (int seed = 0; seed < 300; seed++) {
            int height = 10 + seed % 30;
            for (boolean unicode : new boolean[] {true, false}) {
                String text = new TerminalRenderer(width, height, unicode, false).render(RandomChart.of(seed));
                assertThat(text.split("\n", -1))
                        .as("seed %d", seed)
                        .hasSize(height)
                        .allMatch(line -> TerminalText.width(line) <= width);
            }
        }
    }

    @Test
    void colourAddsEscapeSequencesAndNothingElse() {
        for (int seed = 0; seed < 300; seed++) {
            Chart chart = RandomChart.of(seed);
            String plain = new TerminalRenderer(60, 20, true, false).render(chart);
            String colored = new TerminalRenderer(60, 20, true, true).render(chart);
            String bare = colored.replaceAll("\u001b\\[[0-9;]*m", "");
            assertThat(bare.lines().map(String::stripTrailing))
                    .as("seed %d", seed)
                    .containsExactlyElementsOf(plain.lines().toList());
            assertThat(colored.lines().filter(line -> line.contains("\u001b")))
                    .allMatch(line -> line.lastIndexOf('\u001b') == line.lastIndexOf("\u001b[0m"));
        }
    }

    @Test
    void withoutColourNothingCanMoveTheCursor() {
        for (int seed = 0; seed < 300; seed++) {
            String text = new TerminalRenderer(60, 20, true, false).render(RandomChart.of(seed));
            assertThat(text.codePoints().filter(Character::isISOControl)).containsOnly((int) '\n');
        }
    }

    @Test
    void withoutUnicodeAChartIsPlainAscii() {
        for (int seed = 0; seed < 300; seed++) {
            assertThat(new TerminalRenderer(60, 20, false, false).render(RandomChart.of(seed)))
                    .isASCII();
        }
    }

    @Test
    void aLineRunsFromCornerToCornerBesideItsNumbers() {
        String text = new TerminalRenderer(22, 10, false, false).render(diagonal());
        // Ten lines less two for the axis below; 22 cells less three for numbers and one for the axis.
        Set<List<Integer>> expected = cells(18, 8);
        List<String> lines = text.lines().toList();
        for (int row = 0; row < 8; row++) {
            for (int column = 0; column < 18; column++) {
                boolean star = expected.contains(List.of(column, row));
                String line = lines.get(row) + " ".repeat(22);
                assertThat(line.charAt(4 + column)).isEqualTo(star ? '*' : ' ');
            }
        }
        assertThat(lines.get(0)).startsWith("1.0+");
        assertThat(lines.get(7)).startsWith("0.0+");
        assertThat(lines.get(8)).isEqualTo("   ++----------------+");
        assertThat(lines.get(9)).isEqualTo("    0                1");
    }

    @Test
    void brailleShowsDotsFinerThanCells() {
        String text = new TerminalRenderer(22, 10, true, false).render(diagonal());
        // 2 dots a cell across and 4 down.
        long dots = text.codePoints()
                .filter(TerminalRendererTest::isBraille)
                .map(letter -> Integer.bitCount(letter - 0x2800))
                .sum();
        assertThat(dots).isEqualTo(cells(36, 32).size());
        assertThat(text.lines().toList().get(7)).startsWith("0.0┤⡠");
    }

    private static Chart diagonal() {
        return chart(UNIT, Curve.of("f", x -> x, UNIT, 50));
    }

    /** Where 50 samples of y = x fall; neighbours are at most a cell apart. */
    private static Set<List<Integer>> cells(int columns, int rows) {
        return IntStream.range(0, 50)
                .mapToObj(i -> i / 49.0)
                .map(x -> List.of((int) Math.round(x * (columns - 1)), (int) Math.round((1 - x) * (rows - 1))))
                .collect(Collectors.toSet());
    }

    private static boolean isBraille(int letter) {
        return letter > 0x2800 && letter <= 0x28FF;
    }

    @Test
    void severalCurvesDifferInMoreThanColour() {
        Chart chart = chart(
                new Range(-1, 4),
                Curve.of("one", _ -> 1, UNIT, 9),
                Curve.of("two", _ -> 2, UNIT, 9),
                Curve.of("three", _ -> 3, UNIT, 9));
        String ascii = new TerminalRenderer(50, 16, false, false).render(chart);
        assertThat(ascii)
                .contains("**** one", "==== two", "~~~~ three", "*".repeat(40), "=".repeat(40), "~".repeat(40));
        String braille = new TerminalRenderer(50, 16, true, false).render(chart);
        List<String> lines = braille.lines()
                .filter(line -> line.codePoints().anyMatch(TerminalRendererTest::isBraille))
                .map(line -> line.substring(line.indexOf('│') + 1))
                .toList();
        assertThat(lines).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void regionsDifferInTextureAndPointsLieOnTop() {
        Field field = new Field("net", Samples.of(-1, 1, -1, 1), 2, 2, UNIT, UNIT, new Shading.Level(0));
        Points left = new Points("left", new double[] {0.25}, new double[] {0.5}, Marker.CIRCLE);
        Points right = new Points("right", new double[] {0.75}, new double[] {0.5}, Marker.SQUARE);
        String text = new TerminalRenderer(40, 12, false, false).render(chart(UNIT, field, left, right));
        String middle = text.lines()
                .filter(line -> line.contains("#."))
                .reduce((_, last) -> last)
                .orElseThrow();
        assertThat(middle).containsPattern("[|+] +o +\\.+#\\.+$");
        assertThat(text).contains("o left   # right");
    }

    @Test
    void namesAreSpeltInAsciiWhereThatIsAllThereIs() {
        TerminalText ascii = new TerminalText(false);
        assertThat(ascii.clean("∂L/∂w₁ ≥ σ(θ²) · é − 漢")).isEqualTo("dL/dw1 >= sigma(theta2) * e - ?");
        assertThat(new TerminalText(true).clean("∂L\u001b[2J\n")).isEqualTo("∂L [2J ");
        // The override that turns what follows right to left.
        assertThat(new TerminalText(true).clean("a\u202eb")).isEqualTo("ab");
    }

    @Test
    void wideLettersCountTwiceAndCombiningOnesNotAtAll() {
        assertThat(TerminalText.width("漢字")).isEqualTo(4);
        assertThat(TerminalText.width("e\u0301")).isEqualTo(1);
        assertThat(TerminalText.width("\ud83d\ude00")).isEqualTo(2);
        assertThat(new TerminalText(true).fit("漢字です", 6)).isEqualTo("漢字…");
        assertThat(new TerminalText(true).fit("漢字です", 8)).isEqualTo("漢字です");
    }

    @Test
    void aWideLetterIsNotCutInTwoAtTheEdge() {
        Cells cells = new Cells(3, 1);
        cells.write(0, 0, "漢字", Cells.PLAIN);
        assertThat(cells.text(false)).isEqualTo("漢");
    }

    @Test
    void anEmptyChartSaysSo() {
        assertThat(new TerminalRenderer(40, 12, true, false).render(chart(UNIT)))
                .contains("nothing to draw");
    }

    private static Chart chart(Range height, Series... series) {
        return new Chart("", Axis.of(""), Axis.over("", height), List.of(series));
    }
}
