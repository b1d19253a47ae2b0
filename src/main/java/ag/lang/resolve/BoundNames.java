package ag.lang.resolve;

import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Parts;

/** Where the names stand that the head of a loop, a comprehension or a function without a name makes. */
final class BoundNames {
    private BoundNames() {}

    /** The place of a name in the text before its body; all of that text where it is spelled in another way there. */
    static Span place(String name, Span whole, int end) {
        String head = whole.source().text().substring(whole.start(), Math.max(whole.start(), end));
        for (int at = head.indexOf(name); at >= 0; at = head.indexOf(name, at + 1)) {
            int behind = at + name.length();
            boolean begins = at == 0 || !isPartOfName(head.charAt(at - 1)) || head.charAt(at - 1) == '_';
            boolean ends = behind == head.length() || !isPartOfName(head.charAt(behind));
            if (begins && ends) {
                return new Span(whole.source(), whole.start() + at, whole.start() + behind);
            }
        }
        return new Span(whole.source(), whole.start(), Math.max(whole.start(), end));
    }

    /** Whether a name stands in an expression. */
    static boolean contains(Expr expression, String name) {
        boolean[] found = {false};
        Parts.each(
                expression, part -> found[0] |= part instanceof Expr.Name(String other, Span _) && other.equals(name));
        return found[0];
    }

    /** The text behind one place and before another. */
    static Span between(Span before, Span behind) {
        int start = before.end();
        int end = behind.start();
        return new Span(before.source(), start, Math.max(start, end));
    }

    private static boolean isPartOfName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || (c >= '₀' && c <= '₉');
    }
}
