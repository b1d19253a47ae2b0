package ag.lang.syntax;

import ag.lang.source.Span;
import ag.lang.syntax.grammar.AgLexer;
import ag.lang.syntax.grammar.AgParser;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * Cuts a program into the tokens of one statement after the other, and settles what a grammar cannot: where a line end ends a
 * statement, where a number multiplies what stands behind it, and whether a word begins a command or is a name of the program.
 */
final class StatementTokens {
    private List<Token> tokens = new ArrayList<>();
    private final Deque<Bracket> brackets = new ArrayDeque<>();
    private final AgLexer lexer;
    private List<Token> statement = new ArrayList<>();
    private final List<List<Token>> statements = new ArrayList<>();
    private CommandWord head = CommandWord.NONE;
    private boolean atStart = true;
    /** Where the statement, or that of the block it is in, began among {@link #statement}. */
    private int begun;
    /** Where the bracket stands that closes the bounds of a sum: what follows is no factor. */
    private int boundsEnd = -1;
    /** How many brackets were open at the last {@code at}; -1 where none was. */
    private int atDepth = -1;

    private StatementTokens(Span part) {
        lexer = new AgLexer(CharStreams.fromString(part.text(), part.source().name()));
        lexer.removeErrorListeners();
    }

    /** An open bracket, for a brace with the statement it belongs to. */
    private record Bracket(Token token, CommandWord head, boolean holdsBounds) {
        boolean isBrace() {
            return token.getType() == AgParser.LBRACE || token.getType() == AgParser.CASES;
        }

        boolean isBar() {
            return token.getType() == AgParser.BAR_OPEN;
        }
    }

    /** The tokens of each statement, each list ending with EOF. */
    static List<List<Token>> of(Span part) {
        return new StatementTokens(part).read();
    }

