package ag.files.page;

import static org.assertj.core.api.Assertions.assertThat;

import ag.lang.source.SourceText;
import ag.machine.ThisMachine;
import ag.result.DerivativeResult.Traced;
import ag.result.Format;
import ag.result.Result;
import ag.session.Interruption;
import ag.session.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of {@code explore} and {@code graph}, used as a person does. */
@Tag("slow")
final class PageInBrowserTest {
    private static final String TEXTBOOK = """
        let w1 = 0.2, w2 = 0.4, x1 = -0.4, x2 = 0.5
        z = w1*x1 + w2*x2; G = sigmoid(z); u = w1^2 + w2^2; R = 0.5u
        f = G + R
        """;
    private static final String CURVES_ARE_DRAWN = "document.getElementById('inputs').ariaBusy === 'false'";
    private static final int ARROW_LEFT = 37;
    private static final int ARROW_RIGHT = 39;
    private static final int ENTER = 13;

    @TempDir
    private Path folder;

    private List<Result> run(String program) {
        List<Result> results = new ArrayList<>();
        Session session =
                new Session(results::add, ThisMachine.host((path, _) -> folder.resolve(path)), Interruption.none());
        assertThat(session.run(new SourceText("test", program))).isEmpty();
        return results;
    }

    private Browser open(String program) throws Exception {
        run(program + " to \"page.html\"");
        return Browser.open(folder.resolve("page.html"), Files.createDirectory(folder.resolve("profile")));
    }

    /** Name, value and gradient of each row, as ag traces them. */
    private List<String> traced(String program) {
        Format format = new Format(Format.STANDARD_DIGITS);
        Traced traced = (Traced) run(program).getLast();
        return traced.rows().stream()
                .map(row -> row.name() + " | " + format.text(row.value()) + " | " + format.text(row.gradient()))
                .toList();
    }

    private static List<String> table(Browser browser) throws Exception {
        return browser.evaluate("[...document.querySelectorAll('#trace tr')].map((row) =>"
                        + " [0, 2, 4].map((k) => row.cells[k].textContent).join(' | ')).join('\\n')")
                .lines()
                .toList();
    }

    /** The same from the boxes of the picture. */
    private static List<String> boxes(Browser browser) throws Exception {
        return browser.evaluate("[...document.querySelectorAll(\"[id^='value-']\")].map((box) => {"
                        + " const lines = [...box.querySelectorAll('text')].map((line) => line.textContent);"
                        + " return [lines[0], lines[1].replace('value ', ''), lines[2].replace('gradient ', '')]"
                        + ".join(' | '); }).join('\\n')")
                .lines()
                .toList();
    }

    private static String field(Browser browser, int input) throws Exception {
        return browser.evaluate("document.getElementById('number-" + input + "').value");
    }

