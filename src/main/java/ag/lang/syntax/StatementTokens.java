package ag.lang.syntax;

import ag.lang.source.BlankCharacters;
import ag.lang.source.Span;
import ag.lang.syntax.grammar.AgLexer;
import ag.lang.syntax.grammar.AgParser;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * Cuts a program into the tokens of one statement after the other, and settles what a grammar cannot: where a line end ends a
 * statement, where a number multiplies what stands behind it, and whether a word begins a command or is somebody's name.
 */
final class StatementTokens {
    private final List<Token> tokens = new ArrayList<>();
    private final Deque<Bracket> brackets = new ArrayDeque<>();
    private final AgLexer lexer;
    private List<Token> statement = new ArrayList<>();
    private final List<List<Token>> statements = new ArrayList<>();
    private CommandWord head = CommandWord.NONE;
    private boolean atStart = true;

    private StatementTokens(Span part) {
        lexer = new AgLexer(CharStreams.fromString(part.text(), part.source().name()));
        lexer.removeErrorListeners();
    }

    /** An open bracket, and for a brace the statement it belongs to. */
    private record Bracket(Token token, CommandWord head) {
        boolean isBrace() {
            return token.getText().equals("{");
        }
    }

    /** The tokens of each statement, each list ending with EOF. */
    static List<List<Token>> of(Span part) {
        return new StatementTokens(part).read();
    }

