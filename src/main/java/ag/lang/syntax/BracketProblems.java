package ag.lang.syntax;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import java.util.ArrayDeque;
import java.util.Deque;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Says which bracket of a statement has no partner. */
record BracketProblems(WrongStatement statement) {
    /** The problem with its brackets, where the parser could not go on at {@code offending}; null where there is none. */
    @Nullable
    AgException at(Token offending) {
        Deque<Token> open = new ArrayDeque<>();
        for (Token token : statement.tokens()) {
            String text = token.getText();
            if (text.equals("(") || text.equals("[") || text.equals("{")) {
                open.push(token);
            } else if (text.equals(")") || text.equals("]") || text.equals("}")) {
                if (open.isEmpty()) {
                    return statement.problem(
                            ErrorCode.UNMATCHED_BRACKET,
                            "'" + text + "' closes nothing",
                            token,
                            "remove it, or open it with '" + opposite(text) + "' before");
                }
                Token opener = open.pop();
                if (!opposite(opener.getText()).equals(text)) {
                    return statement.problem(
                            ErrorCode.UNMATCHED_BRACKET,
                            "'" + text + "' cannot close the '" + opener.getText() + "' opened at column "
                                    + statement.places().span(opener).column(),
                            token,
                            "write '" + opposite(opener.getText()) + "' here");
                }
            }
        }
        if (open.isEmpty()) {
            return null;
        }
        Token opener = open.peek();
        String bracket = opener.getText();
        if (offending.getType() == Token.EOF) {
            return statement.problem(
                    ErrorCode.UNCLOSED_BRACKET,
                    "this '" + bracket + "' is never closed",
                    opener,
                    "add '" + opposite(bracket) + "'" + lineEnd(opener, bracket));
        }
        if (!bracket.equals("{") && offending.getLine() > opener.getLine()) {
            return statement.problem(
                    ErrorCode.RUNAWAY_BRACKET,
                    "this '" + bracket + "' is never closed",
                    opener,
                    "add '" + opposite(bracket) + "'; line " + offending.getLine()
                            + " is read as part of what it opens");
        }
        return null;
    }

    /** Where it was probably left out: at the end of the line it was opened in. */
    private String lineEnd(Token opener, String bracket) {
        boolean goesOn = statement.tokens().stream()
                .anyMatch(token -> token.getType() != Token.EOF && token.getLine() > opener.getLine());
        return goesOn && !bracket.equals("{")
                ? " at the end of line " + statement.places().span(opener).line()
                : "";
    }

    private static String opposite(String bracket) {
        return switch (bracket) {
            case "(" -> ")";
            case "[" -> "]";
            case "{" -> "}";
            case ")" -> "(";
            case "]" -> "[";
            default -> "{";
        };
    }
}