    /** Beyond the edge of a picture nothing is seen: the last line is the answer. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x^2",
                "x^2*sin(x)/sqrt(1 + x^2)",
                "((x + 1)/(x - 1))/((x^2 + 1)/(x^2 - 1))",
                "e^(-x^2/2)/sqrt(2*pi) + ln(x^2 + 1)*atan(x/2)/(1 + x + x^2)",
                "sin(sin(sin(sin(x^2 + 1)))) + cos(cos(cos(x)))",
                "x^x^x"
            })
    void aPictureOfADerivationHoldsAllOfIt(String formula) throws Exception {
        run("f(x) = " + formula + "\nderive f to \"f.svg\"");
        try (Browser browser =
                Browser.open(folder.resolve("f.svg"), Files.createDirectory(folder.resolve("profile")))) {
            String room = "document.querySelector('foreignObject')";
            String table = "document.querySelector('table')";
            assertThat(number(browser, table + ".scrollHeight"))
                    .isBetween(1.0, number(browser, room + ".height.baseVal.value"));
            assertThat(number(browser, table + ".scrollWidth"))
                    .isBetween(1.0, number(browser, room + ".width.baseVal.value"));
        }
    }

    private static double number(Browser browser, String expression) throws Exception {
        return Double.parseDouble(browser.evaluate("String(" + expression + ")"));
    }

    @Test
    void whenASliderMovesEveryNumberOfThePageIsTheOneOfAg() throws Exception {
        try (Browser browser = open(TEXTBOOK + "explore f")) {
            assertThat(table(browser)).containsExactlyElementsOf(traced(TEXTBOOK + "trace f"));

            browser.focus("#slider-0");
            for (int i = 0; i < 7; i++) {
                browser.press("ArrowRight", ARROW_RIGHT);
            }
            browser.focus("#slider-2");
            browser.press("ArrowLeft", ARROW_LEFT);

            assertThat(List.of(field(browser, 0), field(browser, 2))).containsExactly("0.34", "-0.42");
            List<String> expected = traced(TEXTBOOK + "set w1 = 0.34, x1 = -0.42; trace f");
            assertThat(table(browser)).containsExactlyElementsOf(expected);
            assertThat(boxes(browser)).containsExactlyInAnyOrderElementsOf(expected);
            String f = expected.getLast().split(" \\| ", -1)[1];
            assertThat(browser.text("#result")).isEqualTo("f = " + f);
            assertThat(browser.evaluate("document.getElementById('slider-0').getAttribute('aria-valuetext')"))
                    .isEqualTo("0.34");
            browser.until(CURVES_ARE_DRAWN);
            assertThat(browser.evaluate("document.getElementById('curve-0').getAttribute('aria-label')"))
                    .startsWith("Curve of f along w1, from ")
                    .contains("At 0.34 it is " + f);
            assertThat(browser.problems()).isEmpty();
        }
    }

    @Test
    void aNumberMayBeTypedAndThereIsAWayBack() throws Exception {
        try (Browser browser = open(TEXTBOOK + "explore f")) {
            browser.evaluate("document.getElementById('number-1').select()");
            browser.insertText("30");

            assertThat(table(browser)).containsExactlyElementsOf(traced(TEXTBOOK + "set w2 = 30; trace f"));

            browser.focus("#slider-1");
            browser.press("ArrowRight", ARROW_RIGHT);
            assertThat(field(browser, 1)).isEqualTo("30.5");

            browser.click("#reset");
            assertThat(table(browser)).containsExactlyElementsOf(traced(TEXTBOOK + "trace f"));
            assertThat(browser.problems()).isEmpty();
        }
    }

    @Test
    void theBackwardPassIsWalkedNodeByNode() throws Exception {
        String product = "let a = 2, b = 3, c = 4, d = 5; L = ((a*b)+c)*(a+d)\n";
        try (Browser browser = open(product + "explore L")) {
            List<String> story = new ArrayList<>();
            browser.focus("#next");
            for (int i = 0; i < 8; i++) {
                browser.press("Enter", ENTER);
                browser.click("#next");
                story.add(browser.text("#step"));
            }

            assertThat(story)
                    .containsSubsequence(
                            "Step 1 of 8. ∂L/∂L = 1: the pass begins at the result, which changes as fast as itself.",
                            "Step 3 of 8. ∂L/∂(a·b + c) = ∂L/∂L · ∂L/∂(a·b + c) = 1 · 7 = 7",
                            "Step 8 of 8. ∂L/∂a = ∂L/∂(a·b) · ∂(a·b)/∂a + ∂L/∂(a + d) · ∂(a + d)/∂a = 7 · 3 + 10 · 1 ="
                                    + " 31");
            browser.click("#back");
            // What the pass has not reached yet has no gradient.
            assertThat(table(browser)).first().isEqualTo("a | 2 | …");
            assertThat(browser.evaluate("document.querySelector('tr.lit').cells[0].textContent"))
                    .isEqualTo("b");
            browser.click("#all");
            assertThat(table(browser)).containsExactlyElementsOf(traced(product + "trace L"));
        }
    }

    @Test
    void playGoesOnByItself() throws Exception {
        try (Browser browser = open("let a = 2; L = a^3\nexplore L")) {
            browser.click("#play");
            assertThat(browser.text("#step")).startsWith("Step 1 of 2.");
            assertThat(browser.text("#play")).isEqualTo("Pause");
            for (int i = 0; i < 200 && browser.text("#step").startsWith("Step 1"); i++) {
                Thread.sleep(50);
            }
            assertThat(browser.text("#step")).isEqualTo("Step 2 of 2. ∂L/∂a = ∂L/∂L · ∂L/∂a = 1 · 12 = 12");
        }
    }

    @Test
    void theLargePictureFollowsKeysAndTheMouse() throws Exception {
        String wave = "let x = 2\n";
        try (Browser browser = open(wave + "explore x*sin(x)")) {
            browser.focus("#stage-curve");
            for (int i = 0; i < 4; i++) {
                browser.press("ArrowRight", ARROW_RIGHT);
            }
            assertThat(field(browser, 0)).isEqualTo("2.2");
            assertThat(table(browser)).containsExactlyElementsOf(traced("let x = 2.2\ntrace x*sin(x)"));
            String[] row = traced("let x = 2.2\ntrace x*sin(x)").getFirst().split(" \\| ", -1);
            assertThat(browser.evaluate("document.getElementById('stage-curve').ariaValueText"))
                    .isEqualTo("x 2.2: x*sin(x) 1.77869, slope " + row[2]);
            // The zeros of x·sin(x), and of x + tan(x), from scipy's brentq.
            assertThat(browser.text("#stage-told"))
                    .endsWith("zero at 0, 3.14159, 6.28319; turns at -2.02876, 0, 2.02876, 4.91318.");

            browser.drag("#stage-curve", 1, 0.5);
            assertThat(field(browser, 0)).isEqualTo("7");
            browser.drag("#stage-slope", 0, 0.5);
            assertThat(field(browser, 0)).isEqualTo("-3");
            assertThat(browser.problems()).isEmpty();
        }
    }

    /** Zeros and turning points to six digits, by scipy's brentq; poles and jumps are neither, and what touches zero is a zero. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x^3 - 3x + 1        | zero at -1.87939, 0.347296, 1.53209; turns at -1, 1.
            (x - 0.3)^2         | zero at 0.3; turns at 0.3.
            sin(x^2)*e^(-x)     | zero at -1.77245, 0, 1.77245, 2.50663, 3.06998, 3.54491 and more; \
        turns at -1.38467, 0, 1.06366, 2.1167, 2.77046, 3.29316 and more.
            tan(x)              | zero at -3.14159, 0, 3.14159; no turning point.
            1/x^2               | no zero; no turning point.
            1/x                 | no zero; no turning point.
            x^3                 | zero at 0; no turning point.
            abs(x - 0.7)        | zero at 0.7; turns at 0.7.
            sqrt(x)*(x - 2)     | zero at 0, 2; turns at 0.666667.
        """)
    void zerosAndTurningPointsAreFoundToTheLastDigitShown(String formula, String told) throws Exception {
        try (Browser browser = open("let x = 1\nexplore " + formula)) {
            assertThat(browser.text("#stage-told")).isEqualTo(formula + " along x from -4 to 6: " + told);
        }
    }

    /** From -4 to 6 the tangent has the poles -π/2, π/2 and 3π/2. */
    @ParameterizedTest
    @CsvSource({"sin(x^2) e^(-x), 1", "x^9 - 4x^5, 1", "tan(x), 4"})
    void aSteepCurveIsOneLineAndAPoleIsAGap(String formula, String lines) throws Exception {
        try (Browser browser = open("let x = 1\nexplore " + formula)) {
            assertThat(browser.evaluate("String(document.querySelector('#stage-curve path.curve').getAttribute('d')"
                            + ".split('M').length - 1)"))
                    .isEqualTo(lines);
            if (lines.equals("1")) {
                assertThat(browser.evaluate("String(document.querySelector('#stage-slope path.slope').getAttribute('d')"
                                + ".split('M').length - 1)"))
                        .isEqualTo(lines);
            }
        }
    }

