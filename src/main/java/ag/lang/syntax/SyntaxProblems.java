package ag.lang.syntax;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.syntax.grammar.AgParser;
import java.util.List;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;

/** Says in plain words why some tokens make no statement. */
final class SyntaxProblems {
    /** {@code {f(x)}^2}: braces that only hold together, as LaTeX has them. */
    private static final Pattern GROUP = Pattern.compile("\\{([^{}=;,]+)}(\\s*[\\^*/+·²³-].*)");

    private final WrongStatement statement;

    SyntaxProblems(Places places, List<Token> tokens) {
        this.statement = new WrongStatement(places, tokens);
    }

    /** The problem of a statement that the parser could not go on with at {@code offending}. */
    AgException at(Token offending) {
        AgException other = new OtherSystems(statement).at(index(offending));
        if (other != null) {
            return other;
        }
        for (Token token : statement.tokens()) {
            if (token.getType() == AgParser.OPEN_STRING) {
                return statement.problem(
                        ErrorCode.UNCLOSED_TEXT,
                        "this text is never closed",
                        token,
                        "end it with another \" on the same line");
            }
            if (token.getType() == AgParser.STRANGE) {
                return new CharacterProblems(statement).strange(token);
            }
        }
        AgException bracket = new BracketProblems(statement).at(offending);
        return bracket == null ? unexpected(index(offending)) : bracket;
    }

    /** The offending token's place; for one that stands for a multiplication, that of the factor behind it. */
    private int index(Token offending) {
        for (int i = 0; i < statement.tokens().size(); i++) {
            if (statement.token(i).getStartIndex() >= offending.getStartIndex()
                    || statement.token(i).getType() == Token.EOF) {
                return i;
            }
        }
        return statement.tokens().size() - 1;
    }

    private AgException unexpected(int index) {
        Token offending = statement.token(index);
        String text = offending.getText();
        boolean atEnd = WrongStatement.isEnd(offending);
        if (index == 0) {
            return unexpectedBeginning(offending);
        }
        Token previous = statement.token(index - 1);
        Token next = statement.token(index + 1);
        if (text.equals("=") && ReservedWords.contains(previous)) {
            return reserved(previous);
        }
        if (previous.getText().equals("=")
                && ReservedWords.contains(offending)
                && !TokenRoles.beginsOperand(offending)) {
            return reserved(offending);
        }
        if (TokenRoles.isSign(previous) && offending.getType() == AgParser.IN) {
            return reserved(offending);
        }
        if (previous.getText().equals("<") && text.equals(">")) {
            return statement.problem(
                    ErrorCode.UNEXPECTED, "'<>' means nothing", offending, "to ask whether two differ write: a != b");
        }
        if (index > 1 && previous.getText().equals("+") && text.equals("+") && WrongStatement.isEnd(next)) {
            return statement.problem(
                    ErrorCode.UNEXPECTED,
                    "'++' means nothing",
                    offending,
                    "write: " + statement.token(index - 2).getText() + " += 1");
        }
        if (TokenRoles.isSign(previous) && !TokenRoles.beginsOperand(offending)) {
            return missingAfter(previous, index > 1 ? statement.token(index - 2) : previous);
        }
        if (TokenRoles.isSign(offending)
                && TokenRoles.endsOperand(previous)
                && !TokenRoles.beginsOperand(next)
                && !text.equals("=")) {
            return missingAfter(offending, previous);
        }
        if (atEnd) {
            return statement.problem(
                    ErrorCode.UNFINISHED,
                    "the statement ends too early after '" + previous.getText() + "'",
                    previous,
                    unfinishedHint());
        }
        if (text.equals("=") || AssignmentProblems.UPDATES.contains(text)) {
            return new AssignmentProblems(statement).at(index);
        }
        if (TokenRoles.endsOperand(previous) && TokenRoles.beginsOperand(offending)) {
            return sideBySide(index);
        }
        if (ReservedWords.contains(offending)) {
            return reserved(offending);
        }
        if (text.equals(")") || text.equals("]")) {
            return statement.problem(
                    ErrorCode.UNEXPECTED, "'" + text + "' comes too early", offending, "put an expression before it");
        }
        return statement.problem(
                ErrorCode.UNEXPECTED,
                "'" + text + "' cannot stand here",
                offending,
                TokenRoles.isSign(offending)
                        ? signHint(index)
                        : text.equals("{") && unfinishedHint().isEmpty()
                                ? "brackets in a formula are round: d/dx (x^3)"
                                : unfinishedHint());
    }

