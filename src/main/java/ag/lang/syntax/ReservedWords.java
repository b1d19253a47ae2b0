package ag.lang.syntax;

import ag.lang.syntax.grammar.AgParser;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** The words that can be no names, wherever they stand. */
final class ReservedWords {
    private ReservedWords() {}

    private static final Set<Integer> TYPES = Set.of(
            AgParser.IF,
            AgParser.THEN,
            AgParser.ELSE,
            AgParser.FOR,
            AgParser.IN,
            AgParser.AND,
            AgParser.OR,
            AgParser.NOT,
            AgParser.TRUE,
            AgParser.FALSE);

    static boolean contains(Token token) {
        return TYPES.contains(token.getType());
    }

    /** The words as they are written. */
    static List<String> all() {
        return TYPES.stream()
                .map(AgParser.VOCABULARY::getLiteralName)
                .map(quoted -> quoted.substring(1, quoted.length() - 1))
                .sorted()
                .toList();
    }
}
