package ag.result.print;

import static org.assertj.core.api.Assertions.assertThat;

import ag.document.Document;
import ag.document.Part;
import ag.engine.Operation;
import ag.lang.algebra.Derivation;
import ag.lang.algebra.Term;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Documents of every kind. */
final class DocumentFileTest {
    private static final Term.Letter X = Term.letter("x");
    private static final Term FUNCTION = Term.product(Term.power(X, 2), Term.apply(Operation.SIN, X));
    private static final Document DOCUMENT = new Document(
            "f & <g>",
            List.of(
                    new Part.Heading("A_b"),
                    new Part.Paragraph("50 % of x"),
                    Part.Formula.named("f(x)", FUNCTION),
                    new Part.Steps(Derivation.of(FUNCTION, X, false, () -> {}), false),
                    new Part.Table(Part.Cell.row("a|b", "c"), List.of(Part.Cell.row("x²", "∂f/∂x"))),
                    new Part.Line("x → x² = 4"),
                    new Part.Verbatim("a < b"),
                    new Part.Picture("<svg></svg>"),
                    new Part.Blanks(List.of("Name")),
                    new Part.Task(1, new Term.Derivative(FUNCTION, X), 2)));

    @Test
    void aPageIsOneFileThatAsksForNoOtherAndTypesetsFormulas() {
        assertThat(DocumentFile.HTML.text(DOCUMENT))
                .contains("<title>f &amp; &lt;g&gt;</title>", "default-src 'none'", "<svg></svg>", "a &lt; b")
                .contains("<msup><mi>x</mi><mrow><mn>2</mn></mrow></msup>", "product rule")
                .doesNotContain("src=", "href=", "@import", "<g>");
    }

    @Test
    void markdownHasItsFormulasInLatexAndEscapesItsOwnSigns() {
        assertThat(DocumentFile.MARKDOWN.text(DOCUMENT))
                .contains("# f & \\<g\\>", "## A\\_b", "| a\\|b | c |", "f\\left(x\\right) = x^{2} \\, \\sin")
                .contains("```text\nx → x² = 4\na < b\n```", "1. $\\frac{d}{dx}")
                .doesNotContain("<svg>");
    }

    @Test
    void latexIsPlainAsciiOutsideOfFormulas() {
        String text = DocumentFile.TEX.text(DOCUMENT);
        assertThat(text)
                .contains("\\section*{f \\& <g>}", "50 \\% of x", "\\begin{align*}", "x -> x^2 = 4")
                .contains("x\\^{}2 & df/dx");
        assertThat(text.chars().allMatch(c -> c < 128)).as(text).isTrue();
    }

    @Test
    void theNameOfAFileTellsItsKind() {
        assertThat(DocumentFile.of("a.HTML")).contains(DocumentFile.HTML);
        assertThat(DocumentFile.of("a.md")).contains(DocumentFile.MARKDOWN);
        assertThat(DocumentFile.of("a.tex")).contains(DocumentFile.TEX);
        assertThat(DocumentFile.of("a.pdf")).isEmpty();
    }
}
