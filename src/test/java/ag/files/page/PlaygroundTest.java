package ag.files.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/** The playground in one file, opened from a folder and used as a person does. */
@Tag("web")
final class PlaygroundTest {
    private static final Path SERVED = Path.of("target", "web").toAbsolutePath();
    private static final Path PAGE = SERVED.resolve("ag.html");
    private static final String IDLE =
            "document.body.dataset.ready && !document.body.ariaBusy && " + "document.getElementById('stop').disabled";
    private static final String EDITOR = ".cm-content";
    private static final int ARROW_RIGHT = 39;
    /** Takes about a second. */
    private static final String LONG = "i = 0\nwhile i < 400000 { i = i + 1 }\n";

    @TempDir
    private Path folder;

    private Browser open() throws Exception {
        return open(PAGE);
    }

    private Browser open(Path page) throws Exception {
        assumeThat(page).as("mvn -Pweb package builds it").exists();
        Browser browser = Browser.open(page, Files.createDirectory(folder.resolve("profile")));
        browser.until(IDLE);
        return browser;
    }

    private static void type(Browser browser, String program) throws Exception {
        browser.selectAll(EDITOR);
        browser.insertText(program.replace("\n", "\\n").replace("\"", "\\\""));
        browser.click("#run");
        browser.until(IDLE);
    }

    private static String results(Browser browser) throws Exception {
        return browser.text("#results");
    }

    @Test
    void aSliderMovesAndEverythingFollows() throws Exception {
        try (Browser browser = open()) {
            type(browser, "let a = 2, b = 3\nL = a*b\ngrad L");
            assertThat(results(browser)).contains("L = 6   ∂L/∂a = 3  ∂L/∂b = 2");

            browser.focus("#sliders input[aria-label=b]");
            for (int i = 0; i < 5; i++) {
                browser.press("ArrowRight", ARROW_RIGHT);
            }
            browser.until(IDLE + " && document.getElementById('results').textContent.includes('L = 6.1 ')");
            assertThat(browser.text(EDITOR)).contains("let a = 2, b = 3.05");
            assertThat(browser.problems()).isEmpty();
        }
    }

    @Test
    void aSliderMovedWhileTheProgramRunsStaysWhereItIs() throws Exception {
        try (Browser browser = open()) {
            type(browser, "let a = 2, b = 3\nL = a*b\ngrad L\n" + LONG);

            browser.focus("#sliders input[aria-label=b]");
            browser.press("ArrowRight", ARROW_RIGHT);
            browser.until("document.body.ariaBusy");
            browser.press("ArrowRight", ARROW_RIGHT);
            browser.press("ArrowRight", ARROW_RIGHT);
            browser.until("document.getElementById('results').textContent.includes('L = 6.02 ')");
            browser.press("ArrowRight", ARROW_RIGHT);
            browser.press("ArrowRight", ARROW_RIGHT);
            assertThat(browser.evaluate("String(document.body.ariaBusy)")).isEqualTo("true");
            browser.until(IDLE + " && document.getElementById('results').textContent.includes('L = 6.1 ')");
            assertThat(browser.text(EDITOR)).contains("let a = 2, b = 3.05");
        }
    }

    @Test
    void formulasAndPicturesAreTypeset() throws Exception {
        try (Browser browser = open()) {
            type(
                    browser,
                    "f(x) = x^3 - 3x\nderive f\nplot f for x in -2..2\ntrace f at 2\n"
                            + "let a = 2; graph a^2*sin(a) to \"g.svg\"");
            assertThat(browser.evaluate("String(document.querySelectorAll('#results figure > svg').length)"))
                    .isEqualTo("2");
            assertThat(browser.evaluate("String(document.querySelectorAll('#results math msup').length > 0)"))
                    .isEqualTo("true");
            assertThat(browser.evaluate("document.querySelector('#results svg').getAttribute('aria-label')"))
                    .startsWith("Chart ");
            assertThat(browser.evaluate("String(document.querySelectorAll('#results table tr').length)"))
                    .isNotEqualTo("0");
            assertThat(browser.problems()).isEmpty();
        }
    }

    @Test
    void mistakesAreMarkedAsTheyAreTypedAndNamesCompleted() throws Exception {
        try (Browser browser = open()) {
            type(browser, "let rate = 0.1\n3*raet");
            browser.until("document.querySelector('.cm-lintRange-error')?.textContent === 'raet'");
            assertThat(results(browser)).contains("unknown name 'raet'").contains("did you mean 'rate'?");

            type(browser, "sig");
            browser.until("document.querySelector('.cm-tooltip-autocomplete')?.textContent.includes('sigmoid')");
            assertThat(browser.problems()).isEmpty();
        }
    }

