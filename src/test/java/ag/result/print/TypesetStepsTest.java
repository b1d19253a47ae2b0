package ag.result.print;

import static org.assertj.core.api.Assertions.assertThat;

import ag.document.Document;
import ag.present.Presentation;
import ag.result.Format;
import ag.result.FormulaResult;
import ag.session.Programs;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A derivation is told with the same steps, rules and number in every form. */
final class TypesetStepsTest {
    private static final Pattern RULE = Pattern.compile("<td class=\"rule\">([^<]*)</td>");
    private static final Pattern LATEX_RULE = Pattern.compile("&& \\\\text\\{");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "f(x) = x^2 sin(x); derive f",
                "derive e^(x^2)/x",
                "let x = 2, y = 3; z = x^y; derive z",
                "f(x) = (x^2 + 1)^3; derive f all",
            })
    void stepsRulesAndNumberAreTheSameInEveryForm(String program) {
        List<FormulaResult.Derived> derivations = Programs.results(program).stream()
                .filter(FormulaResult.Derived.class::isInstance)
                .map(FormulaResult.Derived.class::cast)
                .toList();
        assertThat(derivations).isNotEmpty();
        for (FormulaResult.Derived derived : derivations) {
            Document document = Presentation.of(derived).document(new Format(Format.STANDARD_DIGITS));
            List<String> rules = derived.steps().stream()
                    .map(FormulaResult.DerivationStep::rule)
                    .toList();
            String html = HtmlRenderer.fragment(document.parts());
            String latex = LatexRenderer.formulas(document);
            assertThat(RULE.matcher(html).results().map(found -> found.group(1)))
                    .containsExactlyElementsOf(rules);
            assertThat(LATEX_RULE.matcher(latex).results()).hasSameSizeAs(rules);
            String text = TextRenderer.unbroken(Style.PLAIN).text(document);
            rules.forEach(rule -> assertThat(text).contains(rule));
            Double value = derived.value();
            if (value != null) {
                String number = new Format(Format.STANDARD_DIGITS).number(value);
                assertThat(html).contains("<mn>" + number + "</mn></math>");
                assertThat(latex).contains("= " + number);
            }
            assertThat(html).contains(derived.way());
        }
    }
}
