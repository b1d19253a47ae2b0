package ag.lang.syntax;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.syntax.grammar.AgParser;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** The tokens of a statement that is none, with what its problems are told by. */
record WrongStatement(Places places, List<Token> tokens) {
    WrongStatement {
        tokens = tokens.stream()
                .filter(token -> token.getType() != AgParser.JUXTAPOSED && token.getType() != AgParser.NEXT)
                .toList();
    }

    /** The token of this index, or the last. */
    Token token(int index) {
        return tokens.get(Math.min(index, tokens.size() - 1));
    }

    Token head() {
        return tokens.getFirst();
    }

    /** Whether a block was opened before the token of this index. */
    boolean inBlock(int index) {
        return tokens.subList(0, index).stream()
                .anyMatch(token -> token.getText().equals("{"));
    }

    /** Whether the word that begins it has a block behind it. */
    boolean needsBlock() {
        return switch (head().getType()) {
            case AgParser.FOR, AgParser.WHILE, AgParser.REPEAT, AgParser.TEST -> true;
            case AgParser.IF -> !has(AgParser.THEN);
            default -> false;
        };
    }

    /** Whether a bracket is open at the token of this index. */
    boolean inBrackets(int index) {
        int depth = 0;
        for (Token token : tokens.subList(0, index)) {
            depth += switch (token.getText()) {
                case "(", "[" -> 1;
                case ")", "]" -> -1;
                default -> 0;
            };
        }
        return depth > 0;
    }

    /** The first token with this text; -1 where there is none. */
    int position(String text) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).getText().equals(text)) {
                return i;
            }
        }
        return -1;
    }

    /** The text of the tokens from one to before another. */
    String text(int from, int to) {
        return from >= to
                ? ""
                : places.span(token(from)).to(places.span(token(to - 1))).text();
    }

    boolean has(String text) {
        return tokens.stream().anyMatch(token -> token.getText().equals(text));
    }

    boolean has(int type) {
        return tokens.stream().anyMatch(token -> token.getType() == type);
    }

    /** Whether a statement ends there. */
    static boolean isEnd(Token token) {
        return token.getType() == Token.EOF || token.getType() == AgParser.SEPARATOR;
    }

    AgException problem(ErrorCode error, String message, Token token, String hint) {
        return new AgException(error, message, places.span(token), hint);
    }
}
