package ag.lang.syntax;

import ag.lang.source.AgException;
import ag.lang.syntax.grammar.AgParser;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Says in the user's words why the tokens of a statement are none. */
final class SyntaxProblems {
    private static final Set<String> SIGNS = Set.of(
            "+", "-", "−", "*", "·", "×", "⋅", "/", "÷", "@", "^", "**", "=", "+=", "-=", "*=", "/=", "==", "!=", "≠",
            "<", "<=", "≤", ">", ">=", "≥", "≈", "~=", "..", "..<", ",", "->", ".", "√");

    private static final Set<String> UPDATES = Set.of("+=", "-=", "*=", "/=");

    private final Places places;
    private final List<Token> tokens;

    SyntaxProblems(Places places, List<Token> tokens) {
        this.places = places;
        this.tokens = tokens.stream()
                .filter(token -> token.getType() != AgParser.JUXTAPOSED && token.getType() != AgParser.NEXT)
                .toList();
    }

    /** The problem of a statement that the parser could not go on with at {@code offending}. */
    AgException at(Token offending) {
        for (Token token : tokens) {
            if (token.getType() == AgParser.OPEN_STRING) {
                return problem(
                        "unclosed-text", "this text is never closed", token, "end it with another \" on the same line");
            }
            if (token.getType() == AgParser.STRANGE) {
                return strange(token);
            }
        }
        AgException bracket = bracket(offending);
        return bracket == null ? unexpected(index(offending)) : bracket;
    }

