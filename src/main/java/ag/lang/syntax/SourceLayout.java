package ag.lang.syntax;

import ag.lang.source.SourceText;
import ag.lang.source.Span;
import ag.lang.syntax.grammar.AgParser;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Lays a program out in the one way: two columns deeper for each open bracket, one blank line at most, spaces as {@link Spacing}
 * has them. Lines stay where their author has broken them, and comments where they stand. What a program means does not change.
 */
public final class SourceLayout {
    private static final String STEP = "  ";

    private final Span part;
    private final Places places;
    private final List<Line> lines = new ArrayList<>();
    private final Deque<Bracket> brackets = new ArrayDeque<>();
    private StringBuilder line = new StringBuilder();
    private int depth;

    private SourceLayout(Span part) {
        this.part = part;
        this.places = new Places(part);
    }

    /** An open bracket, and how deep the text around it stands. */
    private record Bracket(boolean brace, int around) {}

    /** A line without its end; the comment that stands behind it is kept apart, to be put under those of its neighbours. */
    private record Line(String text, String comment) {}

    /**
     * The program in its layout.
     *
     * @throws ag.lang.source.AgException where the text is no program
     */
    public static String of(SourceText source) {
        Parser.parse(source);
        Span part = new Span(source, 0, source.text().length());
        return new SourceLayout(part).write();
    }

