package ag.lang.syntax;

import ag.lang.syntax.grammar.AgLexer;
import ag.lang.syntax.grammar.AgParser;
import ag.spelling.Greek;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Puts the signs of the language in the place of LaTeX's: {@code \frac{x}{2}} becomes {@code ((x)/(2))}, {@code x^{2}} becomes
 * {@code x^(2)}. Each token keeps the place of what it stands for.
 */
final class LatexTokens {
    /** Signs with the text and the type that they have in the language. */
    private static final Map<String, Sign> SIGNS = Map.ofEntries(
            Map.entry("cdot", new Sign("*", AgParser.TIMES)),
            Map.entry("times", new Sign("*", AgParser.TIMES)),
            Map.entry("ast", new Sign("*", AgParser.TIMES)),
            Map.entry("div", new Sign("/", AgParser.DIVIDE)),
            Map.entry("partial", new Sign("∂", AgParser.PARTIAL)),
            Map.entry("nabla", new Sign("∇", AgParser.NABLA)),
            Map.entry("le", new Sign("<=", AgParser.LESS_EQUAL)),
            Map.entry("leq", new Sign("<=", AgParser.LESS_EQUAL)),
            Map.entry("ge", new Sign(">=", AgParser.GREATER_EQUAL)),
            Map.entry("geq", new Sign(">=", AgParser.GREATER_EQUAL)),
            Map.entry("ne", new Sign("!=", AgParser.UNEQUAL)),
            Map.entry("neq", new Sign("!=", AgParser.UNEQUAL)),
            Map.entry("lt", new Sign("<", AgParser.LESS)),
            Map.entry("gt", new Sign(">", AgParser.GREATER)),
            Map.entry("approx", new Sign("≈", AgParser.NEAR)),
            Map.entry("vert", new Sign("|", AgParser.BAR)),
            Map.entry("lvert", new Sign("|", AgParser.BAR)),
            Map.entry("rvert", new Sign("|", AgParser.BAR)),
            Map.entry("Vert", new Sign("‖", AgParser.BAR)),
            Map.entry("lVert", new Sign("‖", AgParser.BAR)),
            Map.entry("rVert", new Sign("‖", AgParser.BAR)),
            Map.entry("|", new Sign("‖", AgParser.BAR)),
            Map.entry("degree", new Sign("°", AgParser.DEGREE)),
            Map.entry("circ", new Sign("∘", AgParser.COMPOSE)),
            Map.entry("prime", new Sign("′", AgParser.PRIME)));
    /** What only says how a formula looks. */
    private static final Set<String> LOOKS = Set.of(
            "left",
            "right",
            "big",
            "Big",
            "bigl",
            "bigr",
            "Bigl",
            "Bigr",
            "bigg",
            "Bigg",
            "displaystyle",
            "textstyle",
            "limits",
            "nolimits",
            "quad",
            "qquad",
            "mathrm",
            "mathit",
            "mathbf",
            "vec",
            "boldsymbol",
            "operatorname",
            "text",
            "textrm",
            ",",
            ";",
            ":",
            "!",
            " ",
            "(",
            ")",
            "[",
            "]");

    /** Commands that are names here, beside the functions of one number. */
    private static final Set<String> NAMES = Set.of("lim", "max", "min", "det");

    private final List<Token> source;
    private final List<Token> out = new ArrayList<>();

    private LatexTokens(List<Token> source) {
        this.source = source;
    }