    private List<List<Token>> read() {
        for (Token token = lexer.nextToken(); ; token = lexer.nextToken()) {
            tokens.add(
                    token.getType() == AgParser.NAME && !isName(token.getText())
                            ? retyped(token, AgParser.STRANGE)
                            : token);
            if (token.getType() == Token.EOF) {
                break;
            }
        }
        joinDifferentials();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.getType() == Token.EOF) {
                finish(token);
            } else if (token.getType() == AgParser.LINE_END) {
                lineEnd(i);
            } else if (token.getText().equals(";")
                    && (brackets.isEmpty() || brackets.peek().isBrace())) {
                separate(token);
            } else {
                accept(i, token);
            }
        }
        return statements;
    }

    /** Makes one token of {@code d/dx} where it stands before a parenthesis, and where an operand can begin. */
    private void joinDifferentials() {
        for (int i = 0; i + 3 < tokens.size(); i++) {
            Token d = tokens.get(i);
            Token variable = tokens.get(i + 2);
            boolean begins = i == 0
                    || !TokenRoles.endsOperand(tokens.get(i - 1))
                    || CommandWord.of(tokens.get(i - 1).getText()) != CommandWord.NONE;
            if (begins
                    && d.getText().equals("d")
                    && tokens.get(i + 1).getText().equals("/")
                    && variable.getText().startsWith("d")
                    && variable.getText().length() > 1
                    && variable.getStopIndex()
                            == d.getStartIndex() + variable.getText().length() + 1
                    && tokens.get(i + 3).getText().equals("(")) {
                CommonToken joined = new CommonToken(d);
                joined.setType(AgParser.DIFFERENTIAL);
                joined.setStopIndex(variable.getStopIndex());
                tokens.subList(i, i + 3).clear();
                tokens.add(i, joined);
            }
        }
    }

    /** A letter or _, then letters, marks, digits and subscripts; the grammar only looks for these roughly. */
    private static boolean isName(String text) {
        if (text.equals("∞")) {
            return true;
        }
        int first = text.codePointAt(0);
        return (Character.isLetter(first) || first == '_')
                && text.codePoints().noneMatch(BlankCharacters::contains)
                && text.codePoints()
                        .skip(1)
                        .allMatch(c ->
                                Character.isLetterOrDigit(c) || c == '_' || isMark(c) || (c >= 0x2080 && c <= 0x2089));
    }

    private static boolean isMark(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }

    private void lineEnd(int i) {
        if (!brackets.isEmpty() && !brackets.peek().isBrace()) {
            return;
        }
        Token previous = statement.isEmpty() ? null : statement.getLast();
        if (previous != null && TokenRoles.continues(previous)) {
            return;
        }
        int next = nextWord(i);
        if (tokens.get(next).getType() == AgParser.ELSE && previous != null) {
            return;
        }
        separate(tokens.get(i));
    }

    private int nextWord(int i) {
        int next = i;
        while (tokens.get(next).getType() == AgParser.LINE_END) {
            next++;
        }
        return next;
    }

    private void separate(Token at) {
        if (brackets.isEmpty()) {
            finish(at);
        } else {
            statement.add(retyped(at, AgParser.SEPARATOR));
            begin(brackets.peek().head());
        }
    }

    private void finish(Token at) {
        if (!statement.isEmpty()) {
            CommonToken end = new CommonToken(at);
            end.setType(Token.EOF);
            statement.add(end);
            statements.add(statement);
            statement = new ArrayList<>();
        }
        brackets.clear();
        begin(CommandWord.NONE);
    }

    private void begin(CommandWord owner) {
        head = owner.hasSettings() ? CommandWord.SETTING : owner.hasRows() ? CommandWord.ROW : CommandWord.NONE;
        atStart = true;
    }

    private void accept(int i, Token token) {
        switch (token.getText()) {
            case "(", "[" -> brackets.push(new Bracket(token, head));
            case "{" -> {
                statement.add(token);
                brackets.push(new Bracket(token, head));
                begin(head);
                return;
            }
            case ")", "]", "}" -> {
                if (!brackets.isEmpty()) {
                    head = brackets.pop().head();
                }
                atStart = false;
            }
            default -> {}
        }
        Token word = token.getType() == AgParser.NAME ? word(i, token) : token;
        if (multiplies(word)) {
            statement.add(retyped(word, AgParser.JUXTAPOSED));
        } else if (beginsNextValue(word)) {
            statement.add(retyped(word, AgParser.NEXT));
        }
        statement.add(word);
        atStart = false;
    }

    /** A name, or the command or the part of a command that it is here. */
    private Token word(int i, Token token) {
        String text = token.getText();
        if (atStart && head == CommandWord.SETTING) {
            head = text.equals("layer") ? CommandWord.LAYER : CommandWord.VALUES;
            return retyped(token, AgParser.OPTION);
        }
        if (atStart && head != CommandWord.ROW) {
            CommandWord command = CommandWord.of(text);
            if (command != CommandWord.NONE
                    && beginsOperand(
                            command, token, tokens.get(i + 1), tokens.get(Math.min(i + 2, tokens.size() - 1)))) {
                head = command;
                return retyped(token, command.tokenType());
            }
            return token;
        }
        if (isOutermost()
                && TokenRoles.endsOperand(statement.getLast())
                && head.clauses().containsKey(text)) {
            return retyped(token, head.clauses().get(text));
        }
        return token;
    }

    /** Whether what follows a command word makes it a command: {@code grad L}, but not {@code grad = 3} or {@code grad(L, a)}. */
    private static boolean beginsOperand(CommandWord command, Token word, Token next, Token afterNext) {
        boolean spaced = next.getStartIndex() > word.getStopIndex() + 1;
        if (TokenRoles.isFirstWord(next)) {
            return true;
        }
        return switch (next.getType()) {
            case Token.EOF, AgParser.LINE_END -> command.standsAlone();
            default ->
                switch (next.getText()) {
                    case "√" -> true;
                    case "(" -> spaced || command.takesParenthesis();
                    case "[" -> spaced;
                    case "-", "−" ->
                        spaced
                                && afterNext.getType() != AgParser.LINE_END
                                && afterNext.getStartIndex() == next.getStopIndex() + 1;
                    case ";", "}" -> command.standsAlone();
                    default -> false;
                };
        };
    }

    private boolean multiplies(Token token) {
        if (statement.isEmpty() || statement.getLast().getType() != AgParser.NUMBER) {
            return false;
        }
        if (head == CommandWord.LAYER && isOutermost()) {
            return false;
        }
        return token.getType() == AgParser.NAME
                || token.getText().equals("(")
                || token.getText().equals("√");
    }

    private boolean beginsNextValue(Token token) {
        return head.hasValues()
                && isOutermost()
                && TokenRoles.endsOperand(statement.getLast())
                && TokenRoles.isFirstWord(token);
    }

    private boolean isOutermost() {
        return brackets.isEmpty() || brackets.peek().isBrace();
    }

    private static Token retyped(Token token, int type) {
        CommonToken copy = new CommonToken(token);
        copy.setType(type);
        return copy;
    }
}
