package ag.lang.syntax;

import ag.lang.syntax.grammar.AgParser;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** What a token does among its neighbours: begins a value, ends one, or asks for another. */
final class TokenRoles {
    private static final Set<String> SIGNS = Set.of(
            "+", "-", "*", "·", "×", "⋅", "∙", "/", "÷", "@", "^", "**", ".^", "=", "+=", "-=", "*=", "/=", "==", "!=",
            "≠", "<", "<=", "≤", ">", ">=", "≥", "≈", "~=", "~", "..", "..<", ",", "->", ".", "√", "∛");
    private static final Set<String> BEGINNING_SIGNS = Set.of("(", "[", "-", "√", "∛", "∇");

    private TokenRoles() {}

    /** Whether a value can begin with it, be it a word, a number, a text or a sign. */
    static boolean beginsOperand(Token token) {
        return isFirstWord(token)
                || token.getType() == AgParser.DASH
                || token.getType() == AgParser.BAR
                || token.getType() == AgParser.PARTIAL
                || BEGINNING_SIGNS.contains(token.getText());
    }

    /** Whether it is a word, a number or a text that a value begins with. */
    static boolean isFirstWord(Token token) {
        return switch (token.getType()) {
            case AgParser.NAME,
                    AgParser.NUMBER,
                    AgParser.STRING,
                    AgParser.OPEN_STRING,
                    AgParser.DIFFERENTIAL,
                    AgParser.DIFFERENTIATE,
                    AgParser.QUOTIENT,
                    AgParser.FRACTION,
                    AgParser.BAR_OPEN,
                    AgParser.CASES,
                    AgParser.SIGMA,
                    AgParser.TRUE,
                    AgParser.FALSE,
                    AgParser.NOT,
                    AgParser.IF -> true;
            default -> false;
        };
    }

    static boolean endsOperand(Token token) {
        return switch (token.getType()) {
            case AgParser.NAME,
                    AgParser.NUMBER,
                    AgParser.STRING,
                    AgParser.TRUE,
                    AgParser.FALSE,
                    AgParser.FRACTION,
                    AgParser.QUOTIENT,
                    AgParser.BAR_CLOSE,
                    AgParser.PRIME,
                    AgParser.SUPERSCRIPT -> true;
            case AgParser.STRANGE -> false;
            default ->
                token.getText().equals(")")
                        || token.getText().equals("]")
                        || token.getText().equals("!")
                        || token.getText().equals("°");
        };
    }

    /** Whether it stands between two values, or before one. */
    static boolean isSign(Token token) {
        return switch (token.getType()) {
            case AgParser.AND, AgParser.OR, AgParser.NOT, AgParser.DASH, AgParser.EQUATES -> true;
            case AgParser.SIDE -> false;
            default -> SIGNS.contains(token.getText());
        };
    }

    static boolean isPower(Token token) {
        return token.getType() == AgParser.POWER || token.getType() == AgParser.POWER_OF_EACH;
    }

    static boolean isMinus(Token token) {
        return token.getType() == AgParser.DASH || token.getText().equals("-");
    }

    /** Whether a statement goes on in the next line behind it. */
    static boolean continues(Token token) {
        return switch (token.getType()) {
            case AgParser.THEN, AgParser.ELSE, AgParser.IN, AgParser.FOR, AgParser.IF, AgParser.GIVEN -> true;
            default -> isSign(token);
        };
    }

    /** 1 for a bracket that opens, -1 for one that closes, 0 for anything else. */
    static int nesting(Token token) {
        return switch (token.getText()) {
            case "(", "[" -> 1;
            case ")", "]" -> -1;
            default -> 0;
        };
    }
}
