package ag.lang.algebra;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Words with signs of mathematics in them, such as the name of a rule, as LaTeX writes them inside of {@code \text{…}}. The signs are
 * formulas between {@code \(} and {@code \)}, which MathJax and KaTeX read there too.
 */
final class LatexWords {
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final Pattern EXPONENT = Pattern.compile("[" + RAISED + "]+");
    private static final Map<String, String> SIGNS =
            Map.of("·", "\\cdot", "√", "\\surd", "∂", "\\partial", "∞", "\\infty", "≤", "\\le", "≥", "\\ge");

    private LatexWords() {}

    static String of(String words) {
        String text = EXPONENT.matcher(LatexWriter.escaped(words)).replaceAll(raised -> {
            StringBuilder digits = new StringBuilder();
            raised.group().chars().forEach(digit -> digits.append(RAISED.indexOf(digit)));
            return formula("^{" + digits + "}").replace("\\", "\\\\");
        });
        for (Map.Entry<String, String> sign : SIGNS.entrySet()) {
            text = text.replace(sign.getKey(), formula(sign.getValue()));
        }
        for (Map.Entry<String, String> letter : LatexWriter.GREEK.entrySet()) {
            text = text.replace(letter.getKey(), formula(letter.getValue()));
        }
        return text;
    }

    private static String formula(String inside) {
        return "\\(" + inside + "\\)";
    }
}
