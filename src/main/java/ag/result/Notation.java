package ag.result;

/** How derivatives are written. */
public final class Notation {
    private Notation() {}

    /** {@code ∂L/∂a}; what is more than a name stands in parentheses: {@code ∂(a*b)/∂a}. */
    public static String derivative(String of, String input) {
        return "∂" + operand(of) + "/∂" + operand(input);
    }

    /** In parentheses where it is more than a name, a call or an element. */
    public static String operand(String expression) {
        int depth = 0;
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            depth += switch (c) {
                case '(', '[' -> 1;
                case ')', ']' -> -1;
                default -> 0;
            };
            boolean sign = !Character.isLetterOrDigit(c)
                    && !Character.isJavaIdentifierPart(c)
                    && ")].'₀₁₂₃₄₅₆₇₈₉".indexOf(c) < 0;
            if (depth == 0 && sign) {
                return "(" + expression + ")";
            }
        }
        return Character.isDigit(expression.charAt(0)) ? "(" + expression + ")" : expression;
    }
}
