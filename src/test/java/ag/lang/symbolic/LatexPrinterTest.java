package ag.lang.symbolic;

import static org.assertj.core.api.Assertions.assertThat;

import ag.lang.source.SourceText;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Parser;
import ag.lang.syntax.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LatexPrinterTest {
    private static String latex(String expression) {
        Statement.Evaluate statement = (Statement.Evaluate)
                Parser.parse(new SourceText("test", expression)).getFirst();
        Derivation alone = new Derivation(statement.expression(), List.of(), statement.expression());
        String document = LatexPrinter.document(List.of(alone), false);
        return document.lines().toList().get(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3x^2 - 2 | 3 \\, x^{2} - 2",
                "a/(b + 1) | \\frac{a}{b + 1}",
                "(a + b)*c | \\left(a + b\\right) \\, c",
                "a - (b - c) | a - \\left(b - c\\right)",
                "a*-b | a \\cdot \\left(-b\\right)",
                "2*3 | 2 \\cdot 3",
                "(a/b)^2 | \\left(\\frac{a}{b}\\right)^{2}",
                "tanh(x)^2 | \\tanh^{2}\\left(x\\right)",
                "relu(x)^2 | \\left(\\operatorname{relu}\\left(x\\right)\\right)^{2}",
                "sqrt(x) + cbrt(y) | \\sqrt{x} + \\sqrt[3]{y}",
                "θ1*pi | \\theta_{1} \\, \\pi",
                "my_weight | \\mathrm{my\\_weight}",
                "v[0] | v_{0}",
                "1e20*x | 1\\cdot 10^{20} \\, x",
                "-(a + b) | -\\left(a + b\\right)",
                "if x > 0 then 1 else 2 | \\begin{cases} 1 & \\text{if } x > 0 \\\\ 2 & \\text{otherwise} \\end{cases}"
            })
    void anExpressionIsWrittenAsATextbookPrintsIt(String expression, String expected) {
        assertThat(latex(expression)).isEqualTo(expected);
    }

    @Test
    void aDistanceStandsBetweenBars() {
        assertThat(latex("abs(y)^2")).isEqualTo("\\left(\\left|y\\right|\\right)^{2}");
    }

    @Test
    void aDocumentHoldsEachStepWithItsRule() {
        Expr x = Build.name("x");
        Derivation derivation = Derivation.of(Build.add(Build.power(x, Build.number(2)), x), x, false, () -> {});

        assertThat(LatexPrinter.document(List.of(derivation), true))
                .startsWith("\\documentclass{article}\n\\usepackage{amsmath}\n\\begin{document}\n\\begin{align*}\n")
                .contains("\\frac{\\partial}{\\partial x}\\left(x^{2}\\right)", "&& \\text{sum rule} \\\\\n")
                .endsWith("\\end{align*}\n\\end{document}\n");
    }
}
