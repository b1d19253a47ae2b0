package ag.lang.reading;

import ag.lang.source.AgException;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Parts;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How far {@code d/dx} reaches: what stands behind its operand may belong to it or not, and is refused with both readings. */
final class DerivativeReach {
    /** A word, a power with the sign of its exponent, or one character. */
    private static final Pattern PIECE = Pattern.compile("\\s*(?:\\^\\s*[-−]?|\\\\?[\\p{L}\\p{Nd}_.]+|\\S)");

    private static final Set<String> OPENING = Set.of("(", "[", "{");
    private static final Set<String> CLOSING = Set.of(")", "]", "}");

    private static final Pattern ENDS =
            Pattern.compile("[-+−±=<>≤≥≠≈,;#&]|at|wrt|for|if|then|else|and|or|to|in|as|by|order|all|title");

    private DerivativeReach() {}

    /** {@code d/dx x^2 + 1} may mean the derivative of all of it. */
    static void requireClosed(Expr.Binary sum, Expr written, Expr right) {
        Expr.Derivative open = Pieces.isClosed(sum, written) ? null : RightEnd.openDerivative(written);
        if (open == null || RightEnd.openDerivative(sum.right()) != null || right instanceof Expr.Derivative) {
            return;
        }
        Span all = open.span().to(sum.span());
        String sign = Pieces.between(open, open.span().start(), open.of().span().start());
        String term = open.of().span().text();
        String behind = Pieces.between(sum, open.span().end(), sum.span().end());
        throw TwoReadings.of(all, "(" + sign + " (" + term + ")) " + behind, sign + " (" + term + " " + behind + ")");
    }

    /** {@code d/dx (sin x)/x} may mean the derivative of all of it, where what follows the brackets depends on the letter. */
    static void requireAlone(Expr.Binary binary, Expr written, Expr right) {
        if (!(written instanceof Expr.Derivative derivative)
                || !derivative.bracketed()
                || Pieces.isClosed(binary, written)) {
            return;
        }
        if (dependsOn(right, derivative) && !(right instanceof Expr.Derivative)) {
            throw bothWays(derivative);
        }
    }

    /** Whether the letter of a derivative stands in what follows it. */
    static boolean dependsOn(Expr behind, Expr.Derivative derivative) {
        String letter = derivative.letters().getFirst().name();
        return Parts.holdsName(behind, letter);
    }

    /** The derivative of what stands in brackets, or of the whole term that begins with them: {@code d/dx (x + 1) e^x}. */
    static AgException bothWays(Expr.Derivative derivative) {
        Span written = derivative.span();
        String sign = Pieces.between(
                        derivative, written.start(), derivative.of().span().start())
                .replaceFirst("(\\\\left)?\\s*[\\[({]+\\s*$", "")
                .strip();
        String of = Pieces.inside(derivative.of().span().text());
        int end = endOfTerm(written.source().text(), written.end());
        String behind = Pieces.between(derivative, written.end(), end);
        String factor =
                (behind.startsWith("(") ? "*" : Character.isLetterOrDigit(behind.charAt(0)) ? " " : "") + behind;
        return TwoReadings.of(
                new Span(written.source(), written.start(), end),
                sign + " ((" + of + ")" + factor + ")",
                "(" + sign + " (" + of + "))" + factor);
    }

    /**
     * A term goes to the next sign outside of brackets, or to the end of the expression. Something follows: a word that comes first is a
     * factor, and ends no term.
     */
    private static int endOfTerm(String text, int from) {
        Matcher piece = PIECE.matcher(text);
        int depth = 0;
        int end = from;
        while (piece.find(end) && piece.start() == end) {
            String found = piece.group().strip();
            depth += OPENING.contains(found) ? 1 : CLOSING.contains(found) ? -1 : 0;
            if (depth < 0 || (depth == 0 && end > from && ENDS.matcher(found).matches())) {
                break;
            }
            end = piece.end();
        }
        return end;
    }
}
