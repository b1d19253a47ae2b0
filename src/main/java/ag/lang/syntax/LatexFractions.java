package ag.lang.syntax;

import ag.lang.syntax.grammar.AgLexer;
import ag.lang.syntax.grammar.AgParser;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** Rewrites {@code \frac}, which may be a derivative, and {@code \sqrt}. */
record LatexFractions(LatexPieces pieces, LatexTokens latex) {
    int fraction(int i, int to, Token token) {
        int above = i + 1;
        int aboveEnd = pieces.argumentEnd(above, to);
        int belowEnd = pieces.argumentEnd(aboveEnd, to);
        if (isDerivative(above, aboveEnd, belowEnd)) {
            derivative(
                    token,
                    pieces.text(above, aboveEnd),
                    pieces.text(aboveEnd, belowEnd),
                    pieces.source().get(belowEnd - 1));
            return belowEnd;
        }
        if (aboveEnd == above + 1 && isDigits(pieces.source().get(above))) {
            return digits(above, to, token);
        }
        if (aboveEnd == above + 1
                && pieces.source().get(above).getType() == AgParser.NAME
                && pieces.source().get(above).getText().length() == 2) {
            return letters(above, token);
        }
        pieces.add(token, "(", AgParser.LPAREN);
        pieces.thin(token, "(", AgParser.LPAREN);
        latex.argument(above, aboveEnd);
        pieces.thin(token, ")", AgParser.RPAREN);
        pieces.thin(token, "/", AgParser.DIVIDE);
        pieces.thin(token, "(", AgParser.LPAREN);
        latex.argument(aboveEnd, belowEnd);
        pieces.thin(token, ")", AgParser.RPAREN);
        pieces.last(token, belowEnd);
        return belowEnd;
    }

    /** {@code \frac12} and {@code \frac1x}: without braces one digit stands above. */
    private int digits(int above, int to, Token token) {
        Token number = pieces.source().get(above);
        String digits = number.getText();
        int second = number.getStartIndex() + 1;
        pieces.add(token, "(", AgParser.LPAREN);
        pieces.out().add(LatexPieces.between(number, digits.substring(0, 1), number.getStartIndex(), second - 1));
        pieces.thin(token, "/", AgParser.DIVIDE);
        if (digits.length() == 1) {
            int end = pieces.argumentEnd(above + 1, to);
            pieces.thin(token, "(", AgParser.LPAREN);
            latex.argument(above + 1, end);
            pieces.thin(token, ")", AgParser.RPAREN);
            pieces.last(token, end);
            return end;
        }
        pieces.out().add(LatexPieces.between(number, digits.substring(1, 2), second, second));
        pieces.thin(token, ")", AgParser.RPAREN);
        if (digits.length() > 2) {
            pieces.thin(token, "*", AgParser.TIMES);
            pieces.out().add(LatexPieces.between(number, digits.substring(2), second + 1, number.getStopIndex()));
        }
        return above + 1;
    }

    /** {@code \frac ab} and {@code \frac x2}: without braces one character stands above, and one below. */
    private int letters(int above, Token token) {
        Token word = pieces.source().get(above);
        int second = word.getStartIndex() + 1;
        pieces.add(token, "(", AgParser.LPAREN);
        pieces.out().add(LatexPieces.between(word, word.getText().substring(0, 1), second - 1, second - 1));
        pieces.thin(token, "/", AgParser.DIVIDE);
        String below = word.getText().substring(1);
        LatexTokens.Rewritten last = new LatexTokens.Rewritten(
                word, below, Character.isDigit(below.charAt(0)) ? AgParser.NUMBER : AgParser.NAME);
        last.setStartIndex(second);
        pieces.out().add(last);
        pieces.thin(token, ")", AgParser.RPAREN);
        return above + 1;
    }

    /** {@code \binom{n}{k}} is n!/(k! (n - k)!). */
    int binomial(int i, int to, Token token) {
        int above = i + 1;
        int aboveEnd = pieces.argumentEnd(above, to);
        int belowEnd = pieces.argumentEnd(aboveEnd, to);
        pieces.add(token, "(", AgParser.LPAREN);
        grouped(above, aboveEnd, token);
        pieces.thin(token, "!", AgParser.FACTORIAL);
        pieces.thin(token, "/", AgParser.DIVIDE);
        pieces.thin(token, "(", AgParser.LPAREN);
        grouped(aboveEnd, belowEnd, token);
        pieces.thin(token, "!", AgParser.FACTORIAL);
        pieces.add(token, "*", AgParser.TIMES);
        pieces.thin(token, "(", AgParser.LPAREN);
        grouped(above, aboveEnd, token);
        pieces.thin(
                token, "-", new AgLexer(CharStreams.fromString("-")).nextToken().getType());
        grouped(aboveEnd, belowEnd, token);
        pieces.thin(token, ")", AgParser.RPAREN);
        pieces.thin(token, "!", AgParser.FACTORIAL);
        pieces.thin(token, ")", AgParser.RPAREN);
        pieces.last(token, belowEnd);
        return belowEnd;
    }

