package ag.lang.mistakes;

import ag.lang.algebra.Differentiator;
import ag.lang.algebra.Equality;
import ag.lang.algebra.PointEvaluation;
import ag.lang.algebra.Simplifier;
import ag.lang.algebra.Term;
import ag.lang.algebra.TextWriter;
import java.util.List;
import java.util.Map;
import java.util.function.DoublePredicate;

/**
 * What is to be said of an answer to the question for a derivative.
 *
 * @param right the derivative in its shortest form, which is for those who are right
 * @param found the mistakes that give exactly this answer, the likeliest first; none where it is right
 * @param question what to ask next, where no mistake was found; otherwise empty
 */
public record Marking(Verdict verdict, Term right, List<Finding> found, String question) {
    public Marking {
        found = List.copyOf(found);
    }

    /** How an answer compares with the derivative. */
    public enum Verdict {
        RIGHT,
        /** Right as far as the digits of its decimals go. */
        ROUNDED,
        WRONG,
        /** There is no point where both have a value. */
        UNKNOWN
    }

    public boolean isRight() {
        return verdict == Verdict.RIGHT || verdict == Verdict.ROUNDED;
    }

    /** The right formula, where it is worth saying beside this answer; otherwise empty. */
    public String same(Term answer) {
        String shortest = TextWriter.text(right);
        return verdict == Verdict.RIGHT && !TextWriter.text(answer).equals(shortest) ? shortest : "";
    }

    /**
     * Marks a formula.
     *
     * @param by the letters one after the other: two of them for a second derivative
     * @param pause called now and then, for the search can take a second; what it throws ends the work
     */
    public static Marking formula(Term function, List<Term.Letter> by, Term answer, Runnable pause) {
        Term right = derivative(function, by, pause);
        return switch (Equality.compare(right, answer, function)) {
            case PROVEN, AGREE -> new Marking(Verdict.RIGHT, right, List.of(), "");
            case UNKNOWN -> new Marking(Verdict.UNKNOWN, right, List.of(), Questions.first(function, by.getFirst()));
            case DIFFER ->
                new RoundedDecimals(answer).canMean(right)
                        ? new Marking(Verdict.ROUNDED, right, List.of(), "")
                        : wrong(function, by, right, Answered.Formula.of(function, by, answer), pause);
        };
    }

    /** Marks a number at a point. */
    public static Marking number(
            Term function, List<Term.Letter> by, Map<Term.Letter, Double> at, DoublePredicate meant, Runnable pause) {
        Term right = derivative(function, by, pause);
        return meant.test(PointEvaluation.of(right, at))
                ? new Marking(Verdict.RIGHT, right, List.of(), "")
                : wrong(function, by, right, new Answered.AtPoint(at, meant), pause);
    }

    private static Term derivative(Term function, List<Term.Letter> by, Runnable pause) {
        Term right = function;
        for (Term.Letter letter : by) {
            right = Simplifier.simplify(Differentiator.derivative(right, letter), pause);
        }
        return right;
    }

    private static Marking wrong(Term function, List<Term.Letter> by, Term right, Answered answered, Runnable pause) {
        List<Finding> found = new Search(function, by, answered, pause).run();
        return new Marking(
                Verdict.WRONG, right, found, found.isEmpty() ? Questions.first(function, by.getFirst()) : "");
    }
}
