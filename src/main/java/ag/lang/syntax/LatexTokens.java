package ag.lang.syntax;

import ag.lang.syntax.grammar.AgParser;
import ag.spelling.Greek;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Puts the signs of the language in the place of LaTeX's: {@code \frac{x}{2}} becomes {@code ((x)/(2))}, {@code x^{2}} becomes
 * {@code x^(2)}. Each token keeps the place of what it stands for.
 */
final class LatexTokens {
    private final LatexPieces pieces;
    private final LatexFractions fractions;
    private final LatexBlocks blocks;

    private LatexTokens(List<Token> source) {
        this.pieces = new LatexPieces(source, new ArrayList<>());
        this.fractions = new LatexFractions(pieces, this);
        this.blocks = new LatexBlocks(pieces, this);
    }

    /** A token that stands for something else in the text. */
    static final class Rewritten extends CommonToken {
        private static final long serialVersionUID = 1;

        Rewritten(Token at, String text, int type) {
            super(at);
            setText(text);
            setType(type);
        }
    }

    /** Whether a token can be LaTeX's, where the one before it is known. */
    static boolean calls(Token token, @Nullable Token previous) {
        return switch (token.getType()) {
            case AgParser.MACRO, AgParser.DOLLAR, AgParser.BIG -> true;
            case AgParser.LBRACE ->
                previous != null
                        && previous.getStopIndex() + 1 == token.getStartIndex()
                        && (previous.getType() == AgParser.POWER
                                || (previous.getType() == AgParser.NAME
                                        && previous.getText().endsWith("_")));
            case AgParser.LPAREN ->
                previous != null
                        && previous.getType() == AgParser.NAME
                        && previous.getText().equals("Σ");
            default -> false;
        };
    }

    static List<Token> of(List<Token> tokens) {
        LatexTokens latex = new LatexTokens(tokens);
        latex.rewrite(0, tokens.size());
        return latex.pieces.out();
    }

    void rewrite(int from, int to) {
        int i = from;
        while (i < to) {
            i = one(i, to);
        }
    }

    /** Rewrites what begins at a token; gives the place behind it. */
    int one(int i, int to) {
        Token token = pieces.source().get(i);
        return switch (token.getType()) {
            case AgParser.MACRO -> macro(i, to, token, token.getText().substring(1));
            case AgParser.DOLLAR -> isPaired(i) ? i + 1 : strange(i, token);
            case AgParser.BIG -> big(i, i + 1, to);
            case AgParser.POWER -> power(i, to);
            case AgParser.BAR -> bar(i, to, token);
            case AgParser.NAME -> name(i, i + 1, to, token, token.getText());
            default -> {
                pieces.out().add(token);
                yield i + 1;
            }
        };
    }

    /** Whether the signs $ around it open and close on its line. */
    private boolean isPaired(int i) {
        return pieces.source().stream()
                                .filter(token -> token.getType() == AgParser.DOLLAR
                                        && token.getLine()
                                                == pieces.source().get(i).getLine())
                                .count()
                        % 2
                == 0;
    }

    private int macro(int i, int to, Token token, String word) {
        LatexSigns.Sign sign = LatexSigns.of(word);
        if (sign != null) {
            pieces.add(token, sign.text(), sign.type());
            return i + 1;
        }
        if (LatexSigns.isLook(word)) {
            boolean empty = (word.equals("left") || word.equals("right")) && pieces.is(i + 1, ".");
            if (word.equals("text") && pieces.is(i + 1, "{")) {
                int end = pieces.closing(i + 1, to);
                rewrite(i + 2, end);
                return end + 1;
            }
            if (LatexSigns.isStyle(word) && pieces.is(i + 1, "{")) {
                int end = pieces.closing(i + 1, to);
                rewrite(i + 2, end);
                return end + 1;
            }
            return empty ? i + 2 : i + 1;
        }
        return switch (word) {
            case "frac", "dfrac", "tfrac" -> fractions.fraction(i, to, token);
            case "sqrt" -> fractions.root(i, to, token);
            case "sum", "prod" -> big(i, i + 1, to);
            case "begin" -> blocks.cases(i, to, token);
            case "\\" -> {
                pieces.add(token, ";", AgParser.LINE_END);
                yield i + 1;
            }
            case "int", "iint", "oint" -> {
                pieces.add(token, "∫", AgParser.STRANGE);
                yield i + 1;
            }
            default -> {
                String name = word.equals("infty") ? "∞" : Greek.letter(word);
                boolean known = !name.equals(word) || LatexSigns.isName(word);
                yield known ? name(i, i + 1, to, token, name) : strange(i, token);
            }
        };
    }

    int strange(int i, Token token) {
        pieces.add(token, token.getText(), AgParser.STRANGE);
        return i + 1;
    }