    /** What a token of LaTeX becomes. */
    private record Sign(String text, int type) {}

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
        return latex.out;
    }

    private void rewrite(int from, int to) {
        int i = from;
        while (i < to) {
            i = one(i, to);
        }
    }

    /** Rewrites what begins at a token; gives the place behind it. */
    private int one(int i, int to) {
        Token token = source.get(i);
        return switch (token.getType()) {
            case AgParser.MACRO -> macro(i, to, token, token.getText().substring(1));
            case AgParser.DOLLAR -> isPaired(i) ? i + 1 : strange(i, token);
            case AgParser.BIG -> big(i, i + 1, to);
            case AgParser.POWER -> power(i, to);
            case AgParser.BAR -> bar(i, to, token);
            case AgParser.NAME -> name(i, i + 1, to, token, token.getText());
            default -> {
                out.add(token);
                yield i + 1;
            }
        };
    }

    /** Whether the signs $ around it open and close on its line. */
    private boolean isPaired(int i) {
        return source.stream()
                                .filter(token -> token.getType() == AgParser.DOLLAR
                                        && token.getLine() == source.get(i).getLine())
                                .count()
                        % 2
                == 0;
    }

    private int macro(int i, int to, Token token, String word) {
        Sign sign = SIGNS.get(word);
        if (sign != null) {
            add(token, sign.text(), sign.type());
            return i + 1;
        }
        if (LOOKS.contains(word)) {
            boolean empty = (word.equals("left") || word.equals("right")) && is(i + 1, ".");
            if (word.equals("text") && is(i + 1, "{")) {
                int end = closing(i + 1, to);
                rewrite(i + 2, end);
                return end + 1;
            }
            if (isStyle(word) && is(i + 1, "{")) {
                int end = closing(i + 1, to);
                rewrite(i + 2, end);
                return end + 1;
            }
            return empty ? i + 2 : i + 1;
        }
        return switch (word) {
            case "frac", "dfrac", "tfrac" -> fraction(i, to, token);
            case "sqrt" -> root(i, to, token);
            case "sum", "prod" -> big(i, i + 1, to);
            case "begin" -> cases(i, to, token);
            case "\\" -> {
                add(token, ";", AgParser.LINE_END);
                yield i + 1;
            }
            case "int", "iint", "oint" -> {
                add(token, "∫", AgParser.STRANGE);
                yield i + 1;
            }
            default -> {
                String name = word.equals("infty") ? "∞" : Greek.letter(word);
                boolean known = !name.equals(word) || WrittenNames.isFunction(word) || NAMES.contains(word);
                yield known ? name(i, i + 1, to, token, name) : strange(i, token);
            }
        };
    }

    private static boolean isStyle(String word) {
        return word.startsWith("math") || word.startsWith("op") || word.equals("vec") || word.equals("boldsymbol");
    }

    private int strange(int i, Token token) {
        add(token, token.getText(), AgParser.STRANGE);
        return i + 1;
    }

    /** A name, with the index that stands behind it as {@code _1} or {@code _{1}}. */
    private int name(int i, int next, int to, Token token, String text) {
        boolean sum = text.equals("Σ") || text.equals("Σ_");
        if (sum && (is(next, "{") || (is(next, "(") && next + 2 < to && is(next + 2, "=")))) {
            return big(i, next, to);
        }
        String whole = text;
        int end = next;
        if (token.getType() == AgParser.MACRO
                && end < to
                && source.get(end).getType() == AgParser.NAME
                && source.get(end).getText().startsWith("_")
                && source.get(end).getStartIndex() == source.get(end - 1).getStopIndex() + 1) {
            whole += source.get(end).getText();
            end++;
        }
        if (whole.endsWith("_") && is(end, "{")) {
            int close = closing(end, to);
            StringBuilder index = new StringBuilder();
            for (int k = end + 1; k < close; k++) {
                index.append(source.get(k).getText());
            }
            if (!whole.equals("lim_") && !index.toString().matches("[\\p{L}\\p{N}]+")) {
                out.add(token);
                add(source.get(end), "{", AgParser.STRANGE);
                return end + 1;
            }
            whole += index;
            end = close + 1;
        }
        if (end == i + 1 && token.getType() == AgParser.NAME) {
            out.add(token);
        } else {
            add(token, whole, AgParser.NAME);
            ((CommonToken) out.getLast()).setStopIndex(source.get(end - 1).getStopIndex());
        }
        return end;
    }

    /** {@code dy/dx|_{x=2}} is dy/dx at x = 2. */
    private int bar(int i, int to, Token token) {
        if (!is(i + 1, "_") || !is(i + 2, "{")) {
            out.add(token);
            return i + 1;
        }
        int close = closing(i + 2, to);
        add(token, "at", AgParser.NAME);
        rewrite(i + 3, close);
        return close + 1;
    }

    private int power(int i, int to) {
        Token sign = source.get(i);
        int next = i + 1;
        if (next < to && source.get(next).getType() == AgParser.MACRO && isRaised(source.get(next))) {
            raised(source.get(next));
            return next + 1;
        }
        if (!is(next, "{")) {
            out.add(sign);
            return next;
        }
        int close = closing(next, to);
        if (close == next + 2 && source.get(next + 1).getType() == AgParser.MACRO && isRaised(source.get(next + 1))) {
            raised(source.get(next + 1));
            return close + 1;
        }
        out.add(sign);
        group(next, close);
        return close + 1;
    }

    /** What is raised without being an exponent: degrees, and primes. */
    private void raised(Token token) {
        if (token.getText().equals("\\prime")) {
            add(token, "′", AgParser.PRIME);
        } else {
            add(token, "°", AgParser.DEGREE);
        }
    }

    private static boolean isRaised(Token token) {
        return token.getText().equals("\\circ") || token.getText().equals("\\prime");
    }

    private int fraction(int i, int to, Token token) {
        int above = i + 1;
        int aboveEnd = argumentEnd(above, to);
        int belowEnd = argumentEnd(aboveEnd, to);
        if (isDerivative(above, aboveEnd, belowEnd)) {
            derivative(token, text(above, aboveEnd), text(aboveEnd, belowEnd), source.get(belowEnd - 1));
            return belowEnd;
        }
        if (aboveEnd == above + 1 && isDigits(source.get(above))) {
            return digits(above, to, token);
        }
        add(token, "(", AgParser.LPAREN);
        thin(token, "(", AgParser.LPAREN);
        argument(above, aboveEnd);
        thin(token, ")", AgParser.RPAREN);
        thin(token, "/", AgParser.DIVIDE);
        thin(token, "(", AgParser.LPAREN);
        argument(aboveEnd, belowEnd);
        thin(token, ")", AgParser.RPAREN);
        last(token, belowEnd);
        return belowEnd;
    }

    /** {@code \\frac12} and {@code \\frac1x}: without braces one digit stands above. */
    private int digits(int above, int to, Token token) {
        Token number = source.get(above);
        String digits = number.getText();
        int second = number.getStartIndex() + 1;
        add(token, "(", AgParser.LPAREN);
        out.add(between(number, digits.substring(0, 1), number.getStartIndex(), second - 1));
        thin(token, "/", AgParser.DIVIDE);
        if (digits.length() == 1) {
            int end = argumentEnd(above + 1, to);
            thin(token, "(", AgParser.LPAREN);
            argument(above + 1, end);
            thin(token, ")", AgParser.RPAREN);
            last(token, end);
            return end;
        }
        out.add(between(number, digits.substring(1, 2), second, second));
        thin(token, ")", AgParser.RPAREN);
        if (digits.length() > 2) {
            thin(token, "*", AgParser.TIMES);
            out.add(between(number, digits.substring(2), second + 1, number.getStopIndex()));
        }
        return above + 1;
    }

    private static boolean isDigits(Token token) {
        return token.getType() == AgParser.NUMBER && token.getText().chars().allMatch(Character::isDigit);
    }

    /** A fraction that is a derivative, as it stands between {@code \\frac} and its last brace. */
    private void derivative(Token command, String above, String below, Token last) {
        int first = out.size();
        AgLexer lexer = new AgLexer(CharStreams.fromString(above + "/" + below));
        lexer.removeErrorListeners();
        for (Token each = lexer.nextToken(); each.getType() != Token.EOF; each = lexer.nextToken()) {
            add(command, each.getText(), each.getType());
        }
        boolean named = above.chars().filter(Character::isLetter).count() > 1 && above.startsWith("d");
        if (named) {
            out.subList(first, out.size()).clear();
            add(command, above + "/" + below, AgParser.QUOTIENT);
        }
        for (Token token : out.subList(first, out.size())) {
            ((CommonToken) token).setStopIndex(last.getStopIndex());
        }
    }

    /** Whether a fraction is d by dx, or ∂f by ∂x. */
    private boolean isDerivative(int above, int aboveEnd, int belowEnd) {
        String top = text(above, aboveEnd);
        String bottom = text(aboveEnd, belowEnd);
        return top.matches("(d|∂)(\\^\\d)?\\p{L}?") && bottom.matches("((d|∂)\\p{L}(\\^\\d)?)+");
    }

    private String text(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (Token token : source.subList(from, to)) {
            String each = token.getText();
            text.append(
                    switch (each) {
                        case "{", "}", "\\mathrm", "\\operatorname", "\\," -> "";
                        case "\\partial" -> "∂";
                        default -> each.startsWith("\\") ? Greek.letter(each.substring(1)) : each;
                    });
        }
        return text.toString();
    }

    private int root(int i, int to, Token token) {
        int next = i + 1;
        if (!is(next, "[")) {
            int end = argumentEnd(next, to);
            add(token, "√", AgParser.ROOT);
            thin(token, "(", AgParser.LPAREN);
            argument(next, end);
            last(token, end);
            return end;
        }
        int close = next;
        while (close < to && !is(close, "]")) {
            close++;
        }
        int end = argumentEnd(Math.min(close + 1, to), to);
        boolean cube = text(next + 1, close).equals("3");
        add(token, cube ? "∛" : "(", cube ? AgParser.CUBE_ROOT : AgParser.LPAREN);
        thin(token, "(", AgParser.LPAREN);
        argument(close + 1, end);
        if (cube) {
            last(token, end);
        } else {
            thin(token, ")", AgParser.RPAREN);
            thin(token, "^", AgParser.POWER);
            thin(token, "(", AgParser.LPAREN);
            thin(token, "1", AgParser.NUMBER);
            thin(token, "/", AgParser.DIVIDE);
            thin(token, "(", AgParser.LPAREN);
            rewrite(next + 1, close);
            thin(token, ")", AgParser.RPAREN);
            thin(token, ")", AgParser.RPAREN);
            last(token, end);
        }
        return end;
    }

    /** {@code Σ_{k=1}^{n}} and {@code Σ(k=1..n)}. */
    private int big(int i, int next, int to) {
        Token token = source.get(i);
        int open = next < to && source.get(next).getText().equals("_") ? next + 1 : next;
        if (!is(open, "{") && !is(open, "(")) {
            add(token, token.getText(), AgParser.STRANGE);
            return i + 1;
        }
        int close = closing(open, to);
        add(token, token.getText(), AgParser.SIGMA);
        add(source.get(open), "(", AgParser.LPAREN);
        rewrite(open + 1, close);
        if (!is(close + 1, "^")) {
            add(source.get(Math.min(close, to - 1)), ")", AgParser.RPAREN);
            return close + 1;
        }
        add(source.get(close), "..", AgParser.RANGE);
        thin(source.get(close), "(", AgParser.LPAREN);
        int end = argumentEnd(close + 2, to);
        argument(close + 2, end);
        thin(source.get(end - 1), ")", AgParser.RPAREN);
        thin(source.get(end - 1), ")", AgParser.RPAREN);
        return end;
    }

    /** {@code \begin{cases} x & x > 0 \\ 0 & otherwise \end{cases}}. */
    private int cases(int i, int to, Token token) {
        int end = i + 1;
        while (end < to && !source.get(end).getText().equals("\\end")) {
            end++;
        }
        if (!is(i + 1, "{") || end == to) {
            return strange(i, token);
        }
        if (text(i + 1, closing(i + 1, to)).endsWith("matrix")) {
            return matrix(i, end, to);
        }
        add(token, "{", AgParser.LBRACE);
        int k = closing(i + 1, to) + 1;
        while (k < end) {
            Token each = source.get(k);
            if (each.getText().equals("&")) {
                boolean said = saysCondition(k + 1, end);
                if (!said) {
                    add(each, "if", AgParser.IF);
                }
                k++;
            } else if (each.getType() == AgParser.LINE_END || (is(k, ",") && endsPart(k + 1))) {
                k++;
            } else {
                k = one(k, end);
            }
        }
        add(source.get(end), "}", AgParser.RBRACE);
        return Math.min(closing(end + 1, to) + 1, to);
    }

    /** {@code \\begin{pmatrix} 1 & 2 \\\\ 3 & 4 \\end{pmatrix}}: rows in square brackets; a single column is a vector. */
    private int matrix(int i, int end, int to) {
        int from = closing(i + 1, to) + 1;
        boolean column = source.subList(from, end).stream()
                .noneMatch(token -> token.getText().equals("&"));
        if (!out.isEmpty() && TokenRoles.endsOperand(out.getLast())) {
            // Square brackets behind a value would take an element of it.
            thin(source.get(i), "*", AgParser.TIMES);
        }
        bracket(source.get(i), "[");
        if (!column) {
            bracket(source.get(i), "[");
        }
        int k = from;
        while (k < end) {
            Token each = source.get(k);
            if (each.getText().equals("&") || (column && each.getText().equals("\\\\"))) {
                add(each, ",", AgParser.COMMA);
                k++;
            } else if (each.getText().equals("\\\\")) {
                bracket(each, "]");
                add(each, ",", AgParser.COMMA);
                bracket(each, "[");
                k++;
            } else {
                k = each.getType() == AgParser.LINE_END ? k + 1 : one(k, end);
            }
        }
        bracket(source.get(end), "]");
        if (!column) {
            bracket(source.get(end), "]");
        }
        return Math.min(closing(end + 1, to) + 1, to);
    }

    private void bracket(Token at, String bracket) {
        add(
                at,
                bracket,
                new AgLexer(CharStreams.fromString(bracket)).nextToken().getType());
    }

    private boolean endsPart(int k) {
        return is(k, "&") || is(k, "\\\\") || is(k, "\\end");
    }

    private boolean saysCondition(int from, int end) {
        for (int k = from; k < Math.min(from + 3, end); k++) {
            String text = source.get(k).getText();
            if (text.equals("if") || text.equals("otherwise") || text.equals("else")) {
                return true;
            }
        }
        return false;
    }

    /** Where the argument of a command ends: behind its closing brace, or behind its one token. */
    private int argumentEnd(int from, int to) {
        if (from >= to) {
            return to;
        }
        return is(from, "{") ? Math.min(closing(from, to) + 1, to) : from + 1;
    }

    private void argument(int from, int end) {
        if (from < end && is(from, "{")) {
            rewrite(from + 1, end - 1);
        } else {
            rewrite(from, end);
        }
    }

    private void group(int open, int close) {
        add(source.get(open), "(", AgParser.LPAREN);
        rewrite(open + 1, close);
        if (close < source.size() && is(close, "}")) {
            add(source.get(close), ")", AgParser.RPAREN);
        }
    }

    /** The place of the bracket that closes the one at this place. */
    private int closing(int open, int to) {
        int depth = 0;
        for (int i = open; i < to; i++) {
            switch (source.get(i).getText()) {
                case "{", "(" -> depth++;
                case "}", ")" -> {
                    if (--depth == 0) {
                        return i;
                    }
                }
                default -> {}
            }
        }
        return to - 1;
    }

    private boolean is(int i, String text) {
        return i < source.size() && source.get(i).getText().equals(text);
    }

    private void add(Token at, String text, int type) {
        out.add(new Rewritten(at, text, type));
    }

    /** The bracket that closes what a command stands for: it has the place of the command's last brace. */
    private void last(Token command, int end) {
        Token brace = source.get(end - 1);
        if (brace.getText().equals("}")) {
            add(brace, ")", AgParser.RPAREN);
        } else {
            thin(command, ")", AgParser.RPAREN);
        }
    }

    private static Token between(Token token, String text, int start, int stop) {
        Rewritten part = new Rewritten(token, text, token.getType());
        part.setStartIndex(start);
        part.setStopIndex(stop);
        return part;
    }

    /** A token without a place of its own. */
    private void thin(Token at, String text, int type) {
        Token place = out.isEmpty() ? at : out.getLast();
        Rewritten token = new Rewritten(at, text, type);
        token.setStartIndex(place.getStopIndex() + 1);
        token.setStopIndex(place.getStopIndex());
        out.add(token);
    }
}
