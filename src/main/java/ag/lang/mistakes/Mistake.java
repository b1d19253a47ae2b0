package ag.lang.mistakes;

import ag.lang.algebra.DerivativeRule;
import ag.lang.algebra.Differentiator;
import ag.lang.algebra.Term;
import java.util.List;

/**
 * One way to go wrong.
 *
 * @param code what it is called in programs
 * @param words what went wrong, as a whole sentence without its full stop
 */
public record Mistake(String code, String words, Change change) {
    /** What the mistake does. */
    public sealed interface Change {}

    /** Another rule in the place of the right one, wherever the form fits; the rest is carried on rightly. */
    @FunctionalInterface
    public non-sealed interface Rule extends Change {
        /** The wrong rules for a form, the likeliest first; none where the mistake can't be made there. */
        List<DerivativeRule.Action> at(Term part, Term.Letter by);
    }

    /** Another answer for the whole, and where it went wrong. */
    @FunctionalInterface
    public non-sealed interface Whole extends Change {
        List<Answer> of(Task task);
    }

    /** What can be told of the answer itself. */
    @FunctionalInterface
    public non-sealed interface Trait extends Change {
        boolean has(Task task, Term answer);
    }

    /** A wrong answer. */
    public record Answer(Term where, Term answer) {}

    /**
     * What was to be derived.
     *
     * @param right the derivative as the rules give it
     */
    public record Task(Term function, Term.Letter by, Term right) {
        Task(Term function, Term.Letter by) {
            this(function, by, Differentiator.derivative(function, by));
        }
    }

    static Mistake rule(String code, String words, Rule rule) {
        return new Mistake(code, words, rule);
    }

    static Mistake whole(String code, String words, Whole whole) {
        return new Mistake(code, words, whole);
    }

    static Mistake trait(String code, String words, Trait trait) {
        return new Mistake(code, words, trait);
    }
}