    private String commaHint(int index) {
        Token previous = statement.token(index - 1);
        Token next = statement.token(index + 1);
        int open = index - 1;
        for (int depth = 0; open >= 0 && depth >= 0; open--) {
            depth -= TokenRoles.nesting(statement.token(open))
                    + (statement.token(open).getText().equals("{") ? 1 : 0);
        }
        String bracket = statement.token(open + 1).getText();
        if (bracket.equals("{") && !statement.needsBlock()) {
            return "cases are written { x^2 if x < 0; 2x otherwise }";
        }
        int equals = statement.position("=");
        if (equals > 0 && equals < index && statement.token(1).getText().equals("(") && open < 0) {
            int end = statement.tokens().size() - 1;
            return "write: " + statement.text(0, equals) + " = { " + statement.text(equals + 1, index) + " if "
                    + statement.text(index + 1, end) + " }";
        }
        if (open < 0
                && next.getType() == AgParser.NAME
                && statement.token(index + 2).getText().equals("=")) {
            int end = statement.tokens().size() - 1;
            return "write: " + statement.text(0, index) + "; " + statement.text(index + 1, end);
        }
        if (bracket.equals("(")) {
            return "a vector stands in square brackets: [1, 2, 3]";
        }
        return previous.getType() == AgParser.NUMBER && next.getType() == AgParser.NUMBER
                ? "numbers are written with a point and without commas: 2.5, 1_000"
                : "several values are written [1, 2]; several names are given values by (a, b) = [1, 2]";
    }

    private String signHint(int index) {
        int head = statement.head().getType();
        Token previous = statement.token(Math.max(index - 1, 0));
        return switch (statement.token(index).getText()) {
            case "," -> commaHint(index);
            case "->" ->
                head == AgParser.DATA
                        ? "write the inputs of the sample on its left: 1, 2 -> 3"
                        : "before '->' stand the names that a function takes, as in x -> x^2 and (x, y) -> x*y, or the"
                                + " inputs of a row of data";
            case "≈", "~=" ->
                "it belongs to assert: assert a ≈ b within 1e-6; anywhere else write abs(a - b) <= 1e-6, or"
                        + " norm(a - b) <= 1e-6 for vectors";
            case "==" ->
                head == AgParser.LET || head == AgParser.SET
                        ? "a value is given by a single '='"
                        : "write a value on its left";
            case "-" ->
                "√∛".contains(previous.getText())
                        ? "a root of a number with a sign needs brackets: " + previous.getText() + "(-"
                                + statement.token(index + 1).getText() + ")"
                        : "write a value on its left";
            default -> "write a value on its left";
        };
    }

    private AgException unexpectedBeginning(Token offending) {
        String text = offending.getText();
        if (ReservedWords.contains(offending)) {
            return reserved(offending);
        }
        if (offending.getType() == AgParser.PRIME) {
            return new CharacterProblems(statement).singleQuotes(offending);
        }
        if (!TokenRoles.isSign(offending)) {
            return statement.problem(
                    ErrorCode.UNEXPECTED,
                    "a statement cannot begin with '" + text + "'",
                    offending,
                    text.equals("{")
                                    && GROUP.matcher(statement.text(
                                                    0, statement.tokens().size() - 1))
                                            .matches()
                            ? "write: "
                                    + GROUP.matcher(statement.text(
                                                    0, statement.tokens().size() - 1))
                                            .replaceFirst("($1)$2")
                            : text.equals("{")
                                    ? "ag has no sets: a vector is written [1, 2, 3], a condition 0 < x; braces belong"
                                            + " to for, while, repeat, if, or f(x) = { … }"
                                    : text.equals("∂") ? "write: ∂f/∂x, or ∂/∂x (x^2 y)" : "");
        }
        boolean goesOn = statement.places().span(offending).line() > 1;
        return statement.problem(
                ErrorCode.UNEXPECTED,
                "a statement cannot begin with '" + text + "'",
                offending,
                goesOn
                        ? "to go on with the line before, end that line with '" + text + "'"
                        : "write a value on its left");
    }