    @Test
    void coloursSayWhatTheLanguageTakesAPieceFor() throws Exception {
        try (Browser browser = open()) {
            type(browser, "f(t) = t^2 + pi\nf(3)");
            String coloured = "[...document.querySelectorAll('" + EDITOR
                    + " [class^=tok-]')].map((piece) => piece.className.slice(4) + ' ' + piece.textContent).join(', ')";
            browser.until(coloured + " === 'function f, parameter t, operator =, parameter t, operator ^, number 2, "
                    + "operator +, number pi, function f, number 3'");

            browser.selectAll(EDITOR);
            browser.insertText("i = 0\\nwhile true { i = i + 1 }");
            browser.until("!document.getElementById('stop').disabled");
            browser.insertText("# while it runs, words have to do");
            browser.until("document.querySelector('" + EDITOR + " .tok-comment')?.textContent.startsWith('# while')");
            browser.click("#stop");
            assertThat(browser.problems()).isEmpty();
        }
    }

    @Test
    void mistakesOfAProgramThatRunsAreMarkedAfterwards() throws Exception {
        try (Browser browser = open()) {
            type(browser, LONG + "3*raet");
            browser.until("document.querySelector('.cm-lintRange-error')?.textContent === 'raet'");

            browser.selectAll(EDITOR);
            browser.insertText("i = 0\\nwhile true { i = i + 1 }\\n3*reat");
            browser.until("!document.getElementById('stop').disabled");
            Thread.sleep(1000);
            browser.click("#stop");
            browser.until("document.querySelector('.cm-lintRange-error')?.textContent === 'reat'");
        }
    }

    @Test
    void aTrainingIsWatchedAndAnEndlessLoopStopped() throws Exception {
        try (Browser browser = open()) {
            type(browser, """
                data d = make_moons(n = 40, seed = 1)
                mlp net { input 2; layer 8 tanh; layer 1; seed 1 }
                train net on d { loss bce_logits; optimizer adam(0.05); epochs 60 }\
                """);
            browser.until("document.querySelector('.course')?.textContent.startsWith('epoch 60 of 60')");
            assertThat(results(browser)).contains("trained net: 33 parameters, 60 epochs");

            browser.selectAll(EDITOR);
            browser.insertText("i = 0\\nwhile true { i = i + 1 }");
            browser.until("!document.getElementById('stop').disabled");
            browser.click("#stop");
            browser.until(IDLE);
            assertThat(browser.text("#status")).isEqualTo("stopped");
            type(browser, "1 + 1");
            assertThat(results(browser)).contains("2");
        }
    }

    private static final String PROMPT = "#prompt .cm-content";
    private static final int ENTER = 13;
    private static final int ARROW_UP = 38;

    private static void enter(Browser browser, String line) throws Exception {
        browser.focus(PROMPT);
        browser.insertText(line);
        browser.press("Enter", ENTER);
        browser.until(IDLE);
    }

    @Test
    void whatIsEnteredRunsAfterTheProgramAndFollowsIt() throws Exception {
        try (Browser browser = open()) {
            type(browser, "let a = 3\nL = a^2");
            enter(browser, "q = L + 1");
            enter(browser, "grad q");
            browser.until("document.getElementById('entries').textContent.includes('q = 10   ∂q/∂a = 6')");

            type(browser, "let a = 4\nL = a^2");
            browser.until("document.getElementById('entries').textContent.includes('q = 17   ∂q/∂a = 8')");

            browser.focus(PROMPT);
            browser.press("ArrowUp", ARROW_UP);
            browser.press("ArrowUp", ARROW_UP);
            assertThat(browser.text(PROMPT)).isEqualTo("q = L + 1");
            browser.selectAll(PROMPT);
            browser.press("Backspace", 8);

            enter(browser, ":undo");
            enter(browser, ":list");
            assertThat(browser.text("#entries .told pre")).isEqualTo("q = L + 1");
            enter(browser, ":save");
            browser.until("document.querySelector('" + EDITOR + "').textContent.includes('q = L + 1')");
            assertThat(browser.text("#entries")).isEmpty();
            enter(browser, ":vars");
            assertThat(browser.evaluate("[...document.querySelectorAll('#entries .told tr')]"
                            + ".map((row) => [...row.children].map((cell) => cell.textContent).join(' ')).join(', ')"))
                    .isEqualTo("name is value, a input 4, L formula 16, q formula 17");
            enter(browser, ":reset");
            enter(browser, ":help tanh");
            assertThat(browser.text("#entries")).contains("tanh(x)", "hyperbolic tangent");
            assertThat(browser.problems()).isEmpty();
        }
    }