    private String write() {
        List<Piece> pieces = pieces();
        int end = 0;
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            between(end, piece.span().start(), i == 0 ? null : pieces.get(i - 1), piece);
            add(piece);
            end = piece.span().end();
        }
        rest(end);
        return Aligned.text(
                lines.stream().map(Line::text).toList(),
                lines.stream().map(Line::comment).toList());
    }

    /**
     * A token that stands in the text.
     *
     * @param prefix whether it is a sign before a value, as in {@code -x}
     * @param open whether what stands before it may go on behind a space, as an exponent does, or what a function is taken of
     * @param mark {@code JUXTAPOSED} or {@code NEXT} where one was put before it
     */
    record Piece(Token token, Span span, boolean prefix, int mark, boolean open) {
        String text() {
            return token instanceof LatexTokens.Rewritten ? span.text() : token.getText();
        }

        boolean opens() {
            return text().equals("(") || text().equals("[") || text().equals("{");
        }

        boolean closes() {
            return text().equals(")") || text().equals("]") || text().equals("}");
        }
    }

    private List<Piece> pieces() {
        List<Piece> pieces = new ArrayList<>();
        for (List<Token> statement : StatementTokens.of(part)) {
            if (statement.stream().anyMatch(LatexTokens.Rewritten.class::isInstance)) {
                pieces.add(asItStands(
                        statement,
                        pieces.isEmpty()
                                ? part.start()
                                : pieces.getLast().span().end()));
                continue;
            }
            int mark = 0;
            boolean behindOperand = false;
            boolean open = false;
            Token previous = null;
            for (Token token : statement) {
                switch (token.getType()) {
                    case AgParser.JUXTAPOSED, AgParser.NEXT -> mark = token.getType();
                    case AgParser.SEPARATOR, Token.EOF -> {
                        mark = 0;
                        behindOperand = false;
                    }
                    default -> {
                        boolean prefix = Spacing.isPrefix(token, behindOperand);
                        open |= mark == AgParser.JUXTAPOSED
                                && previous != null
                                && previous.getType() == AgParser.NAME
                                && WrittenNames.isFunction(previous.getText());
                        boolean exponent = previous != null && TokenRoles.isPower(previous);
                        boolean raised = mark == AgParser.JUXTAPOSED && isExponent(pieces);
                        pieces.add(new Piece(token, places.span(token), prefix, mark, open || raised || exponent));
                        previous = token;
                        behindOperand = TokenRoles.endsOperand(token);
                        mark = 0;
                    }
                }
            }
        }
        return pieces;
    }

    /**
     * A statement in LaTeX stays as it was written.
     *
     * @param from where the text before it ends
     */
    private Piece asItStands(List<Token> statement, int from) {
        Token last = statement.get(statement.size() - 2);
        CommonToken whole = new CommonToken(statement.getFirst());
        whole.setType(AgParser.STRING);
        whole.setStopIndex(last.getStopIndex());
        Span first = places.span(statement.getFirst());
        int behind =
                end(places.span(last).end(), places.span(statement.getLast()).start());
        Span span = new Span(first.source(), begin(from, first.start()), behind);
        whole.setText(span.text());
        return new Piece(whole, span, false, 0, false);
    }

    /** Where a statement begins whose first token may stand within a command, as the d of {@code \\frac{d}{dx}} does. */
    private int begin(int from, int token) {
        String gap = part.source().text().substring(from, token);
        int begin = Math.max(gap.lastIndexOf('\n'), gap.lastIndexOf('\r')) + 1;
        int end = gap.lastIndexOf(';');
        if (end >= begin && (end == 0 || gap.charAt(end - 1) != '\\')) {
            begin = end + 1;
        }
        while (begin < gap.length() && Character.isWhitespace(gap.charAt(begin))) {
            begin++;
        }
        return from + begin;
    }

    /** Where a statement ends whose last token may stand within a command, as the 2 of {@code \\frac{x}{2}} does. */
    private int end(int token, int separator) {
        if (separator <= token) {
            return token;
        }
        String gap = part.source().text().substring(token, separator);
        int comment = gap.indexOf('#');
        return token
                + (comment < 0 ? gap : gap.substring(0, comment))
                        .stripTrailing()
                        .length();
    }

    /** Whether the number that was written last is an exponent. */
    private static boolean isExponent(List<Piece> pieces) {
        int last = pieces.size() - 1;
        int sign = last > 0 && TokenRoles.isMinus(pieces.get(last - 1).token()) ? last - 2 : last - 1;
        return sign >= 0 && TokenRoles.isPower(pieces.get(sign).token());
    }

    /** Writes what lies between two tokens: line ends, comments, a semicolon, or the space that belongs there. */
    private void between(int from, int to, @Nullable Piece left, Piece right) {
        String gap = part.source().text().substring(from, to);
        if (left == null || gap.indexOf('\n') >= 0 || gap.indexOf('\r') >= 0) {
            comments(gap, left != null, right.closes());
            boolean goesOn = left != null && TokenRoles.continues(left.token()) && !inParentheses();
            line.append(STEP.repeat(depth + (goesOn ? 1 : 0) - (right.closes() ? 1 : 0)));
        } else if (gap.indexOf(';') >= 0 && !right.text().equals("}")) {
            line.append("; ");
        } else {
            line.append(Spacing.between(left, right, gap.isEmpty()) ? " " : "");
        }
    }

    /** The line that ends here, the lines of comments that follow, and at most one blank line in a row. */
    private void comments(String gap, boolean behindText, boolean beforeClosing) {
        String[] texts = gap.split("\\r\\n|\\r|\\n", -1);
        boolean first = true;
        boolean blank = false;
        for (int i = 0; i < texts.length; i++) {
            int hash = texts[i].indexOf('#');
            String comment = hash < 0 ? "" : texts[i].substring(hash).stripTrailing();
            boolean last = i == texts.length - 1;
            if (first && behindText) {
                end(comment);
            } else if (!comment.isEmpty()) {
                blankLine(blank);
                blank = false;
                line.append(STEP.repeat(depth)).append(comment);
                end("");
            } else if (!last) {
                blank = true;
            }
            first = false;
        }
        blankLine(blank && !beforeClosing);
    }

    private void blankLine(boolean wanted) {
        boolean opening = lines.isEmpty() || lines.getLast().text().endsWith("{");
        if (wanted && !opening) {
            lines.add(new Line("", ""));
        }
    }

    private void end(String comment) {
        lines.add(new Line(line.toString().stripTrailing(), comment));
        line = new StringBuilder();
    }

    private void add(Piece piece) {
        if (piece.closes() && !brackets.isEmpty()) {
            depth = brackets.pop().around();
        }
        line.append(piece.text());
        if (piece.opens()) {
            brackets.push(new Bracket(piece.text().equals("{"), depth));
            // Several brackets that open on one line are one step.
            depth = lineDepth() + 1;
        }
    }

    private boolean inParentheses() {
        return !brackets.isEmpty() && !brackets.peek().brace();
    }

    private int lineDepth() {
        int spaces = 0;
        while (spaces < line.length() && line.charAt(spaces) == ' ') {
            spaces++;
        }
        return spaces / STEP.length();
    }

    private void rest(int from) {
        String gap = part.source().text().substring(from);
        comments(gap, !line.isEmpty(), true);
        if (!line.isEmpty()) {
            end("");
        }
    }
}
