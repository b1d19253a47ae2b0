package ag.lang.algebra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LatexWriterTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3x^2 - 2 | 3 \\, x^{2} - 2",
                "a/(b + 1) | \\frac{a}{b + 1}",
                "(a + b)*c | \\left(a + b\\right) \\, c",
                "a - (b - c) | a - b + c",
                "a*(-b) | a \\cdot \\left(-b\\right)",
                "2*3 | 2 \\cdot 3",
                "(a/b)^2 | \\left(\\frac{a}{b}\\right)^{2}",
                "tanh(x)^2 | \\tanh^{2}\\left(x\\right)",
                "relu(x)^2 | \\left(\\operatorname{relu}\\left(x\\right)\\right)^{2}",
                "sqrt(x) + cbrt(y) | \\sqrt{x} + \\sqrt[3]{y}",
                "θ1*pi | \\theta_{1} \\, \\pi",
                "my_weight | \\mathrm{my\\_weight}",
                "v[0] | v_{0}",
                "log(x) + asin(x) | \\ln\\left(x\\right) + \\arcsin\\left(x\\right)",
                "exp(-x^2/2) | e^{-\\frac{x^{2}}{2}}",
                "if x > 0 then 1 else 2 | \\begin{cases} 1 & \\text{if } x > 0 \\\\ 2 & \\text{otherwise} \\end{cases}"
            })
    void aFormulaIsWrittenAsATextbookPrintsIt(String formula, String expected) {
        assertThat(LatexWriter.text(Terms.read(formula))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x^2 | <msup><mi>x</mi><mrow><mn>2</mn></mrow></msup>",
                "a/b | <mfrac><mrow><mi>a</mi></mrow><mrow><mi>b</mi></mrow></mfrac>",
                "sqrt(x) | <msqrt><mi>x</mi></msqrt>",
                "2*(a - b) | <mn>2</mn><mo>\u2062</mo><mrow><mo"
                    + " stretchy=\"false\">(</mo><mi>a</mi><mo>−</mo><mi>b</mi><mo stretchy=\"false\">)</mo></mrow>",
                "a*b | <mi>a</mi><mo>·</mo><mi>b</mi>",
                "w1 | <msub><mi>w</mi><mn>1</mn></msub>"
            })
    void aPageHasItAsMathMl(String formula, String expected) {
        assertThat(MathMlWriter.row(Terms.read(formula))).isEqualTo("<mrow>" + expected + "</mrow>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "y = | y = 2",
                "f(x) = | f\\left(x\\right) = 2",
                "f''(α) = | f''\\left(\\alpha\\right) = 2",
                "margin(score, x_1) = | \\mathrm{margin}\\left(\\mathrm{score}, x_{1}\\right) = 2",
                "x ≈ | x \\approx 2"
            })
    void whatStandsBeforeTheSignIsWrittenAsLettersAre(String left, String expected) {
        assertThat(LatexWriter.relation(left, Terms.read("2"))).isEqualTo(expected);
    }

    @Test
    void aFileIsOfTheKindThatItsNameAsksFor() {
        Derivation derivation = Derivation.of(Terms.read("x^2"), Term.letter("x"), false, () -> {});
        String markdown = DerivationFile.of("F.MD").orElseThrow().document(List.of(derivation), false);
        String picture = DerivationFile.of("f.svg").orElseThrow().document(List.of(derivation), false);

        assertThat(markdown).startsWith("$$\n\\begin{aligned}\n").endsWith("\\end{aligned}\n$$\n");
        assertThat(picture)
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"")
                .contains("<msup><mi>x</mi><mrow><mn>2</mn></mrow></msup>", "power rule");
        assertThat(DerivationFile.of("f.pdf")).isEmpty();
    }

    @Test
    void aDocumentHoldsEachStepWithItsRule() {
        Derivation derivation = Derivation.of(Terms.read("x^2 + x"), Term.letter("x"), false, () -> {});

        assertThat(LatexWriter.document(List.of(derivation), true))
                .startsWith("\\documentclass{article}\n\\usepackage{amsmath}\n\\usepackage[margin=2cm]{geometry}\n"
                        + "\\begin{document}\n\\begin{align*}\n")
                .contains("\\frac{\\partial}{\\partial x}\\left(x^{2}\\right)", "&& \\text{sum rule} \\\\\n")
                .endsWith("\\end{align*}\n\\end{document}\n");
    }

    /** Plain LaTeX sets ASCII alone; MathJax and KaTeX know no {@code \\textsuperscript}. */
    @Test
    void signsInTheNameOfARuleAreFormulas() {
        Derivation derivation = Derivation.of(Terms.read("sin(θ*x^14 + sqrt(x))"), Term.letter("x"), false, () -> {});

        assertThat(LatexWriter.document(List.of(derivation), false))
                .contains("chain rule with u = \\(\\theta\\)\\(\\cdot\\)x\\(^{14}\\) + \\(\\surd\\)x}")
                .matches("\\p{ASCII}*");
    }

    @Test
    void anImplicitDerivationIsABlockOfEquations() {
        Term.Letter x = Term.letter("x");
        Term.Letter y = Term.letter("y");
        ImplicitDerivative derived = ImplicitDerivative.of(Terms.read("x^2 + y^2"), Terms.read("25"), y, x, () -> {});
        List<ImplicitDerivative.Step> steps = derived.higher(y, x, 2, () -> {}).steps();
        assertThat(LatexWriter.document(derived.steps(), DerivationFile.MARKDOWN))
                .startsWith("$$\n\\begin{aligned}\n  \\frac{d}{dx}\\left(x^{2} + y^{2}\\right) &= ")
                .contains("2 \\, y \\, \\frac{dy}{dx} &= -2 \\, x && ")
                .endsWith("\\frac{dy}{dx} &= -\\frac{x}{y} && \\text{products and powers}\n\\end{aligned}\n$$\n");
        assertThat(LatexWriter.document(steps, DerivationFile.TEX))
                .contains("\\begin{align*}", "\\frac{d^{2}y}{dx^{2}} &= -\\frac{x^{2} + y^{2}}{y^{3}}")
                .endsWith("\\end{document}\n");
    }
}
