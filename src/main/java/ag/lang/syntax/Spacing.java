package ag.lang.syntax;

import ag.lang.syntax.SourceLayout.Piece;
import ag.lang.syntax.grammar.AgParser;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Where a space stands between two tokens of a line. Products, powers and ranges stand close; sums and comparisons do not. */
final class Spacing {
    private static final Set<String> CLOSE = Set.of("*", "·", "×", "⋅", "/", "÷", "^", "**", ".^", "..", "..<", ".");
    private static final Set<String> SIGNS = Set.of("-", "−", "–", "—", "+", "√", "∛", "∇");

    private Spacing() {}

    /**
     * Whether a space belongs between the two.
     *
     * @param touching whether they touch in the text as it is
     */
    static boolean between(Piece left, Piece right, boolean touching) {
        Token before = left.token();
        Token after = right.token();
        if (left.text().equals("{") || right.text().equals("}")) {
            return true;
        }
        if (right.text().equals(",") || left.text().equals("(") || left.text().equals("[") || isClosing(right.text())) {
            return false;
        }
        if (before.getType() == AgParser.BAR_OPEN
                || after.getType() == AgParser.BAR_CLOSE
                || after.getType() == AgParser.FACTORIAL
                || after.getType() == AgParser.SIDE
                || after.getType() == AgParser.DEGREE) {
            return false;
        }
        if (right.mark() == AgParser.JUXTAPOSED) {
            // 2 e3 means 2*e3, and 2 _0 means 2*_0; 2e3 and 2_0 are numbers. Behind anything else a space may say
            // something.
            boolean number =
                    before.getType() == AgParser.NUMBER && !right.open() && after.getType() != AgParser.FRACTION;
            return !touching && (!number || right.text().matches("[eE_].*"));
        }
        if ((right.open() && after.getType() == AgParser.DIVIDE)
                || (left.open() && before.getType() == AgParser.DIVIDE)) {
            // ln x / x is no ln x/x.
            return !touching;
        }
        if (isRaised(after)) {
            return isRaised(before) && !touching;
        }
        if (left.text().equals("d") && right.text().equals("/")) {
            // d /dx(3) divides d by dx(3), and d/dx(3) is a derivative.
            return !touching;
        }
        if (left.text().equals(",")) {
            return true;
        }
        if (CLOSE.contains(right.text()) || CLOSE.contains(left.text())) {
            return false;
        }
        if (right.mark() == 0 && (right.text().equals("(") || right.text().equals("["))) {
            return !left.prefix() && !TokenRoles.endsOperand(before);
        }
        return !left.prefix();
    }

    private static boolean isClosing(String text) {
        return text.equals(")") || text.equals("]");
    }

    private static boolean isRaised(Token token) {
        return token.getType() == AgParser.PRIME || token.getType() == AgParser.SUPERSCRIPT;
    }

    /** Whether the token is a sign before a value, and not between two. */
    static boolean isPrefix(Token token, boolean behindOperand) {
        return SIGNS.contains(token.getText())
                && (!behindOperand || token.getText().equals("√"));
    }
}
