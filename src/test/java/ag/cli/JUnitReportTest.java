package ag.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ag.lang.source.Diagnostic;
import ag.lang.source.ErrorCode;
import ag.lang.source.SourceText;
import ag.lang.source.Span;
import ag.result.Result;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

final class JUnitReportTest {
    private static final Span PLACE = new Span(new SourceText("t.ag", "assert 1 > 2"), 0, 12);

    private static TestRun.Outcome failed(String message, boolean reached) {
        Diagnostic diagnostic = new Diagnostic(ErrorCode.ASSERTION, message, PLACE, "");
        return new TestRun.Outcome(new Result.Tested("t", false, diagnostic, PLACE), reached, 0.25);
    }

    private static Document read(List<TestRun.Outcome> outcomes) throws Exception {
        byte[] xml = JUnitReport.of(Map.of("t.ag", outcomes));
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    /** A reader of XML refuses a whole report for one letter that XML has no place for. */
    @Test
    void everyLetterOfAMessageIsKeptOrReplaced() throws Exception {
        for (int letter = 0; letter <= 0xFFFF; letter += letter < 0x100 || letter >= 0xD7F0 ? 1 : 97) {
            String read = message(read(List.of(failed("<" + (char) letter + ">&\"", true))));
            boolean blank = letter == '\n' || letter == '\t';
            boolean control = letter < ' ' && !blank;
            boolean surrogate = letter >= 0xD800 && letter <= 0xDFFF;
            boolean none = letter >= 0xFFFE;
            // A reader takes a line's end in an attribute for a blank.
            String expected = blank ? " " : control || surrogate || none ? "\uFFFD" : Character.toString(letter);
            assertThat(read).as("U+%04X", letter).isEqualTo("<" + expected + ">&\"");
        }
        assertThat(message(read(List.of(failed("𝑥", true))))).isEqualTo("𝑥");
    }

    @Test
    void whatWasNotReachedIsAnErrorAndCountedAsSuch() throws Exception {
        TestRun.Outcome passed = new TestRun.Outcome(new Result.Tested("p", true, null, PLACE), true, 0.5);
        Element suite = (Element) read(List.of(failed("a", true), failed("b", false), failed("c", false), passed))
                .getElementsByTagName("testsuite")
                .item(0);
        assertThat(List.of(
                        suite.getAttribute("tests"),
                        suite.getAttribute("failures"),
                        suite.getAttribute("errors"),
                        suite.getAttribute("time")))
                .containsExactly("4", "1", "2", "1.250");
        assertThat(suite.getElementsByTagName("failure").getLength()).isEqualTo(1);
        assertThat(suite.getElementsByTagName("error").getLength()).isEqualTo(2);
    }

    private static String message(Document document) {
        return ((Element) document.getElementsByTagName("failure").item(0)).getAttribute("message");
    }
}