    private AgException missingAfter(Token sign, Token before) {
        if (!sign.getText().equals(".")) {
            return statement.problem(
                    ErrorCode.MISSING_OPERAND,
                    "something is missing after '" + sign.getText() + "'",
                    sign,
                    statement.has(AgParser.RANGE) && sign.getText().equals("+")
                            ? "a sum is written: Σ(k=1..10) k^2"
                            : "write a value on its right");
        }
        String number = before.getText();
        return before.getType() == AgParser.NUMBER
                ? statement.problem(
                        ErrorCode.MISSING_OPERAND,
                        "a number does not end with its point",
                        sign,
                        "write " + number + " or " + number + ".0")
                : statement.problem(
                        ErrorCode.MISSING_OPERAND,
                        "something is missing after '.'",
                        sign,
                        "a name follows it: a.grad, or a.relu() for relu(a)");
    }

    private AgException sideBySide(int index) {
        Token left = statement.token(index - 1);
        Token right = statement.token(index);
        Token head = statement.head();
        if (left.getType() == AgParser.PRIME
                && left.getStartIndex() > statement.token(index - 2).getStopIndex() + 1) {
            return new CharacterProblems(statement).singleQuotes(left);
        }
        if (!statement.inBlock(index) && statement.needsBlock()) {
            return statement.problem(
                    ErrorCode.MISSING_BLOCK,
                    "'" + head.getText() + "' is not written like this",
                    right,
                    "write: " + Forms.of(head.getText()));
        }
        if (left.getText().equals("mod") && index > 1) {
            return statement.problem(
                    ErrorCode.OTHER_SYSTEM, "the remainder is a function", left, "write: " + remainder(index - 1));
        }
        return statement.problem(
                ErrorCode.MISSING_OPERATOR,
                "'" + left.getText() + "' and '" + right.getText() + "' stand side by side",
                right,
                sideBySideHint(left, right, statement.inBrackets(index)));
    }

    /** The line with the function; a form to be filled in where the sides are more than a number or a name each. */
    private String remainder(int sign) {
        int last = statement.tokens().size() - 1;
        int from = sign > 1 && statement.token(sign - 2).getText().equals("-") ? sign - 2 : sign - 1;
        boolean whole = (from == 0 || statement.token(from - 1).getText().equals("=")) && sign + 2 == last;
        return whole
                ? (statement.text(0, from) + " mod(" + statement.text(from, sign) + ", "
                                + statement.text(sign + 1, last) + ")")
                        .strip()
                : "mod(a, b), with all of its left side as a";
    }

    private static String meantCommand(Token word, Token head) {
        return word.getStartIndex() > head.getStartIndex()
                ? ""
                : CommandWord.nearest(word.getText())
                        .map(command -> "did you mean '" + command + "'?   ")
                        .orElse("");
    }

    private String sideBySideHint(Token left, Token right, boolean inBrackets) {
        Token head = statement.head();
        if (inBrackets) {
            return "write ',' or an operator such as '*' between them";
        }
        return switch (head.getType()) {
            case AgParser.PRINT -> "write ',' between the values";
            case AgParser.GRAD, AgParser.CHECK, AgParser.TRAIN, AgParser.MINIMIZE, AgParser.FILE_COMMAND ->
                "write: " + Forms.of(head.getText());
            default ->
                left.getType() == AgParser.NAME && right.getType() == AgParser.NAME
                        ? meantCommand(left, head) + "to multiply write " + left.getText() + "*" + right.getText()
                                + "; to call a function write " + left.getText() + "(" + right.getText() + ")"
                        : "write an operator between them, such as '*'";
        };
    }

    private String unfinishedHint() {
        if (statement.has(AgParser.THEN) && !statement.has(AgParser.ELSE)) {
            return "an if that gives a value needs else: if condition then a else b";
        }
        if (statement.head().getType() == AgParser.DATA && statement.has("{")) {
            return "behind the inputs of a sample stand its targets: 1, 2 -> 3";
        }
        String form = Forms.of(statement.head().getText());
        return form.isEmpty() ? "" : "write: " + form;
    }

    private AgException reserved(Token word) {
        String text = word.getText();
        boolean asName =
                statement.token(statement.tokens().indexOf(word) + 1).getText().equals("=");
        String hint = asName
                ? "choose another name"
                : switch (word.getType()) {
                    case AgParser.THEN, AgParser.ELSE ->
                        text + " belongs to an if: if condition { … } else { … }, or if condition then a else b";
                    case AgParser.AND, AgParser.OR -> "write a condition on its left";
                    case AgParser.FOR -> "write: for x in v { … }, or [x^2 for x in v]";
                    case AgParser.IN -> "in belongs to for: for x in v { … }";
                    default -> "choose another name";
                };
        return statement.problem(
                ErrorCode.RESERVED_WORD, "'" + text + "' is a word of the language and cannot stand here", word, hint);
    }
}
