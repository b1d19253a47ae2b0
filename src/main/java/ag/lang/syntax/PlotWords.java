package ag.lang.syntax;

import ag.lang.syntax.grammar.AgParser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** The words that may begin what {@code plot} draws: {@code tangent f at 2}, {@code area f from 0 to 1}, {@code area between f and g}. */
final class PlotWords {
    private static final Map<String, Integer> TYPES =
            Map.of("tangent", AgParser.TANGENT, "area", AgParser.AREA, "between", AgParser.BETWEEN);

    private PlotWords() {}

    /**
     * What a word begins here; empty where it is a name like any other.
     *
     * @param before what was read of the statement
     * @param next what follows the word
     */
    static Optional<Integer> type(List<Token> before, Token word, Token next) {
        Integer type = TYPES.get(word.getText());
        if (type == null) {
            return Optional.empty();
        }
        int previous = before.getLast().getType();
        boolean first = type == AgParser.BETWEEN
                ? previous == AgParser.AREA
                : previous == AgParser.PLOT || previous == AgParser.COMMA;
        boolean spaced = next.getStartIndex() > word.getStopIndex() + 1;
        boolean operand = TokenRoles.isFirstWord(next)
                || (spaced && List.of("(", "[", "√", "∛", "|").contains(next.getText()));
        return first && operand ? Optional.of(type) : Optional.empty();
    }
}