    private List<List<Token>> read() {
        boolean latex = false;
        boolean raised = false;
        Token previous = null;
        for (Token token = lexer.nextToken(); ; token = lexer.nextToken()) {
            tokens.add(token.getType() == AgParser.NAME ? NameTokens.of(token) : token);
            latex |= LatexTokens.calls(token, previous);
            raised |= RaisedLetters.in(token);
            previous = token;
            if (token.getType() == Token.EOF) {
                break;
            }
        }
        if (raised) {
            tokens = RaisedLetters.of(tokens);
        }
        if (latex) {
            tokens = LatexTokens.of(tokens);
        }
        new DerivativeSigns(tokens).join();
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

    private void lineEnd(int i) {
        while (!brackets.isEmpty() && brackets.peek().isBar()) {
            brackets.pop();
        }
        if (!brackets.isEmpty() && !brackets.peek().isBrace()) {
            return;
        }
        Token previous = statement.isEmpty() ? null : statement.getLast();
        if (previous != null && TokenRoles.continues(previous)) {
            return;
        }
        int next = around().nextWord(i);
        if (tokens.get(next).getType() == AgParser.ELSE && previous != null) {
            return;
        }
        separate(tokens.get(i));
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
        begun = statement.size();
        boundsEnd = -1;
        atDepth = -1;
    }

    private void accept(int i, Token token) {
        Token word = meaning(i, token);
        switch (word.getType()) {
            case AgParser.LBRACE, AgParser.CASES -> {
                statement.add(word);
                brackets.push(new Bracket(word, head, false));
                begin(word.getType() == AgParser.CASES ? CommandWord.NONE : head);
                return;
            }
            case AgParser.RPAREN, AgParser.RBRACE, AgParser.BAR_CLOSE -> close();
            case AgParser.COMMA -> {
                if (inCases() && tokens.get(i + 1).getType() == AgParser.IF) {
                    return;
                }
            }
            default -> {
                if (word.getText().equals("]")) {
                    close();
                }
            }
        }
        if (multiplies(i, word)) {
            statement.add(retyped(word, AgParser.JUXTAPOSED));
        } else if (beginsNextValue(word)) {
            statement.add(retyped(word, AgParser.NEXT));
        }
        boolean bounds = !statement.isEmpty() && statement.getLast().getType() == AgParser.SIGMA;
        statement.add(word);
        if (word.getType() == AgParser.LPAREN
                || word.getType() == AgParser.BAR_OPEN
                || word.getText().equals("[")) {
            brackets.push(new Bracket(word, head, bounds));
        }
        atStart = false;
    }

    private void close() {
        if (!brackets.isEmpty()) {
            Bracket closed = brackets.pop();
            head = closed.head();
            boundsEnd = closed.holdsBounds() ? statement.size() : -1;
        }
    }

    private boolean inCases() {
        return !brackets.isEmpty() && brackets.peek().token().getType() == AgParser.CASES;
    }

    /** The token as what it is at its place. */
    private Token meaning(int i, Token token) {
        return switch (token.getType()) {
            case AgParser.NAME -> word(i, token);
            case AgParser.EQUALS -> isEquation() ? retyped(token, AgParser.EQUATES) : token;
            case AgParser.BAR -> bar(i, token);
            case AgParser.IF -> isGiven(i) ? retyped(token, AgParser.GIVEN) : token;
            case AgParser.FOR -> inCases() && endsOperand() ? retyped(token, AgParser.GIVEN) : token;
            case AgParser.ARROW -> head == CommandWord.ROW && isOutermost() ? token : retyped(token, AgParser.MAPS_TO);
            case AgParser.STRANGE ->
                head == CommandWord.LIMIT && token.getText().equals("→")
                        ? retyped(token, AgParser.MAPS_TO)
                        : side(i, token);
            case AgParser.LBRACE -> beginsCases(i) ? retyped(token, AgParser.CASES) : token;
            case AgParser.COMMA ->
                atDepth == brackets.size() && head != CommandWord.LET && around().isPoint(i)
                        ? retyped(token, AgParser.ALSO)
                        : token;
            default -> side(i, token);
        };
    }

    /** A sign, as the side that a limit is taken from where it ends the statement: {@code 0+}. */
    private Token side(int i, Token token) {
        boolean last = head == CommandWord.LIMIT
                && endsOperand()
                && !around().isSpaced(i)
                && switch (around().type(i + 1)) {
                    case Token.EOF, AgParser.LINE_END -> true;
                    default -> ";}".contains(tokens.get(i + 1).getText());
                };
        return last && "+-−⁺⁻".contains(token.getText()) ? retyped(token, AgParser.SIDE) : token;
    }

    private boolean endsOperand() {
        return statement.size() > begun && TokenRoles.endsOperand(statement.getLast());
    }

    private Token bar(int i, Token token) {
        boolean open = !brackets.isEmpty()
                && brackets.peek().isBar()
                && brackets.peek().token().getText().equals(token.getText());
        if (open && endsOperand()) {
            return retyped(token, AgParser.BAR_CLOSE);
        }
        boolean or = endsOperand()
                && around().type(i + 1) == AgParser.BAR
                && tokens.get(i + 1).getStartIndex() == token.getStopIndex() + 1;
        return retyped(token, or ? AgParser.STRANGE : AgParser.BAR_OPEN);
    }

    /** Whether the '=' at hand stands between the sides of an equation, and gives no name a value. */
    private boolean isEquation() {
        if (!isOutermost()) {
            int size = statement.size();
            Token before = size > 1 ? statement.get(size - 2) : null;
            boolean named = before != null
                    && statement.getLast().getType() == AgParser.NAME
                    && (before.getType() == AgParser.LPAREN
                            || before.getType() == AgParser.COMMA
                            || before.getType() == AgParser.AT
                            || before.getType() == AgParser.ALSO);
            return !named;
        }
        if (head.takesEquations()) {
            return brackets.isEmpty() && atDepth < 0;
        }
        return head == CommandWord.NONE
                && atDepth < 0
                && !new StatementHead(statement.subList(begun, statement.size())).takesValue();
    }

    /** Whether the {@code if} at hand stands behind a value: {@code x^2 if x < 0 else 2x}. */
    private boolean isGiven(int i) {
        return endsOperand() && (inCases() || around().leadsToElse(i + 1));
    }

    /** Whether the brace at hand opens the cases of a value: {@code { x^2 if x < 0; 2x otherwise }}. */
    private boolean beginsCases(int i) {
        return !statement.isEmpty() && TokenRoles.isSign(statement.getLast()) && around().isCase(i + 1);
    }

    private TokensAround around() {
        return new TokensAround(tokens);
    }

    /** Whether a range stands before, within the same brackets: what follows {@code by} is then how far its numbers are apart. */
    private boolean isBehindRange() {
        int depth = 0;
        for (int i = statement.size() - 1; i >= begun && depth >= 0; i--) {
            Token token = statement.get(i);
            if (depth == 0
                    && (token.getType() == AgParser.RANGE || token.getText().equals("..<"))) {
                return true;
            }
            depth -= TokenRoles.nesting(token);
        }
        return false;
    }

    /** A name, or the command or the part of a command that it is here. */
    private Token word(int i, Token token) {
        String text = token.getText();
        if (text.equals("at")
                && endsOperand()
                && (around().isPoint(i) || (i + 1 < tokens.size() && TokenRoles.beginsOperand(tokens.get(i + 1))))) {
            atDepth = brackets.size();
            return retyped(token, AgParser.AT);
        }
        if (text.equals("by") && endsOperand() && isBehindRange() && TokenRoles.beginsOperand(tokens.get(i + 1))) {
            return retyped(token, AgParser.EVERY);
        }
        if (inCases() && text.equals("otherwise") && endsOperand()) {
            return retyped(token, AgParser.OTHERWISE);
        }
        if (atStart && head == CommandWord.SETTING) {
            head = text.equals("layer") ? CommandWord.LAYER : CommandWord.VALUES;
            return retyped(token, AgParser.OPTION);
        }
        if (atStart && head != CommandWord.ROW) {
            CommandWord command = CommandWord.of(text);
            if (command != CommandWord.NONE
                    && CommandStart.begins(
                            command, token, tokens.get(i + 1), tokens.get(Math.min(i + 2, tokens.size() - 1)))) {
                head = command;
                return retyped(token, command.tokenType());
            }
            return token;
        }
        if (head == CommandWord.PLOT && isOutermost()) {
            Optional<Integer> figure = PlotWords.type(statement, token, tokens.get(i + 1));
            if (figure.isPresent()) {
                return retyped(token, figure.get());
            }
        }
        if (isOutermost()
                && (TokenRoles.endsOperand(statement.getLast())
                        || statement.getLast().getType() == AgParser.SUBJECT
                        || (head.takesBraces() && statement.getLast().getType() == AgParser.RBRACE))
                && head.clauses().containsKey(text)) {
            return retyped(token, head.clauses().get(text));
        }
        return token;
    }

    private boolean multiplies(int i, Token token) {
        if (statement.size() <= begun || boundsEnd == statement.size() - 1 || isOperator()) {
            return false;
        }
        boolean outermost = isOutermost() && token.getType() != AgParser.LPAREN;
        if (outermost && (head == CommandWord.LAYER || (head.hasValues() && !isNumber(statement)))) {
            return false;
        }
        return new SideBySide(statement, begun).multiplies(token, around().isSpaced(i));
    }

    /** Whether what was read last is ∇², which stands before what it is taken of. */
    private boolean isOperator() {
        int last = statement.size() - 1;
        int type = statement.get(last).getType();
        return (type == AgParser.SUPERSCRIPT
                        && last > 0
                        && statement.get(last - 1).getType() == AgParser.NABLA)
                || (type == AgParser.NUMBER
                        && last > 1
                        && statement.get(last - 1).getType() == AgParser.POWER
                        && statement.get(last - 2).getType() == AgParser.NABLA);
    }

    private static boolean isNumber(List<Token> statement) {
        return !statement.isEmpty() && statement.getLast().getType() == AgParser.NUMBER;
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
