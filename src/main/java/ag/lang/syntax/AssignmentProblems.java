package ag.lang.syntax;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.syntax.grammar.AgParser;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/** Says why a sign such as {@code =} or {@code +=} cannot stand where it stands. */
record AssignmentProblems(WrongStatement statement) {
    static final Set<String> UPDATES = Set.of("+=", "-=", "*=", "/=");

    /** The problem of the sign of this index. */
    AgException at(int index) {
        Token sign = statement.token(index);
        Token previous = statement.token(index - 1);
        Token head = statement.head();
        boolean inBlock = statement.inBlock(index);
        if (head.getType() == AgParser.FOR && !inBlock) {
            return statement.problem(
                    ErrorCode.MISSING_BLOCK,
                    "'for' goes through something with 'in'",
                    sign,
                    "write: " + Forms.of("for"));
        }
        if (!inBlock && index > 1 && statement.needsBlock() && TokenRoles.endsOperand(statement.token(index - 2))) {
            return statement.problem(
                    ErrorCode.MISSING_BLOCK,
                    "'" + head.getText() + "' is not written like this",
                    previous,
                    "write: " + Forms.of(head.getText()));
        }
        if (!inBlock && asks(head) && sign.getText().equals("=")) {
            return statement.problem(
                    ErrorCode.BAD_ASSIGNMENT,
                    "'=' gives a value, and here is a question",
                    sign,
                    "to compare write '=='");
        }
        if (!inBlock && isView(head) && namesFormula(index)) {
            return statement.problem(
                    ErrorCode.BAD_ASSIGNMENT,
                    "a formula is named by a statement of its own, before '" + head.getText() + "'",
                    sign,
                    "leave the name out: " + head.getText() + " " + rest(index));
        }
        if (index > 1 && previous.getType() == AgParser.NAME && TokenRoles.endsOperand(statement.token(index - 2))) {
            return statement.problem(
                    ErrorCode.MISSING_SEPARATOR,
                    "a new statement begins at '" + previous.getText() + "'",
                    previous,
                    "begin a new line, or write ';' between statements and ',' between the parts of let and set");
        }
        if (UPDATES.contains(sign.getText())) {
            return statement.problem(
                    ErrorCode.BAD_ASSIGNMENT,
                    "only a name can stand on the left of '" + sign.getText() + "'",
                    sign,
                    "to change an element of an input write: set v[1] " + sign.getText() + " …");
        }
        if (statement.tokens().subList(0, index).stream()
                        .anyMatch(token -> token.getText().equals("="))
                && !statement.inBrackets(index)) {
            return statement.problem(
                    ErrorCode.BAD_ASSIGNMENT,
                    "a statement gives one value: it has one '='",
                    sign,
                    "to compare write '=='; to give two names a value write two statements");
        }
        if (previous.getText().equals("]")) {
            return statement.problem(
                    ErrorCode.BAD_ASSIGNMENT,
                    "only a name can stand on the left of '='",
                    sign,
                    "to change an element of an input write: set v[1] = …");
        }
        return statement.problem(
                ErrorCode.BAD_ASSIGNMENT,
                "only a name can stand on the left of '='",
                sign,
                "to compare write '=='; to change an input write 'set'; to define a function write 'f(x) = …'");
    }

    /** Whether the sign stands behind {@code y} or {@code f(x)} at the beginning. */
    private boolean namesFormula(int index) {
        return statement.token(index).getText().equals("=")
                && statement.token(1).getType() == AgParser.NAME
                && (index == 2
                        || (index > 3
                                && statement.token(2).getText().equals("(")
                                && statement.token(index - 1).getText().equals(")")))
                && statement.position("=") == index;
    }

    private String rest(int index) {
        int end = index + 1;
        while (end < statement.tokens().size() && !WrongStatement.isEnd(statement.token(end))) {
            end++;
        }
        return statement.text(index + 1, end);
    }

    private static boolean isView(Token head) {
        return switch (head.getType()) {
            case AgParser.GRAD,
                    AgParser.CHECK,
                    AgParser.TRACE,
                    AgParser.EXPLAIN,
                    AgParser.NUDGE,
                    AgParser.COMPARE,
                    AgParser.GRAPH,
                    AgParser.STEP,
                    AgParser.PRACTICE,
                    AgParser.EXPLORE -> true;
            default -> false;
        };
    }

    private static boolean asks(Token head) {
        return switch (head.getType()) {
            case AgParser.IF, AgParser.WHILE, AgParser.ASSERT -> true;
            default -> false;
        };
    }
}
