package ag.lang.syntax;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.grammar.AgParser;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Makes one token of what is written as a quotient but means a derivative: {@code d/dx}, {@code d²y/dx²}, {@code ∂²f/∂x∂y}. */
final class DerivativeSigns {
    private static final Pattern LETTER = Pattern.compile("[d∂]([^∂^/⁰¹²³⁴-⁹]+)(?:\\^(\\d+)|([⁰¹²³⁴-⁹]+))?");
    private static final Pattern OF = Pattern.compile("[d∂](?:\\^\\d+|[⁰¹²³⁴-⁹]+)?([^/]*)/.*");
    private static final Pattern ABOVE = Pattern.compile("([d∂])(?:\\^(\\d+)|([⁰¹²³⁴-⁹]+))?");
    private static final Pattern DIFFERENTIALS = Pattern.compile("(?:d\\p{L})+");
    private static final String RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final int HIGHEST = 9;

    private final List<Token> tokens;

    DerivativeSigns(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** Joins them wherever they stand where a value can begin. */
    void join() {
        for (int i = 0; i + 3 < tokens.size(); i++) {
            Token first = tokens.get(i);
            boolean partial = first.getType() == AgParser.PARTIAL;
            if (partial || (first.getType() == AgParser.NAME && first.getText().equals("d"))) {
                joinAt(i, partial);
            }
        }
    }

    /** The letters that a joined token names, each as often as it is derived by. */
    static List<Expr.Name> letters(Token sign, Places places) {
        Span span = places.span(sign);
        String text = sign.getText().replaceAll("\\s+", "");
        Matcher matcher = LETTER.matcher(text.substring(text.indexOf('/') + 1));
        List<Expr.Name> letters = new ArrayList<>();
        while (matcher.find()) {
            String name = matcher.group(1);
            int at = span.text().lastIndexOf(name);
            Span place = at < 0 ? span : new Span(span.source(), span.start() + at, span.start() + at + name.length());
            for (int i = order(matcher.group(2), matcher.group(3)); i > 0; i--) {
                letters.add(new Expr.Name(name, place));
            }
        }
        return letters;
    }

    /**
     * The letters of a sign, whose numbers above and below the line have to agree: {@code d²y/dx} is a slip in one of the two.
     *
     * @param whole the place of the sign and of what it is applied to
     */
    static List<Expr.Name> checkedLetters(Token sign, Places places, Span whole) {
        List<Expr.Name> letters = letters(sign, places);
        String text = sign.getText().replaceAll("\\s+", "");
        Matcher above = ABOVE.matcher(text);
        int order = above.lookingAt() ? order(above.group(2), above.group(3)) : 1;
        if (order == letters.size()) {
            return letters;
        }
        boolean single = letters.stream().map(Expr.Name::name).distinct().count() == 1;
        String asBelow = written(text, letters.size(), single) + rest(sign, places, whole);
        throw new AgException(
                ErrorCode.TWO_READINGS,
                "'" + places.span(sign).text() + "' has the order " + order + " above its line and " + letters.size()
                        + " below it",
                places.span(sign),
                "write " + asBelow + (single ? ", or " + written(text, order, true) + rest(sign, places, whole) : ""));
    }

    /** The sign with one order above and below. */
    private static String written(String sign, int order, boolean single) {
        Matcher above = ABOVE.matcher(sign);
        String d = sign.substring(0, 1);
        String power = order == 1 ? "" : "^" + order;
        String name = above.lookingAt() ? sign.substring(above.end(), sign.indexOf('/')) : "";
        String below = sign.substring(sign.indexOf('/') + 1);
        Matcher letter = LETTER.matcher(below);
        return d + power + name + "/" + (single && letter.find() ? d + letter.group(1) + power : below);
    }

    private static String rest(Token sign, Places places, Span whole) {
        Span place = places.span(sign);
        return new Span(place.source(), place.end(), Math.max(place.end(), whole.end())).text();
    }

    /** The name that a joined token has above its line. */
    static Expr.Name of(Token sign, Places places) {
        Matcher matcher = OF.matcher(sign.getText().replaceAll("\\s+", ""));
        return new Expr.Name(matcher.matches() ? matcher.group(1) : "", places.span(sign));
    }

    private static int order(@Nullable String plain, @Nullable String raised) {
        String digits = plain != null ? plain : raised;
        if (digits == null) {
            return 1;
        }
        int order = 0;
        for (int i = 0; i < digits.length(); i++) {
            char digit = digits.charAt(i);
            order = Math.min(10 * order + (plain == null ? RAISED.indexOf(digit) : digit - '0'), HIGHEST);
        }
        return order;
    }

    /** {@code ∂(x^2 y)/∂x} becomes {@code ∂/∂x (x^2 y)}. */
    private boolean joinAround(int i) {
        int open = power(i + 1);
        int close = type(open) == AgParser.LPAREN ? closing(open) : -1;
        if (close < 0 || type(close + 1) != AgParser.DIVIDE) {
            return false;
        }
        int end = close + 2;
        while (type(end) == AgParser.PARTIAL && type(end + 1) == AgParser.NAME) {
            end = power(end + 2);
        }
        if (end == close + 2) {
            return false;
        }
        String below =
                tokens.subList(close + 1, end).stream().map(Token::getText).collect(Collectors.joining());
        CommonToken sign = new CommonToken(tokens.get(i));
        sign.setType(AgParser.DIFFERENTIAL);
        sign.setText("∂" + text(i + 1, open) + below);
        tokens.subList(close + 1, end).clear();
        tokens.subList(i, open).clear();
        tokens.add(i, sign);
        return true;
    }

    /** {@code ∂_x f} becomes {@code ∂/∂x f}. */
    private boolean joinIndex(int i) {
        Token index = tokens.get(i + 1);
        if (index.getType() != AgParser.NAME
                || !index.getText().startsWith("_")
                || index.getStartIndex() != tokens.get(i).getStopIndex() + 1) {
            return false;
        }
        CommonToken sign = new CommonToken(tokens.get(i));
        sign.setType(type(i + 2) == AgParser.LPAREN ? AgParser.DIFFERENTIAL : AgParser.DIFFERENTIATE);
        sign.setStopIndex(index.getStopIndex());
        int order = index.getText().codePointCount(1, index.getText().length());
        sign.setText((order == 1 ? "∂/" : "∂^" + order + "/")
                + index.getText()
                        .substring(1)
                        .codePoints()
                        .mapToObj(letter -> "∂" + Character.toString(letter))
                        .collect(Collectors.joining()));
        tokens.subList(i, i + 2).clear();
        tokens.add(i, sign);
        return true;
    }

    /** Where the bracket closes that opens at this index; -1 where none does. */
    private int closing(int open) {
        int depth = 0;
        for (int k = open; k < tokens.size(); k++) {
            depth += TokenRoles.nesting(tokens.get(k));
            if (depth == 0) {
                return k;
            }
        }
        return -1;
    }

    private void joinAt(int i, boolean partial) {
        if (partial && (joinAround(i) || joinIndex(i))) {
            return;
        }
        int j = power(i + 1);
        boolean raised = j > i + 1;
        boolean named = (partial || raised) && type(j) == AgParser.NAME;
        j += named ? 1 : 0;
        if (type(j) != AgParser.DIVIDE) {
            return;
        }
        int below = j + 1;
        boolean bracketed = partial && type(below) == AgParser.LPAREN && type(below + 1) == AgParser.PARTIAL;
        if (bracketed) {
            int close = closing(below);
            if (close < 0) {
                return;
            }
            tokens.remove(close);
            tokens.remove(below);
        }
        j = below;
        int mixed = raised && !partial ? endOfSeveral(below) : below;
        if (mixed > below) {
            j = mixed;
        } else if (partial) {
            while (type(j) == AgParser.PARTIAL && type(j + 1) == AgParser.NAME) {
                j = power(j + 2);
            }
        } else if (type(j) == AgParser.NAME
                && tokens.get(j).getText().startsWith("d")
                && tokens.get(j).getText().length() > 1) {
            j = power(j + 1);
        }
        if (j == below || !(partial || mixed > below || touch(i, j))) {
            return;
        }
        int meaning = named ? AgParser.QUOTIENT : prefix(i, j, partial || raised);
        if (meaning != Token.INVALID_TYPE) {
            CommonToken joined = new CommonToken(tokens.get(i));
            joined.setType(meaning);
            joined.setStopIndex(tokens.get(j - 1).getStopIndex());
            String text = text(i, j);
            joined.setText(mixed > below ? text(i, below).replaceFirst("d", "∂") + partials(text(below, j)) : text);
            tokens.subList(i, j).clear();
            tokens.add(i, joined);
        }
    }

    private String text(int from, int to) {
        return tokens.subList(from, to).stream().map(Token::getText).collect(Collectors.joining());
    }

    /** Where {@code dxdy} or {@code dx dy} ends that begins at this index; the index itself where fewer than two letters are named. */
    private int endOfSeveral(int from) {
        int to = from;
        while (type(to) == AgParser.NAME
                && DIFFERENTIALS.matcher(tokens.get(to).getText()).matches()) {
            to++;
        }
        return text(from, to).length() < 4 ? from : to;
    }

    private static String partials(String differentials) {
        return differentials.replaceAll("d(.)", "∂$1");
    }

    /** What {@code d/dx} is before the token of this index. */
    private int prefix(int i, int j, boolean certain) {
        Token next = tokens.get(j);
        boolean bracket = next.getType() == AgParser.LPAREN || holdsOne(j, tokens.get(j - 1));
        Token previous = i == 0 ? null : tokens.get(i - 1);
        if (!certain
                && previous != null
                && TokenRoles.endsOperand(previous)
                && CommandWord.of(previous.getText()) == CommandWord.NONE
                && previous.getStopIndex() + 1 == tokens.get(i).getStartIndex()
                && (!bracket || previous.getType() == AgParser.NUMBER)) {
            return Token.INVALID_TYPE;
        }
        if (bracket) {
            return AgParser.DIFFERENTIAL;
        }
        boolean sign = TokenRoles.isMinus(next)
                && next.getStartIndex() > tokens.get(j - 1).getStopIndex() + 1
                && tokens.get(Math.min(j + 1, tokens.size() - 1)).getStartIndex() == next.getStopIndex() + 1;
        boolean operand = TokenRoles.isMinus(next) ? sign : TokenRoles.beginsOperand(next);
        boolean index = next.getText().equals("[")
                && next.getStartIndex() == tokens.get(j - 1).getStopIndex() + 1;
        return operand && !index ? AgParser.DIFFERENTIATE : Token.INVALID_TYPE;
    }

    /** Whether square brackets behind a space hold one expression, as in {@code d/dx [x e^x]}; several are a vector. */
    private boolean holdsOne(int open, Token before) {
        boolean spaced = tokens.get(open).getStartIndex() > before.getStopIndex() + 1;
        if (!spaced || !tokens.get(open).getText().equals("[")) {
            return false;
        }
        int depth = 0;
        for (int k = open; k < tokens.size(); k++) {
            depth += TokenRoles.nesting(tokens.get(k));
            if (depth == 0) {
                return k > open + 1;
            }
            if (depth == 1 && (type(k) == AgParser.COMMA || type(k) == AgParser.FOR)) {
                return false;
            }
        }
        return false;
    }

    /** Where a power that begins at this index ends; the index itself where none begins. */
    private int power(int at) {
        return switch (type(at)) {
            case AgParser.SUPERSCRIPT -> at + 1;
            case AgParser.POWER -> type(at + 1) == AgParser.NUMBER ? at + 2 : at;
            default -> at;
        };
    }

    private boolean touch(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (!(tokens.get(i) instanceof LatexTokens.Rewritten)
                    && !(tokens.get(i - 1) instanceof LatexTokens.Rewritten)
                    && tokens.get(i).getStartIndex() != tokens.get(i - 1).getStopIndex() + 1) {
                return false;
            }
        }
        return true;
    }

    private int type(int at) {
        return at < tokens.size() ? tokens.get(at).getType() : Token.EOF;
    }
}
