package ag.golden;

import static org.assertj.core.api.Assertions.assertThat;

import ag.document.Document;
import ag.host.Host;
import ag.present.Presentation;
import ag.result.Format;
import ag.result.Result;
import ag.result.print.DocumentFile;
import ag.result.print.HtmlRenderer;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.xml.sax.InputSource;

/** Each result of the programs that need no file, in each format that a document has. */
@Tag("slow")
final class EveryFormatTest {
    private static final Format FORMAT = new Format(Format.STANDARD_DIGITS);

    @TestFactory
    List<DynamicTest> resultsOfProgramsAreWellFormedInEveryFormat() {
        return Golden.folders("programs").stream()
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> {
                    for (Golden program : Golden.in(folder)) {
                        List<Result> results = new ArrayList<>();
                        program.run(results::add, Host.PLAIN);
                        for (Result result : results) {
                            check(Presentation.of(result).document(FORMAT));
                        }
                    }
                }))
                .toList();
    }

    private static void check(Document document) throws Exception {
        String html = HtmlRenderer.fragment(document.parts());
        // As XML, in which letters of HTML by name are unknown: the renderer writes none.
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader("<div>" + html + "</div>")));
        String latex = DocumentFile.TEX.text(document);
        assertThat(latex).satisfies(EveryFormatTest::isBalanced);
        assertThat(DocumentFile.MARKDOWN.text(document)).endsWith("\n");
    }

    /** What LaTeX opens it closes, outside of what is written letter by letter. */
    private static void isBalanced(String latex) {
        String typeset = latex.replaceAll("(?s)\\\\begin\\{verbatim}.*?\\\\end\\{verbatim}", "")
                .replaceAll("\\\\[{}]", "");
        assertThat(count(typeset, "{")).as(typeset).isEqualTo(count(typeset, "}"));
        assertThat(count(typeset, "\\left")).as(typeset).isEqualTo(count(typeset, "\\right"));
        assertThat(count(typeset, "\\begin{")).as(typeset).isEqualTo(count(typeset, "\\end{"));
    }

    private static int count(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }
}
