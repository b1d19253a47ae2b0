package ag.lang.syntax;

import ag.lang.syntax.grammar.AgParser;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** What stands before the first {@code =} of a statement. */
record StatementHead(List<Token> tokens) {
    /** Whether {@code =} gives it a value, as a name or {@code f(x)}; where it does not, the statement is an equation. */
    boolean takesValue() {
        int size = tokens.size();
        if (size == 0) {
            return true;
        }
        return switch (tokens.getFirst().getType()) {
            case AgParser.IF, AgParser.FOR, AgParser.ELSE -> true;
            case AgParser.NAME -> size == 1 || isFunction() || isPart() || isSeveral() || isWords();
            case AgParser.LPAREN -> isNames(1, size - 1) && size > 3;
            default -> isSeveral();
        };
    }

    private int type(int at) {
        return tokens.get(at).getType();
    }

    private boolean isFunction() {
        int last = tokens.size() - 1;
        return type(1) == AgParser.LPAREN && type(last) == AgParser.RPAREN && isNames(2, last);
    }

    /** Whether there is nothing but names with their standard values up to {@code to}. */
    private boolean isNames(int from, int to) {
        int depth = 0;
        for (int i = from; i < to; i++) {
            boolean begins = i == from || (depth == 0 && type(i - 1) == AgParser.COMMA);
            if (begins) {
                boolean whole = type(i) == AgParser.NAME
                        && (i + 1 == to || type(i + 1) == AgParser.COMMA || type(i + 1) == AgParser.EQUALS);
                if (!whole) {
                    return false;
                }
            }
            depth += TokenRoles.nesting(tokens.get(i));
            if (depth < 0) {
                return false;
            }
        }
        return true;
    }

    /** v[1] and a.grad are parts of something, which set changes. */
    private boolean isPart() {
        String second = tokens.get(1).getText();
        return second.equals(".")
                || (second.equals("[") && tokens.getLast().getText().equals("]"));
    }

    private boolean isSeveral() {
        return tokens.stream().anyMatch(token -> token.getType() == AgParser.COMMA)
                && tokens.stream().noneMatch(token -> token.getType() == AgParser.LPAREN);
    }

    /** Words that nothing joins, as in a command that is not written correctly. */
    private boolean isWords() {
        return type(1) == AgParser.NAME;
    }
}
