package ag.print;

/**
 * How text looks on the way out: with colours or plain, in Unicode or in ASCII.
 */
public record Style(boolean colour, boolean unicode) {
    public static final Style PLAIN = new Style(false, true);

    public String error(String text) {
        return paint("1;31", text);
    }

    public String note(String text) {
        return paint("33", text);
    }

    public String strong(String text) {
        return paint("1", text);
    }

    public String dim(String text) {
        return paint("2", text);
    }

    public String number(String text) {
        return paint("36", text);
    }

    public String good(String text) {
        return paint("32", text);
    }

    /** How a derivative is written: {@code ∂L/∂a}. */
    String derivative(String of, String input) {
        String d = unicode ? "∂" : "d";
        return d + operand(of) + "/" + d + operand(input);
    }

    /** In parentheses where it is more than a name, a call or an element. */
    private static String operand(String expression) {
        int depth = 0;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            depth += switch (c) {
                case '(', '[' -> 1;
                case ')', ']' -> -1;
                default -> 0;
            };
            boolean sign = !Character.isLetterOrDigit(c) && !Character.isJavaIdentifierPart(c) && ")].'".indexOf(c) < 0;
            if (depth == 0 && sign) {
                return "(" + expression + ")";
            }
        }
        return Character.isDigit(expression.charAt(0)) ? "(" + expression + ")" : expression;
    }

    private String paint(String code, String text) {
        return colour ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
