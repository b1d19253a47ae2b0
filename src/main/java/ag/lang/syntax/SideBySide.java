package ag.lang.syntax;

import ag.lang.syntax.grammar.AgParser;
import ag.spelling.Greek;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * Tells where two that stand side by side belong together, as in {@code 2x}, {@code x e^x} and {@code sin 2x}. Two words do only where
 * each is a letter, some letters or a known function: anything else is more likely a mistake.
 *
 * @param statement the tokens read so far
 * @param begun where the statement began among them
 */
record SideBySide(List<Token> statement, int begun) {
    private static final int MOST_LETTERS = 3;

    /** Whether the token, which follows, multiplies what was read last, or is what a function is taken of. */
    boolean multiplies(Token token, boolean spaced) {
        Token previous = statement.getLast();
        return switch (token.getType()) {
            case AgParser.NAME -> name(previous, token);
            case AgParser.LPAREN ->
                previous.getType() == AgParser.NUMBER || (spaced && endsExponent() && !isFunction(previous));
            case AgParser.NUMBER -> number(previous, spaced);
            case AgParser.ROOT,
                    AgParser.CUBE_ROOT,
                    AgParser.NABLA,
                    AgParser.BAR_OPEN,
                    AgParser.FRACTION,
                    AgParser.QUOTIENT,
                    AgParser.DIFFERENTIAL,
                    AgParser.DIFFERENTIATE,
                    AgParser.SIGMA -> TokenRoles.endsOperand(previous);
            default -> false;
        };
    }

    private boolean name(Token previous, Token token) {
        return switch (previous.getType()) {
            case AgParser.NUMBER -> true;
            case AgParser.NAME ->
                (isFactor(previous.getText()) && isFactor(token.getText())) || isDescription(previous);
            case AgParser.STRING, AgParser.TRUE, AgParser.FALSE -> false;
            case AgParser.PRIME -> isFactor(token.getText()) && touches(previous);
            default -> TokenRoles.endsOperand(previous) && isFactor(token.getText());
        };
    }

    /** {@code describe d}, as it is said. */
    private boolean isDescription(Token previous) {
        return previous.getText().equals("describe") && statement.size() == begun + 1;
    }

    /** A prime belongs to what it touches; a quote around a text does not. */
    private boolean touches(Token prime) {
        return statement.size() > 1 && statement.get(statement.size() - 2).getStopIndex() + 1 == prime.getStartIndex();
    }

    private boolean number(Token previous, boolean spaced) {
        return switch (previous.getType()) {
            case AgParser.FACTORIAL, AgParser.DEGREE -> true;
            case AgParser.NAME -> isFunction(previous) || (spaced && endsExponent());
            case AgParser.SUPERSCRIPT -> isFunction(back(1));
            case AgParser.PRIME -> isFunction(back(1)) || back(1).getType() == AgParser.NUMBER;
            case AgParser.NUMBER ->
                (spaced && endsExponent() && !TokenRoles.isMinus(back(1)))
                        || (endsExponent() && isFunction(TokenRoles.isMinus(back(1)) ? back(3) : back(2)));
            default -> false;
        };
    }

    private Token back(int steps) {
        return statement.get(Math.max(statement.size() - 1 - steps, 0));
    }

    /** Whether what was read last is an exponent of one token, perhaps behind a minus. */
    private boolean endsExponent() {
        int before = TokenRoles.isMinus(back(1)) ? 2 : 1;
        return statement.size() - begun > before && TokenRoles.isPower(back(before));
    }

    private static boolean isFunction(Token token) {
        return token.getType() == AgParser.NAME && WrittenNames.isFunction(token.getText());
    }

    /** Whether a word may be a factor: a letter, a function, or a few of them written together. */
    private static boolean isFactor(String name) {
        return WrittenNames.isLetter(name)
                || Greek.isName(name)
                || (name.length() <= MOST_LETTERS && CommandWord.of(name) == CommandWord.NONE)
                || WrittenNames.isFunction(name)
                || !WrittenWord.parts(name).isEmpty();
    }
}
