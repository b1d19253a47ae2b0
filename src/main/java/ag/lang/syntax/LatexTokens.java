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
            case AgParser.STRANGE ->
                LatexSigns.ofCharacter(token.getText()) != null || "⌊⌋⌈⌉∜%".contains(token.getText());
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
            case AgParser.STRANGE -> character(i, to, token, token.getText());
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

    /** A character that is a sign of mathematics without being one of the language. */
    private int character(int i, int to, Token token, String text) {
        LatexSigns.Sign sign = LatexSigns.ofCharacter(text);
        if (sign != null) {
            pieces.add(token, sign.text(), sign.type());
            return i + 1;
        }
        return switch (text) {
            case "⌊" -> rounded(i, token, "floor");
            case "⌈" -> rounded(i, token, "ceil");
            case "⌋", "⌉" -> {
                pieces.add(token, ")", AgParser.RPAREN);
                yield i + 1;
            }
            case "∜" -> fractions.fourthRoot(i, to, token);
            case "%" -> percent(i, to, token);
            default -> {
                pieces.out().add(token);
                yield i + 1;
            }
        };
    }

    private int rounded(int i, Token token, String function) {
        pieces.add(token, function, AgParser.NAME);
        pieces.thin(token, "(", AgParser.LPAREN);
        return i + 1;
    }

    /** {@code 5%} is 5/100, and {@code 5% of 40} that part of 40; between two values the sign is no percent. */
    private int percent(int i, int to, Token token) {
        Token number = pieces.out().isEmpty() ? token : pieces.out().getLast();
        boolean of = pieces.is(i + 1, "of");
        boolean between = i + 1 < to && TokenRoles.beginsOperand(pieces.source().get(i + 1)) && !of;
        if (number.getType() != AgParser.NUMBER || between) {
            pieces.add(token, "%", AgParser.STRANGE);
            return i + 1;
        }
        pieces.out().removeLast();
        pieces.add(number, "(", AgParser.LPAREN);
        ((CommonToken) pieces.out().getLast()).setStopIndex(number.getStartIndex() - 1);
        pieces.out().add(number);
        pieces.add(token, "/", AgParser.DIVIDE);
        pieces.thin(token, "100", AgParser.NUMBER);
        pieces.thin(token, ")", AgParser.RPAREN);
        if (of) {
            pieces.add(pieces.source().get(i + 1), "*", AgParser.TIMES);
        }
        return of ? i + 2 : i + 1;
    }

    private int macro(int i, int to, Token token, String word) {
        LatexSigns.Sign sign = LatexSigns.of(word);
        if (sign != null) {
            pieces.add(token, sign.text(), sign.type());
            return i + 1;
        }
        if (LatexSigns.isLook(word)) {
            boolean empty = (word.equals("left") || word.equals("right")) && pieces.is(i + 1, ".");
            if (word.equals("left") && pieces.is(i + 1, "\\{") && pieces.is(i + 2, "\\begin")) {
                return i + 2;
            }
            if ((word.equals("text") || word.equals("mbox")) && pieces.is(i + 1, "{")) {
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
            case "lfloor" -> rounded(i, token, "floor");
            case "lceil" -> rounded(i, token, "ceil");
            case "rfloor", "rceil" -> {
                pieces.add(token, ")", AgParser.RPAREN);
                yield i + 1;
            }
            case "%" -> percent(i, to, token);
            case "binom", "dbinom", "tbinom" -> fractions.binomial(i, to, token);
            case "frac", "dfrac", "tfrac", "cfrac" -> fractions.fraction(i, to, token);
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
        // sum_{k} is a name, and sum_{k=1} a sum.
        boolean word = text.matches("sum_|prod_") && pieces.is(next, "{") && next + 2 < to && pieces.is(next + 2, "=");
        boolean sum = word || text.equals("Σ") || text.equals("Σ_");
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
        int primes = primes(next + 1, close);
        if (primes > 0) {
            pieces.add(sign, "′".repeat(primes), AgParser.PRIME);
            return close + 1;
        }
        pieces.out().add(sign);
        group(next, close);
        return close + 1;
    }

    /** How many primes stand between braces, as in {@code y^{\prime\prime}} and {@code y^{(2)}}; 0 where something else does. */
    private int primes(int from, int close) {
        List<Token> inside = pieces.source().subList(from, Math.max(close, from));
        if (!inside.isEmpty()
                && inside.stream().allMatch(token -> token.getText().equals("\\prime"))) {
            return inside.size();
        }
        boolean order = inside.size() == 3
                && inside.getFirst().getType() == AgParser.LPAREN
                && inside.get(1).getText().matches("[1-9]")
                && inside.getLast().getType() == AgParser.RPAREN
                && !pieces.out().isEmpty()
                && pieces.out().getLast().getType() == AgParser.NAME
                && !WrittenNames.isFunction(pieces.out().getLast().getText())
                && !pieces.out().getLast().getText().equals("e");
        return order ? inside.get(1).getText().charAt(0) - '0' : 0;
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
        int from = pieces.is(next, "\\limits") || pieces.is(next, "\\nolimits") ? next + 1 : next;
        int open = from < to && pieces.source().get(from).getText().equals("_") ? from + 1 : from;
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