    @Test
    void overTwoInputsTheLargePictureIsAMap() throws Exception {
        try (Browser browser = open("let a = 1, b = -1; L = a^2 + 3*b\nexplore L")) {
            browser.evaluate("(() => { const up = document.getElementById('stage-up'); up.value = '1';"
                    + " up.dispatchEvent(new Event('change')); })()");
            assertThat(browser.text("#stage-told"))
                    .startsWith("Lines of equal L over a (across) and b (up): ")
                    .contains("The arrow is the gradient, (2, 3), along which L grows fastest.");
            browser.drag("#stage-curve", 1, 0);
            assertThat(List.of(field(browser, 0), field(browser, 1))).containsExactly("6", "4");
            assertThat(browser.text("#result")).isEqualTo("L = 48");
            assertThat(browser.problems()).isEmpty();
        }
    }

    @Test
    void aCurveIsHeardFromLeftToRight() throws Exception {
        try (Browser browser = open("let x = 1; explore x^3 - x")) {
            browser.evaluate("(() => { window.heard = []; const scale = AudioParam.prototype.setValueCurveAtTime;"
                    + " AudioParam.prototype.setValueCurveAtTime = function (numbers, ...rest) {"
                    + " window.heard.push([...numbers]); return scale.call(this, numbers, ...rest); };"
                    + " window.clicks = 0; const ramp = AudioParam.prototype.exponentialRampToValueAtTime;"
                    + " AudioParam.prototype.exponentialRampToValueAtTime = function (...all) { window.clicks++;"
                    + " return ramp.apply(this, all); }; })()");
            browser.focus("#stage-curve");
            browser.press("h", 'H');
            assertThat(browser.text("#hear")).isEqualTo("Stop");
            // x³ - x has three zeros; its pitch is lowest at the left end and highest at the right one.
            assertThat(browser.evaluate("String(window.clicks)")).isEqualTo("3");
            assertThat(browser.evaluate("(([pitch]) => String(Math.min(...pitch) === pitch[0]"
                            + " && Math.max(...pitch) === pitch[pitch.length - 1]))(window.heard)"))
                    .isEqualTo("true");
            browser.press("h", 'H');
            assertThat(browser.text("#hear")).isEqualTo("Hear the curve");
            assertThat(browser.problems()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "let v = [3, 4], W = [[1, 2], [3, 4]]; explore norm(W @ v)",
                "let x = 0; explore 1/x + log(x) + abs(x)",
                "let p = [1, 2, 3]; explore logsumexp(p) + max(p)",
                "mlp net { input 2; layer 7 tanh; layer 7 relu; layer 1; init uniform(-1, 1); seed 3 }"
                        + "\nlet x = [1, 2]; explore net(x)",
                "let a = 2; y = if a > 0 then a^2 else -a; explore y",
                "let a = 0.5; q = a; for i in 0..<300 { q = sin(q)*3 }; explore q",
            })
    void pagesOfAllKindsWorkAtPhoneWidth(String program) throws Exception {
        try (Browser browser = open(program)) {
            browser.width(360);
            assertThat(browser.evaluate("String(document.documentElement.scrollWidth)"))
                    .isEqualTo("360");
            browser.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })");
            browser.focus("[type=range]");
            browser.press("ArrowRight", ARROW_RIGHT);
            browser.until("[...document.querySelectorAll('.input svg')].every((curve) =>"
                    + " curve.getAttribute('aria-label')?.startsWith('Curve of '))");
            assertThat(table(browser)).isNotEmpty();
            assertThat(browser.evaluate("[...document.querySelectorAll('button, input')].every((element) =>"
                            + " element.textContent || element.ariaLabel || element.labels?.length) ? 'named' : ''"))
                    .isEqualTo("named");
            assertThat(browser.problems()).isEmpty();
        }
    }

    @Test
    void textOfTheProgramIsShownAndNeverRun() throws Exception {
        String attack =
                "</title></script><script>window.stolen = 1</script><img src=x onerror='window.stolen = 1'>{{data}}";
        String formula = "a*len(chars(\"" + attack.replace("{", "\\{") + "\"))";
        for (String statement : List.of("explore", "graph")) {
            Path page = folder.resolve("page.html");
            run("let a = 2; " + statement + " " + formula + " to \"page.html\"");
            try (Browser browser = Browser.open(page, Files.createDirectory(folder.resolve(statement)))) {
                assertThat(browser.text("h1")).contains("window.stolen = 1</script><img");
                assertThat(browser.evaluate("typeof window.stolen")).isEqualTo("undefined");
                assertThat(browser.evaluate("String(document.images.length)")).isEqualTo("0");
                assertThat(browser.problems()).isEmpty();
            }
        }
    }

    @Test
    void aPageAsksForNothingButItself() throws Exception {
        for (String statement : List.of("explore", "graph")) {
            Path page = folder.resolve("page.html");
            run(TEXTBOOK + statement + " f to \"page.html\"");
            try (Browser browser = Browser.open(page, Files.createDirectory(folder.resolve(statement)))) {
                assertThat(browser.evaluate("String(performance.getEntriesByType('resource').length)"))
                        .isEqualTo("0");
                assertThat(browser.evaluate("fetch('https://example.com').then(() => 'sent', () => 'refused')"))
                        .isEqualTo("refused");
            }
        }
    }

    @Test
    void whatIsSupposedHoldsOnThePageToo() throws Exception {
        String inside = "let a = 0.5, k = -2; suppose tanh'(x) = -k*x { %s }";
        run(inside.formatted("explore tanh(a) to \"page.html\""));
        try (Browser browser =
                Browser.open(folder.resolve("page.html"), Files.createDirectory(folder.resolve("profile")))) {
            assertThat(table(browser)).containsExactlyElementsOf(traced(inside.formatted("trace tanh(a)")));
            assertThat(table(browser)).first().isEqualTo("a | 0.5 | 1");
            assertThat(browser.text(".remark")).contains("supposed");
        }
    }

    @Test
    void numbersBeyondAnyScaleSpoilNothing() throws Exception {
        String extreme = "let big = 1e308, tiny = 1e-300, z = inf, a = 0.5\n";
        try (Browser browser = open(extreme + "explore big*tiny + min([z, a])")) {
            browser.until(CURVES_ARE_DRAWN);
            assertThat(table(browser)).containsExactlyElementsOf(traced(extreme + "trace big*tiny + min([z, a])"));
            assertThat(browser.problems()).isEmpty();

            browser.focus("[aria-label='z, slider']");
            browser.press("ArrowRight", ARROW_RIGHT);
            browser.until(CURVES_ARE_DRAWN);
            assertThat(table(browser))
                    .containsExactlyElementsOf(traced(extreme + "set z = 0.02; trace big*tiny + min([z, a])"));
            assertThat(browser.problems()).isEmpty();
        }
    }

    @Test
    void aStepBringsItsNodeIntoView() throws Exception {
        String wave = "let a = 0.5; q = a; for i in 0..<60 { q = sin(q) }\n";
        try (Browser browser = open(wave + "explore q")) {
            browser.click("#next");

            browser.until("(() => { const box = document.querySelector('.canvas .lit').getBoundingClientRect();"
                    + " const seen = document.querySelector('.canvas').getBoundingClientRect();"
                    + " return box.left >= seen.left && box.right <= seen.right; })()");
        }
    }

    @Test
    void aFormulaThatChoosesItsCourseSaysSo() {
        List<Result> results = run("let a = 2; y = if a > 0 then a^2 else -a; explore y to \"page.html\"");

        assertThat(results.getLast())
                .isInstanceOfSatisfying(
                        Result.Note.class,
                        note -> assertThat(note.text()).startsWith("'y' chooses its course by its inputs"));
        assertThat(run(TEXTBOOK + "explore f to \"page.html\"")).hasSize(1);
    }

    @Test
    void thePictureOfAGraphIsEnlargedAndMovedWithKeys() throws Exception {
        try (Browser browser = open(TEXTBOOK + "graph f")) {
            String view = "document.querySelector('.canvas svg').getAttribute('viewBox')";
            String before = browser.evaluate(view);
            browser.focus(".canvas");
            browser.press("ArrowRight", ARROW_RIGHT);
            String moved = browser.evaluate(view);
            browser.click(".buttons button");

            assertThat(moved).isNotEqualTo(before);
            assertThat(width(browser.evaluate(view))).isLessThan(width(moved));
            assertThat(browser.evaluate("[...document.querySelectorAll('main > .wide tbody tr')].map((row) =>"
                                    + " [0, 2, 3].map((k) => row.cells[k].textContent).join(' | ')).join('\\n')")
                            .lines()
                            .collect(Collectors.toList()))
                    .containsExactlyElementsOf(traced(TEXTBOOK + "trace f"));
            assertThat(browser.problems()).isEmpty();
        }
    }

    private static double width(String viewBox) {
        return Double.parseDouble(viewBox.split(" ", -1)[2]);
    }
}
