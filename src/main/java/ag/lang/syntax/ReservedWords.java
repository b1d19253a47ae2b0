package ag.lang.syntax;

import ag.lang.syntax.grammar.AgParser;
import org.antlr.v4.runtime.Token;

/** The words that can be no names, wherever they stand. */
final class ReservedWords {
    private ReservedWords() {}

    static boolean contains(Token token) {
        return switch (token.getType()) {
            case AgParser.IF,
                    AgParser.THEN,
                    AgParser.ELSE,
                    AgParser.FOR,
                    AgParser.IN,
                    AgParser.AND,
                    AgParser.OR,
                    AgParser.NOT,
                    AgParser.TRUE,
                    AgParser.FALSE -> true;
            default -> false;
        };
    }
}