    private void grouped(int from, int end, Token token) {
        pieces.thin(token, "(", AgParser.LPAREN);
        latex.argument(from, end);
        pieces.thin(token, ")", AgParser.RPAREN);
    }

    /** {@code ∜16}. */
    int fourthRoot(int i, int to, Token token) {
        int end = pieces.is(i + 1, "(") ? pieces.closing(i + 1, to) + 1 : Math.min(i + 2, to);
        pieces.add(token, "(", AgParser.LPAREN);
        grouped(i + 1, end, token);
        pieces.thin(token, "^", AgParser.POWER);
        pieces.thin(token, "(", AgParser.LPAREN);
        pieces.thin(token, "1", AgParser.NUMBER);
        pieces.thin(token, "/", AgParser.DIVIDE);
        pieces.thin(token, "4", AgParser.NUMBER);
        pieces.thin(token, ")", AgParser.RPAREN);
        pieces.thin(token, ")", AgParser.RPAREN);
        return end;
    }

    private static boolean isDigits(Token token) {
        return token.getType() == AgParser.NUMBER && token.getText().chars().allMatch(Character::isDigit);
    }

    /** A fraction that is a derivative, as it stands between {@code \frac} and its last brace. */
    private void derivative(Token command, String above, String below, Token last) {
        int first = pieces.out().size();
        AgLexer lexer = new AgLexer(CharStreams.fromString(above + "/" + below));
        lexer.removeErrorListeners();
        for (Token each = lexer.nextToken(); each.getType() != Token.EOF; each = lexer.nextToken()) {
            pieces.add(command, each.getText(), each.getType());
        }
        boolean named = above.chars().filter(Character::isLetter).count() > 1 && above.startsWith("d");
        if (named) {
            pieces.out().subList(first, pieces.out().size()).clear();
            pieces.add(command, above + "/" + below, AgParser.QUOTIENT);
        }
        for (Token token : pieces.out().subList(first, pieces.out().size())) {
            ((CommonToken) token).setStopIndex(last.getStopIndex());
        }
    }

    /** Whether a fraction is d by dx, or ∂f by ∂x. */
    private boolean isDerivative(int above, int aboveEnd, int belowEnd) {
        String top = pieces.text(above, aboveEnd);
        String bottom = pieces.text(aboveEnd, belowEnd);
        return top.matches("(d|∂)(\\^\\d)?\\p{L}?") && bottom.matches("((d|∂)\\p{L}(\\^\\d)?)+");
    }

    int root(int i, int to, Token token) {
        int next = i + 1;
        if (!pieces.is(next, "[")) {
            int end = pieces.argumentEnd(next, to);
            pieces.add(token, "√", AgParser.ROOT);
            pieces.thin(token, "(", AgParser.LPAREN);
            latex.argument(next, end);
            pieces.last(token, end);
            return end;
        }
        int close = next;
        while (close < to && !pieces.is(close, "]")) {
            close++;
        }
        int end = pieces.argumentEnd(Math.min(close + 1, to), to);
        boolean cube = pieces.text(next + 1, close).equals("3");
        pieces.add(token, cube ? "∛" : "(", cube ? AgParser.CUBE_ROOT : AgParser.LPAREN);
        pieces.thin(token, "(", AgParser.LPAREN);
        latex.argument(close + 1, end);
        if (cube) {
            pieces.last(token, end);
        } else {
            pieces.thin(token, ")", AgParser.RPAREN);
            pieces.thin(token, "^", AgParser.POWER);
            pieces.thin(token, "(", AgParser.LPAREN);
            pieces.thin(token, "1", AgParser.NUMBER);
            pieces.thin(token, "/", AgParser.DIVIDE);
            pieces.thin(token, "(", AgParser.LPAREN);
            latex.rewrite(next + 1, close);
            pieces.thin(token, ")", AgParser.RPAREN);
            pieces.thin(token, ")", AgParser.RPAREN);
            pieces.last(token, end);
        }
        return end;
    }
}
