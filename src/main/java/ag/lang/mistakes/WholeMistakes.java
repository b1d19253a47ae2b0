package ag.lang.mistakes;

import static ag.lang.mistakes.Mistake.rule;
import static ag.lang.mistakes.Mistake.trait;
import static ag.lang.mistakes.Mistake.whole;
import static ag.lang.mistakes.TermForms.actions;

import ag.lang.algebra.Differentiator;
import ag.lang.algebra.Equality;
import ag.lang.algebra.Letters;
import ag.lang.algebra.Simplifier;
import ag.lang.algebra.Term;
import ag.lang.mistakes.Mistake.Answer;
import ag.lang.mistakes.Mistake.Task;
import java.util.ArrayList;
import java.util.List;

/** Mistakes with the task and with the answer, whatever the rules. */
final class WholeMistakes {
    private static final String COPIED = "it is copied with another sign or without a factor";

    private WholeMistakes() {}

    static List<Mistake> rows() {
        return List.of(
                rule(
                        "not-derived",
                        "nothing is derived",
                        (part, by) -> Letters.contains(part, by) && !part.equals(by) ? actions(d -> part) : List.of()),
                trait(
                        "integrated",
                        "this is integrated, and not derived",
                        (task, answer) ->
                                Equality.equal(Differentiator.derivative(answer, task.by()), task.function())),
                whole("derived-twice", "this is derived once too often", WholeMistakes::twice),
                whole("sign-lost", "the sign of the whole is lost", task -> otherSign(task, true)),
                whole(
                        "sign-gained",
                        "there is a minus in front that doesn't belong there",
                        task -> otherSign(task, false)),
                whole("term-sign-lost", "one term of the sum has the other sign", WholeMistakes::otherTermSign),
                whole("copied-wrong", COPIED, Copying::answers),
                rule("copied-wrong", COPIED, Copying::parts));
    }

    /** All of it, or one term of a sum. */
    private static List<Answer> twice(Task task) {
        List<Answer> all = new ArrayList<>();
        all.add(new Answer(task.function(), Differentiator.derivative(task.right(), task.by())));
        if (task.function() instanceof Term.Sum(List<Term> terms)) {
            for (Term twice : terms) {
                all.add(new Answer(
                        twice,
                        Term.sum(terms.stream()
                                .map(term -> {
                                    Term once = Differentiator.derivative(term, task.by());
                                    return term.equals(twice) ? Differentiator.derivative(once, task.by()) : once;
                                })
                                .toList())));
            }
        }
        return all;
    }

    /** A minus is lost where there is one to be lost, in front of the function or of its derivative. */
    private static List<Answer> otherSign(Task task, boolean lost) {
        Term shortest = Simplifier.simplify(task.right());
        boolean first = shortest instanceof Term.Negative || task.function() instanceof Term.Negative;
        boolean any = first || startsWithMinus(shortest) || startsWithMinus(task.function());
        return (lost ? any : !first) ? List.of(new Answer(task.function(), Term.negative(task.right()))) : List.of();
    }

    private static boolean startsWithMinus(Term term) {
        return term instanceof Term.Sum(List<Term> terms)
                && terms.stream().anyMatch(part -> part instanceof Term.Negative);
    }

    private static List<Answer> otherTermSign(Task task) {
        List<Answer> all = new ArrayList<>();
        for (Term written : List.of(task.right(), Simplifier.simplify(task.right()))) {
            if (written instanceof Term.Sum(List<Term> terms)) {
                for (int i = 0; i < terms.size(); i++) {
                    List<Term> changed = new ArrayList<>(terms);
                    changed.set(i, Term.negative(terms.get(i)));
                    all.add(new Answer(task.function(), Term.sum(changed)));
                }
            }
        }
        return all;
    }
}
