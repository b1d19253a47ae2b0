package ag.result.print;

import ag.spelling.AsciiLetters;
import ag.spelling.Greek;
import java.util.Map;

/** Writes text with ASCII alone, for terminals that show no more: ∂ as d, x² as x^2, θ as theta. */
public final class Ascii {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ";
    private static final String RAISED = "0123456789+-n";
    private static final String SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";
    private static final Map<Character, String> SIGNS = Map.ofEntries(
            Map.entry('½', "(1/2)"),
            Map.entry('⅓', "(1/3)"),
            Map.entry('⅔', "(2/3)"),
            Map.entry('¼', "(1/4)"),
            Map.entry('¾', "(3/4)"),
            Map.entry('°', "*pi/180"),
            Map.entry('‖', "|"),
            Map.entry('∙', "*"),
            Map.entry('‐', "-"),
            Map.entry('∂', "d"),
            Map.entry('·', "*"),
            Map.entry('⋅', "*"),
            Map.entry('×', "*"),
            Map.entry('÷', "/"),
            Map.entry('−', "-"),
            Map.entry('∞', "inf"),
            Map.entry('∇', "grad"),
            Map.entry('∑', "sum"),
            Map.entry('∏', "prod"),
            Map.entry('≤', "<="),
            Map.entry('≥', ">="),
            Map.entry('≠', "!="),
            Map.entry('≈', "~="),
            Map.entry('±', "+-"),
            Map.entry('→', "->"),
            Map.entry('←', "<-"),
            Map.entry('↑', "^"),
            Map.entry('↓', "v"),
            Map.entry('′', "'"),
            Map.entry('″', "''"),
            Map.entry('…', "..."),
            Map.entry('–', "-"),
            Map.entry('—', "-"),
            Map.entry('‘', "'"),
            Map.entry('’', "'"),
            Map.entry('“', "\""),
            Map.entry('”', "\""),
            Map.entry('✓', "ok"),
            Map.entry('✗', "x"),
            Map.entry('•', "*"));

    private final StringBuilder ascii = new StringBuilder();
    private boolean inExponent;
    private boolean inIndex;
    /** Whether √ has just been written, and what stands behind it is not in parentheses. */
    private boolean root;

    private Ascii() {}

    /** The text in ASCII. What has no likeness there becomes a question mark. */
    public static String of(String text) {
        if (text.chars().allMatch(c -> c < 0x80)) {
            return text;
        }
        Ascii written = new Ascii();
        text.codePoints().forEach(written::append);
        written.ascii.append(written.root ? ")" : "");
        return written.ascii.toString();
    }

    private void append(int codePoint) {
        if (root && codePoint != '(' && !isOfName(codePoint)) {
            ascii.append(')');
            root = false;
        }
        if (codePoint == '√' || codePoint == '∛') {
            ascii.append(codePoint == '√' ? "sqrt(" : "cbrt(");
            root = true;
            inExponent = false;
            return;
        }
        if (root && codePoint == '(') {
            ascii.deleteCharAt(ascii.length() - 1);
            root = false;
        }
        char c = Character.isBmpCodePoint(codePoint) ? (char) codePoint : '\uffff';
        int exponent = SUPERSCRIPTS.indexOf(c);
        if (exponent >= 0) {
            ascii.append(inExponent ? "" : "^").append(RAISED.charAt(exponent));
        } else if (c < 0x80) {
            ascii.append(c);
        } else {
            ascii.append(likeness(c, codePoint));
        }
        inExponent = exponent >= 0;
        inIndex = SUBSCRIPTS.indexOf(c) >= 0;
    }

    /** Whether it may belong to a number or to a name with its index. */
    private static boolean isOfName(int codePoint) {
        return Character.isLetterOrDigit(codePoint)
                || codePoint == '.'
                || codePoint == '_'
                || SUBSCRIPTS.indexOf(codePoint) >= 0;
    }

    private String likeness(char c, int codePoint) {
        String sign = SIGNS.get(c);
        if (sign != null) {
            return sign;
        }
        int index = SUBSCRIPTS.indexOf(c);
        if (index >= 0) {
            return (inIndex ? "" : "_") + index;
        }
        String letter = Character.toString(codePoint);
        if (!Greek.name(letter).equals(letter)) {
            return Greek.name(letter);
        }
        if (c >= '\u2500' && c <= '\u257f') {
            return c == '─' || c == '━' ? "-" : c == '│' || c == '┃' ? "|" : "+";
        }
        boolean block = c >= '\u2580' && c <= '\u259f';
        boolean braille = c > '\u2800' && c <= '\u28ff';
        if (block || braille || c == '\u2800') {
            return block ? "#" : braille ? "*" : " ";
        }
        String bare = AsciiLetters.of(codePoint);
        return bare.isEmpty() ? "?" : bare;
    }
}