    /** A name, with the index that stands behind it as {@code _1} or {@code _{1}}. */
    private int name(int i, int next, int to, Token token, String text) {
        boolean sum = text.equals("Σ") || text.equals("Σ_");
        if (sum && (pieces.is(next, "{") || (pieces.is(next, "(") && next + 2 < to && pieces.is(next + 2, "=")))) {
            return big(i, next, to);
        }
        String whole = text;
        int end = next;
        if (token.getType() == AgParser.MACRO
                && end < to
                && pieces.source().get(end).getType() == AgParser.NAME
                && pieces.source().get(end).getText().startsWith("_")
                && pieces.source().get(end).getStartIndex()
                        == pieces.source().get(end - 1).getStopIndex() + 1) {
            whole += pieces.source().get(end).getText();
            end++;
        }
        if (whole.endsWith("_") && pieces.is(end, "{")) {
            int close = pieces.closing(end, to);
            StringBuilder index = new StringBuilder();
            for (int k = end + 1; k < close; k++) {
                index.append(pieces.source().get(k).getText());
            }
            if (!whole.equals("lim_") && !index.toString().matches("[\\p{L}\\p{N}]+")) {
                pieces.out().add(token);
                pieces.add(pieces.source().get(end), "{", AgParser.STRANGE);
                return end + 1;
            }
            whole += index;
            end = close + 1;
        }
        if (end == i + 1 && token.getType() == AgParser.NAME) {
            pieces.out().add(token);
        } else {
            pieces.add(token, whole, AgParser.NAME);
            ((CommonToken) pieces.out().getLast())
                    .setStopIndex(pieces.source().get(end - 1).getStopIndex());
        }
        return end;
    }

    /** {@code dy/dx|_{x=2}} is dy/dx at x = 2. */
    private int bar(int i, int to, Token token) {
        if (!pieces.is(i + 1, "_") || !pieces.is(i + 2, "{")) {
            pieces.out().add(token);
            return i + 1;
        }
        int close = pieces.closing(i + 2, to);
        pieces.add(token, "at", AgParser.NAME);
        rewrite(i + 3, close);
        return close + 1;
    }

    private int power(int i, int to) {
        Token sign = pieces.source().get(i);
        int next = i + 1;
        if (next < to
                && pieces.source().get(next).getType() == AgParser.MACRO
                && isRaised(pieces.source().get(next))) {
            raised(pieces.source().get(next));
            return next + 1;
        }
        if (!pieces.is(next, "{")) {
            pieces.out().add(sign);
            return next;
        }
        int close = pieces.closing(next, to);
        if (close == next + 2
                && pieces.source().get(next + 1).getType() == AgParser.MACRO
                && isRaised(pieces.source().get(next + 1))) {
            raised(pieces.source().get(next + 1));
            return close + 1;
        }
        pieces.out().add(sign);
        group(next, close);
        return close + 1;
    }

    /** What is raised without being an exponent: degrees, and primes. */
    private void raised(Token token) {
        if (token.getText().equals("\\prime")) {
            pieces.add(token, "′", AgParser.PRIME);
        } else {
            pieces.add(token, "°", AgParser.DEGREE);
        }
    }

    private static boolean isRaised(Token token) {
        return token.getText().equals("\\circ") || token.getText().equals("\\prime");
    }

    /** {@code Σ_{k=1}^{n}} and {@code Σ(k=1..n)}. */
    private int big(int i, int next, int to) {
        Token token = pieces.source().get(i);
        int open = next < to && pieces.source().get(next).getText().equals("_") ? next + 1 : next;
        if (!pieces.is(open, "{") && !pieces.is(open, "(")) {
            pieces.add(token, token.getText(), AgParser.STRANGE);
            return i + 1;
        }
        int close = pieces.closing(open, to);
        pieces.add(token, token.getText(), AgParser.SIGMA);
        pieces.add(pieces.source().get(open), "(", AgParser.LPAREN);
        rewrite(open + 1, close);
        if (!pieces.is(close + 1, "^")) {
            pieces.add(pieces.source().get(Math.min(close, to - 1)), ")", AgParser.RPAREN);
            return close + 1;
        }
        pieces.add(pieces.source().get(close), "..", AgParser.RANGE);
        pieces.thin(pieces.source().get(close), "(", AgParser.LPAREN);
        int end = pieces.argumentEnd(close + 2, to);
        argument(close + 2, end);
        pieces.thin(pieces.source().get(end - 1), ")", AgParser.RPAREN);
        pieces.thin(pieces.source().get(end - 1), ")", AgParser.RPAREN);
        return end;
    }

    void argument(int from, int end) {
        if (from < end && pieces.is(from, "{")) {
            rewrite(from + 1, end - 1);
        } else {
            rewrite(from, end);
        }
    }

    private void group(int open, int close) {
        pieces.add(pieces.source().get(open), "(", AgParser.LPAREN);
        rewrite(open + 1, close);
        if (close < pieces.source().size() && pieces.is(close, "}")) {
            pieces.add(pieces.source().get(close), ")", AgParser.RPAREN);
        }
    }
}