    /** The offending token's place; for one that stands for a multiplication, that of the factor behind it. */
    private int index(Token offending) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).getStartIndex() >= offending.getStartIndex()
                    || tokens.get(i).getType() == Token.EOF) {
                return i;
            }
        }
        return tokens.size() - 1;
    }

    private static boolean isEnd(Token token) {
        return token.getType() == Token.EOF || token.getType() == AgParser.SEPARATOR;
    }

    private @Nullable AgException bracket(Token offending) {
        Deque<Token> open = new ArrayDeque<>();
        for (Token token : tokens) {
            String text = token.getText();
            if (text.equals("(") || text.equals("[") || text.equals("{")) {
                open.push(token);
            } else if (text.equals(")") || text.equals("]") || text.equals("}")) {
                if (open.isEmpty()) {
                    return problem(
                            "unmatched-bracket",
                            "'" + text + "' closes nothing",
                            token,
                            "remove it, or open it with '" + opposite(text) + "' before");
                }
                Token opener = open.pop();
                if (!opposite(opener.getText()).equals(text)) {
                    return problem(
                            "unmatched-bracket",
                            "'" + text + "' cannot close the '" + opener.getText() + "' opened at column "
                                    + places.span(opener).column(),
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
            return problem(
                    "unclosed-bracket",
                    "this '" + bracket + "' is never closed",
                    opener,
                    "add '" + opposite(bracket) + "'");
        }
        if (!bracket.equals("{") && offending.getLine() > opener.getLine()) {
            return problem(
                    "runaway-bracket",
                    "this '" + bracket + "' is never closed",
                    opener,
                    "add '" + opposite(bracket) + "'; line " + offending.getLine()
                            + " is read as part of what it opens");
        }
        return null;
    }

    private AgException unexpected(int index) {
        Token offending = tokens.get(index);
        String text = offending.getText();
        boolean atEnd = isEnd(offending);
        if (index == 0) {
            return unexpectedBeginning(offending);
        }
        Token previous = tokens.get(index - 1);
        Token next = tokens.get(Math.min(index + 1, tokens.size() - 1));
        if (text.equals("=") && ReservedWords.contains(previous)) {
            return reserved(previous);
        }
        if (previous.getText().equals("=") && ReservedWords.contains(offending) && !beginsOperand(offending)) {
            return reserved(offending);
        }
        if (isSign(previous) && offending.getType() == AgParser.IN) {
            return reserved(offending);
        }
        if (previous.getText().equals("<") && text.equals(">")) {
            return problem("unexpected", "'<>' means nothing", offending, "to ask whether two differ write: a != b");
        }
        if (index > 1 && previous.getText().equals("+") && text.equals("+") && isEnd(next)) {
            return problem(
                    "unexpected",
                    "'++' means nothing",
                    offending,
                    "write: " + tokens.get(index - 2).getText() + " += 1");
        }
        if (isSign(previous) && !beginsOperand(offending)) {
            return missingAfter(previous, index > 1 ? tokens.get(index - 2) : previous);
        }
        if (isSign(offending) && StatementTokens.endsOperand(previous) && !beginsOperand(next) && !text.equals("=")) {
            return missingAfter(offending, previous);
        }
        if (atEnd) {
            return problem(
                    "unfinished",
                    "the statement ends too early after '" + previous.getText() + "'",
                    previous,
                    unfinishedHint());
        }
        if (text.equals("=") || UPDATES.contains(text)) {
            return badAssignment(index);
        }
        if (StatementTokens.endsOperand(previous) && beginsOperand(offending)) {
            return sideBySide(index);
        }
        if (ReservedWords.contains(offending)) {
            return reserved(offending);
        }
        if (text.equals(")") || text.equals("]")) {
            return problem("unexpected", "'" + text + "' comes too early", offending, "put an expression before it");
        }
        return problem(
                "unexpected",
                "'" + text + "' cannot stand here",
                offending,
                isSign(offending) ? signHint(previous, text, next) : unfinishedHint());
    }

    private String signHint(Token previous, String sign, Token next) {
        int head = tokens.getFirst().getType();
        return switch (sign) {
            case "," ->
                previous.getType() == AgParser.NUMBER && next.getType() == AgParser.NUMBER
                        ? "numbers are written with a point and without commas: 2.5, 1_000"
                        : "several values are written [1, 2]; several names are given values by (a, b) = [1, 2]";
            case "->" ->
                head == AgParser.DATA
                        ? "write the inputs of the sample on its left: 1, 2 -> 3"
                        : "'->' belongs to the rows of data; a function is written f(x) = x^2";
            case "==" ->
                head == AgParser.LET || head == AgParser.SET
                        ? "a value is given by a single '='"
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
            return singleQuotes(offending);
        }
        if (!isSign(offending)) {
            return problem(
                    "unexpected",
                    "a statement cannot begin with '" + text + "'",
                    offending,
                    text.equals("{") ? "braces belong to for, while, repeat, if, or f(x) = { … }" : "");
        }
        boolean goesOn = places.span(offending).line() > 1;
        return problem(
                "unexpected",
                "a statement cannot begin with '" + text + "'",
                offending,
                goesOn
                        ? "to go on with the line before, end that line with '" + text + "'"
                        : "write a value on its left");
    }

    private AgException missingAfter(Token sign, Token before) {
        if (!sign.getText().equals(".")) {
            return problem(
                    "missing-operand",
                    "something is missing after '" + sign.getText() + "'",
                    sign,
                    "write a value on its right");
        }
        String number = before.getText();
        return before.getType() == AgParser.NUMBER
                ? problem(
                        "missing-operand",
                        "a number does not end with its point",
                        sign,
                        "write " + number + " or " + number + ".0")
                : problem(
                        "missing-operand",
                        "something is missing after '.'",
                        sign,
                        "a name follows it: a.grad, or a.relu() for relu(a)");
    }

    private AgException badAssignment(int index) {
        Token sign = tokens.get(index);
        Token previous = tokens.get(index - 1);
        Token head = tokens.getFirst();
        boolean inBlock = inBlock(index);
        if (head.getType() == AgParser.FOR && !inBlock) {
            return problem(
                    "missing-block", "'for' goes through something with 'in'", sign, "write: " + Forms.of("for"));
        }
        if (!inBlock && index > 1 && needsBlock(head) && StatementTokens.endsOperand(tokens.get(index - 2))) {
            return problem(
                    "missing-block",
                    "'" + head.getText() + "' is written otherwise",
                    previous,
                    "write: " + Forms.of(head.getText()));
        }
        if (!inBlock && asks(head) && sign.getText().equals("=")) {
            return problem(
                    "bad-assignment", "'=' gives a value, and here is a question", sign, "to compare write '=='");
        }
        if (index > 1 && previous.getType() == AgParser.NAME && StatementTokens.endsOperand(tokens.get(index - 2))) {
            return problem(
                    "missing-separator",
                    "a new statement begins at '" + previous.getText() + "'",
                    previous,
                    "begin a new line, or write ';' between statements and ',' between the parts of let and set");
        }
        if (UPDATES.contains(sign.getText())) {
            return problem(
                    "bad-assignment",
                    "only a name can stand on the left of '" + sign.getText() + "'",
                    sign,
                    "to change an element of an input write: set v[1] " + sign.getText() + " …");
        }
        if (tokens.subList(0, index).stream().anyMatch(token -> token.getText().equals("=")) && !inBrackets(index)) {
            return problem(
                    "bad-assignment",
                    "a statement gives one value: it has one '='",
                    sign,
                    "to compare write '=='; to give two names a value write two statements");
        }
        if (previous.getText().equals("]")) {
            return problem(
                    "bad-assignment",
                    "only a name can stand on the left of '='",
                    sign,
                    "to change an element of an input write: set v[1] = …");
        }
        return problem(
                "bad-assignment",
                "only a name can stand on the left of '='",
                sign,
                "to compare write '=='; to change an input write 'set'; to define a function write 'f(x) = …'");
    }

    private AgException sideBySide(int index) {
        Token left = tokens.get(index - 1);
        Token right = tokens.get(index);
        Token head = tokens.getFirst();
        if (left.getType() == AgParser.PRIME
                && left.getStartIndex() > tokens.get(index - 2).getStopIndex() + 1) {
            return singleQuotes(left);
        }
        if (!inBlock(index) && needsBlock(head)) {
            return problem(
                    "missing-block",
                    "'" + head.getText() + "' is written otherwise",
                    right,
                    "write: " + Forms.of(head.getText()));
        }
        return problem(
                "missing-operator",
                "'" + left.getText() + "' and '" + right.getText() + "' stand side by side",
                right,
                sideBySideHint(left, right, inBrackets(index)));
    }

    private static String meantCommand(Token word, Token head) {
        return word.getStartIndex() > head.getStartIndex()
                ? ""
                : CommandWord.nearest(word.getText())
                        .map(command -> "did you mean '" + command + "'?   ")
                        .orElse("");
    }

    private String sideBySideHint(Token left, Token right, boolean inBrackets) {
        Token head = tokens.getFirst();
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

    private AgException singleQuotes(Token quote) {
        return problem(
                "strange-character",
                "a text does not stand in single quotes",
                quote,
                "texts are written in double quotes: \"…\"");
    }

    private boolean inBlock(int index) {
        return tokens.subList(0, index).stream()
                .anyMatch(token -> token.getText().equals("{"));
    }

    private static boolean asks(Token head) {
        return switch (head.getType()) {
            case AgParser.IF, AgParser.WHILE, AgParser.ASSERT -> true;
            default -> false;
        };
    }

    private boolean needsBlock(Token head) {
        return switch (head.getType()) {
            case AgParser.FOR, AgParser.WHILE, AgParser.REPEAT, AgParser.TEST -> true;
            case AgParser.IF -> !has(AgParser.THEN);
            default -> false;
        };
    }

    private boolean inBrackets(int index) {
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

    private boolean has(String text) {
        return tokens.stream().anyMatch(token -> token.getText().equals(text));
    }

    private boolean has(int type) {
        return tokens.stream().anyMatch(token -> token.getType() == type);
    }

    private String unfinishedHint() {
        if (has(AgParser.THEN) && !has(AgParser.ELSE)) {
            return "an if that gives a value needs else: if condition then a else b";
        }
        if (tokens.getFirst().getType() == AgParser.DATA && has("{")) {
            return "behind the inputs of a sample stand its targets: 1, 2 -> 3";
        }
        String form = Forms.of(tokens.getFirst().getText());
        return form.isEmpty() ? "" : "write: " + form;
    }

    private AgException reserved(Token word) {
        String text = word.getText();
        boolean asName = tokens.get(Math.min(tokens.indexOf(word) + 1, tokens.size() - 1))
                .getText()
                .equals("=");
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
        return problem("reserved-word", "'" + text + "' is a word of the language and cannot stand here", word, hint);
    }

    private AgException strange(Token token) {
        String text = token.getText();
        if (text.codePoints().allMatch(Character::isDigit)) {
            String digits = text.codePoints()
                    .mapToObj(digit -> Integer.toString(Character.digit(digit, 10)))
                    .collect(Collectors.joining());
            return problem(
                    "strange-character", "ag does not know the digits '" + text + "'", token, "write: " + digits);
        }
        String hint = switch (text) {
            case "&" -> "write 'and'";
            case "|" -> "write 'or', or abs(x) for |x|";
            case "!" -> "write 'not' for the opposite of a condition; ag has no sign for the factorial";
            case "%" -> "ag has no remainder sign; write mod(a, b)";
            case "?" -> "write: if c then p else q";
            case ":" -> colonHint();
            case "\\" -> "remove it; a line goes on after an operator or a comma";
            case "“", "”", "„", "`" -> "texts are written in straight quotes: \"…\"";
            case "⁻" -> "write a negative power as x^(-1)";
            case "$" -> "names are letters, digits and _";
            default -> "remove it";
        };
        return problem("strange-character", "ag does not know the character '" + text + "'", token, hint);
    }

    /** Whoever writes a colon often comes from Python. */
    private String colonHint() {
        Token head = tokens.getFirst();
        if (has("def") || has("lambda")) {
            return "a function is written f(x) = x^2, or f(x) = { … }";
        }
        return needsBlock(head)
                ? "write: " + Forms.of(head.getText())
                : "a value is given by '=', a choice is written: if c then p else q";
    }

    private static boolean isSign(Token token) {
        return switch (token.getType()) {
            case AgParser.AND, AgParser.OR, AgParser.NOT -> true;
            default -> SIGNS.contains(token.getText());
        };
    }

    private static boolean beginsOperand(Token token) {
        return switch (token.getType()) {
            case AgParser.NAME,
                    AgParser.NUMBER,
                    AgParser.STRING,
                    AgParser.TRUE,
                    AgParser.FALSE,
                    AgParser.NOT,
                    AgParser.IF -> true;
            default -> Set.of("(", "[", "-", "−", "√").contains(token.getText());
        };
    }

    private AgException problem(String code, String message, Token token, String hint) {
        return new AgException(code, message, places.span(token), hint);
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