    @Test
    void whatIsEnteredWhileTheProgramRunsRunsOnceAfterIt() throws Exception {
        try (Browser browser = open()) {
            type(browser, "let a = 1\n" + LONG);
            browser.click("#run");
            browser.focus(PROMPT);
            browser.insertText("set a = a + 1");
            browser.press("Enter", ENTER);
            browser.insertText("a*100");
            browser.press("Enter", ENTER);
            browser.until(IDLE);
            assertThat(browser.text("#entries")).contains("200").doesNotContain("300");

            browser.click("#run");
            browser.until(IDLE);
            assertThat(browser.text("#entries")).contains("200").doesNotContain("300");
        }
    }

    @Test
    void whatIsEnteredAsksAndIsAnswered() throws Exception {
        try (Browser browser = open()) {
            type(browser, "let a = 2, b = 3");
            enter(browser, "practice a*b + a");
            browser.until("document.querySelector('#entries .question input')");
            assertThat(browser.text("#entries")).doesNotContain("of 1 right");
            browser.evaluate("document.querySelector('#entries .question input').value = '6'");
            browser.click("#entries .question button");
            browser.until(IDLE + " && document.getElementById('entries').textContent.includes('right')");
            assertThat(browser.evaluate("String(document.querySelectorAll('#entries .question').length)"))
                    .isEqualTo("1");

            enter(browser, "a*100");
            assertThat(browser.text("#entries")).contains("right", "200");
            assertThat(browser.problems()).isEmpty();
        }
    }

    @Test
    void whatIsEnteredUnderALongProgramIsAnsweredToo() throws Exception {
        try (Browser browser = open()) {
            type(browser, "let a = 2, b = 3\ni = 0\nwhile i < 10000000 { i = i + 1 }");
            enter(browser, "practice a*b + a");
            browser.until("document.querySelector('#entries .question input')");
            browser.evaluate("document.querySelector('#entries .question input').value = '6'");
            browser.click("#entries .question button");
            browser.until("document.getElementById('entries').textContent.includes('right')");
            assertThat(browser.problems()).isEmpty();
        }
    }

    @Test
    void howAFunctionIsCalledStandsAboveItsArguments() throws Exception {
        try (Browser browser = open()) {
            type(browser, "g(u, v) = u*v\nclamp(atan2(1, 2), g(1, 2), ");
            browser.until("document.querySelector('.signature strong')?.textContent === 'high'");
            assertThat(browser.text(".signature")).startsWith("clamp(x, low, high)");

            type(browser, "g(u, v) = u*v\ng(");
            browser.until("document.querySelector('.signature')?.textContent === 'g(u, v)'");
            assertThat(browser.text(".signature strong")).isEqualTo("u");
            assertThat(browser.problems()).isEmpty();
        }
    }

    @Test
    void theBoundaryMovesWhileANetworkLearns() throws Exception {
        try (Browser browser = open()) {
            browser.selectAll(EDITOR);
            browser.insertText("data d = make_moons(n = 200, seed = 1)\\n"
                    + "mlp net { input 2; layer 8 tanh; layer 1; seed 1 }\\n"
                    + "train net on d { loss bce_logits; optimizer adam(0.05); epochs 100000 }");
            browser.until("document.querySelector('.moving svg')");
            String first = browser.evaluate("document.querySelector('.moving').innerHTML");
            browser.until("document.querySelector('.moving').innerHTML.length !== " + first.length());
            browser.click("#stop");
            browser.until(IDLE);
            assertThat(browser.problems()).isEmpty();
        }
    }

    @Test
    void aSavedPageHoldsTheProgram() throws Exception {
        Path saved = folder.resolve("saved.html");
        try (Browser browser = open()) {
            type(browser, "let a = 7\ngrad a^2 # </script> <b>");
            browser.evaluate("URL.createObjectURL = (blob) => { window.saved = blob; return '#'; }");
            browser.click("#page");
            browser.until("window.saved");
            Files.writeString(saved, browser.evaluate("window.saved.text()"));
        }
        try (Browser browser = Browser.open(saved, Files.createDirectory(folder.resolve("second")))) {
            browser.until(IDLE);
            assertThat(browser.text(EDITOR)).contains("let a = 7", "# </script> <b>");
            assertThat(results(browser)).contains("∂(a^2)/∂a = 14");
            assertThat(browser.problems()).isEmpty();
        }
    }

    @Test
    void aServedPageWorksOfflineAfterTheFirstVisit() throws Exception {
        assumeThat(PAGE).exists();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", SimpleFileServer.createFileHandler(SERVED.toRealPath()));
        server.start();
        Path blank = Files.writeString(folder.resolve("blank.html"), "<!DOCTYPE html><title>blank</title>");
        try (Browser browser = Browser.open(blank, Files.createDirectory(folder.resolve("profile")))) {
            browser.evaluate("void (location.href = 'http://127.0.0.1:"
                    + server.getAddress().getPort() + "/' )");
            browser.until("location.protocol === 'http:' && document.body && " + IDLE);
            browser.until("navigator.serviceWorker.controller");
            server.stop(0);
            browser.evaluate("(document.body.dataset.ready = '', void location.reload())");
            browser.until("document.body?.dataset.ready && " + IDLE);
            assertThat(results(browser)).contains("∂L/∂a = 31");
        } finally {
            server.stop(0);
        }
    }

