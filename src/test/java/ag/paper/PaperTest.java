package ag.paper;

import static org.assertj.core.api.Assertions.assertThat;

import ag.engine.Operation;
import ag.lang.algebra.Derivation;
import ag.lang.algebra.Term;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Documents of every kind. */
final class PaperTest {
    private static final Term.Letter X = Term.letter("x");
    private static final Term FUNCTION = Term.product(Term.power(X, 2), Term.apply(Operation.SIN, X));
    private static final Paper PAPER = new Paper(
            "f & <g>",
            List.of(
                    new Part.Heading("A_b"),
                    new Part.Words("50 % of x"),
                    new Part.Formula("f(x)", FUNCTION),
                    new Part.Steps(Derivation.of(FUNCTION, X, false, () -> {}), false),
                    new Part.Table(List.of("a|b", "c"), List.of(List.of("x²", "∂f/∂x"))),
                    new Part.Lines(List.of("x → x² = 4", "a < b")),
                    new Part.Picture("<svg></svg>"),
                    new Part.Fields(List.of("Name")),
                    new Part.Task(1, new Term.Derivative(FUNCTION, X), 2)));

    @Test
    void aPageIsOneFileThatAsksForNoOtherAndTypesetsFormulas() {
        assertThat(PaperFile.HTML.text(PAPER))
                .contains("<title>f &amp; &lt;g&gt;</title>", "default-src 'none'", "<svg></svg>", "a &lt; b")
                .contains("<msup><mi>x</mi><mrow><mn>2</mn></mrow></msup>", "product rule")
                .doesNotContain("src=", "href=", "@import", "<g>");
    }

    @Test
    void markdownHasItsFormulasInLatexAndEscapesItsOwnSigns() {
        assertThat(PaperFile.MARKDOWN.text(PAPER))
                .contains("# f & \\<g\\>", "## A\\_b", "| a\\|b | c |", "f\\left(x\\right) = x^{2} \\, \\sin")
                .contains("```text\nx → x² = 4\na < b\n```", "1. $\\frac{d}{dx}")
                .doesNotContain("<svg>");
    }

    @Test
    void latexIsPlainAsciiOutsideOfFormulas() {
        String text = PaperFile.TEX.text(PAPER);
        assertThat(text)
                .contains("\\section*{f \\& <g>}", "50 \\% of x", "\\begin{align*}", "x -> x^2 = 4")
                .contains("x\\^{}2 & df/dx");
        assertThat(text.chars().allMatch(c -> c < 128)).as(text).isTrue();
    }

    @Test
    void theNameOfAFileTellsItsKind() {
        assertThat(PaperFile.of("a.HTML")).contains(PaperFile.HTML);
        assertThat(PaperFile.of("a.md")).contains(PaperFile.MARKDOWN);
        assertThat(PaperFile.of("a.tex")).contains(PaperFile.TEX);
        assertThat(PaperFile.of("a.pdf")).isEmpty();
    }
}