    /** Measured, not held: other work on the machine makes all of it longer. */
    @Test
    void howLongItTakes(TestReporter reporter) throws Exception {
        try (Browser browser = open()) {
            reporter.publishEntry("ready after (ms)", browser.evaluate("document.body.dataset.ready"));
            type(browser, "let a = 2; L = a*a; grad L");
            type(browser, "let a = 2; L = a*a; grad L ");
            reporter.publishEntry("let a = 2; L = a*a; grad L", browser.text("#status"));
            assertThat(results(browser)).contains("L = 4   ∂L/∂a = 4");
        }
    }

    @Test
    void aLinkBringsTheProgramBack() throws Exception {
        String program = "let a = 3\ngrad a^2";
        try (Browser browser = open()) {
            type(browser, program);
            browser.click("#share");
            browser.until("location.hash.includes('p=')");
            String link = browser.evaluate("location.hash");
            assertThat(link).hasSizeLessThan(100);
            browser.evaluate("location.hash = ''");
            type(browser, "1");
            browser.evaluate("location.hash = '" + link + "'");
            browser.until(IDLE + " && document.getElementById('results').textContent.includes('= 6')");
            assertThat(browser.text(EDITOR)).contains("let a = 3");

            browser.evaluate("(document.body.dataset.ready = '', void location.reload())");
            browser.until("document.body?.dataset.ready && " + IDLE);
            assertThat(browser.text(EDITOR)).contains("let a = 3");
            assertThat(browser.problems()).isEmpty();
        }
    }

    @Test
    void practiceAsksAndIsAnswered() throws Exception {
        try (Browser browser = open()) {
            type(browser, "let a = 2, b = 3\npractice a*b + a");
            browser.until("document.querySelector('.question input')");
            browser.evaluate("document.querySelector('.question input').value = '6'");
            browser.click(".question button");
            browser.until(IDLE + " && document.getElementById('results').textContent.includes('right')");
            assertThat(browser.evaluate("String(document.querySelectorAll('.question').length)"))
                    .isEqualTo("1");
        }
    }

    @Test
    void allLessonsRun() throws Exception {
        try (Browser browser = open()) {
            int lessons = Integer.parseInt(
                    browser.evaluate("String(document.querySelector('#examples optgroup').children.length)"));
            assertThat(lessons).isGreaterThanOrEqualTo(9);
            for (int i = 0; i < lessons; i++) {
                browser.evaluate("(() => { const select = document.getElementById('examples');"
                        + " select.querySelector('optgroup').children[" + i + "].selected = true;"
                        + " select.dispatchEvent(new Event('change')); })()");
                browser.click("#run");
                browser.until(IDLE);
                assertThat(browser.evaluate("document.querySelector('#results .mistake')?.textContent ?? ''"))
                        .as("lesson " + (i + 1))
                        .isEmpty();
            }
            assertThat(browser.problems()).isEmpty();
        }
    }

    @Test
    void itFitsAPhoneAndAsksForNothing() throws Exception {
        try (Browser browser = open()) {
            // A phone, and a window of 1280 pixels at 200 %.
            for (int width : new int[] {360, 640}) {
                browser.width(width);
                assertThat(browser.evaluate("String(document.documentElement.scrollWidth)"))
                        .isEqualTo(Integer.toString(width));
            }
            assertThat(browser.evaluate("[...document.querySelectorAll('button, input:not([hidden]), select')].every("
                            + "(one) => one.textContent || one.ariaLabel || one.labels?.length) ? 'named' : ''"))
                    .isEqualTo("named");
            assertThat(browser.evaluate("performance.getEntriesByType('resource').filter("
                            + "(one) => !one.name.startsWith('blob:')).map((one) => one.name).join()"))
                    .isEmpty();
            assertThat(browser.evaluate("fetch('https://example.com').then(() => 'sent', () => 'refused')"))
                    .isEqualTo("refused");
        }
    }

    @Test
    void aCellStandsInAnyPage() throws Exception {
        assumeThat(PAGE).exists();
        Path page = Files.writeString(folder.resolve("blog.html"), """
            <!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>blog</title><p>A derivative:</p>
            <ag-cell fixed>let x = 3
            grad x^2</ag-cell>
            <script src="%s"></script></html>
            """.formatted(
                        PAGE.resolveSibling("ag-cell.js").toUri()));
        try (Browser browser = Browser.open(page, Files.createDirectory(folder.resolve("profile")))) {
            browser.until("document.querySelector('ag-cell').shadowRoot.textContent.includes('∂(x^2)/∂x = 6')");
            assertThat(browser.problems()).isEmpty();
        }
    }
}
