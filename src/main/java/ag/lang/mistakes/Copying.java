package ag.lang.mistakes;

import ag.lang.algebra.DerivativeRule;
import ag.lang.algebra.Differentiator;
import ag.lang.algebra.Term;
import ag.lang.mistakes.Mistake.Answer;
import ag.lang.mistakes.Mistake.Task;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What comes of a formula that is copied with another sign, or without a factor. */
final class Copying {
    private Copying() {}

    /** Copied wrong before it was derived, or on the way: then only a part of the answer has it wrong. */
    static List<Answer> answers(Task task) {
        List<Answer> all = new ArrayList<>();
        for (Term copied : wrong(task.function())) {
            all.add(new Answer(task.function(), Differentiator.derivative(copied, task.by())));
        }
        Set<Term> parts = new LinkedHashSet<>();
        collect(task.function(), parts);
        for (Term part : parts) {
            for (Term copied : wrong(part)) {
                int places = count(task.right(), part);
                for (int i = 0; i < places; i++) {
                    all.add(new Answer(part, new Place(i).replaced(task.right(), part, copied)));
                }
            }
        }
        return all;
    }

    /** A part is copied wrong as it is derived. */
    static List<DerivativeRule.Action> parts(Term part, Term.Letter by) {
        return wrong(part).stream()
                .map(copied -> TermForms.action(d -> Differentiator.derivative(copied, by)))
                .toList();
    }

    /** The formula with one thing copied wrong in it, in every way. */
    static List<Term> wrong(Term term) {
        List<Term> all = new ArrayList<>();
        switch (term) {
            case Term.Sum(List<Term> terms) -> {
                for (int i = 0; i < terms.size(); i++) {
                    all.add(Term.sum(with(terms, i, Term.negative(terms.get(i)))));
                }
            }
            case Term.Product(List<Term> factors) -> {
                for (int i = 0; i < factors.size(); i++) {
                    if (factors.get(i) instanceof Term.Num) {
                        List<Term> fewer = new ArrayList<>(factors);
                        fewer.remove(i);
                        all.add(Term.product(fewer));
                    }
                }
            }
            case Term.Quotient(Term above, Term below) when below instanceof Term.Num -> all.add(above);
            case Term.Negative(Term of) -> all.add(of);
            case Term.Num _,
                    Term.Constant _,
                    Term.Letter _,
                    Term.Quotient _,
                    Term.Power _,
                    Term.Apply _,
                    Term.Choice _,
                    Term.Derivative _,
                    Term.Integral _ -> {}
        }
        List<Term> parts = isOneBlock(term) ? List.of() : term.parts();
        for (int i = 0; i < parts.size(); i++) {
            for (Term copied : wrong(parts.get(i))) {
                Place place = new Place(i);
                all.add(term.map(part -> place.isIt() ? copied : part));
            }
        }
        return all;
    }

    /** Whether a slip inside of it is none that is looked for. */
    private static boolean isOneBlock(Term term) {
        return term instanceof Term.Choice || term instanceof Term.Derivative || term instanceof Term.Integral;
    }

    private static List<Term> with(List<Term> terms, int index, Term term) {
        List<Term> changed = new ArrayList<>(terms);
        changed.set(index, term);
        return changed;
    }

    private static void collect(Term term, Set<Term> parts) {
        for (Term part : term.parts()) {
            if (!part.parts().isEmpty()) {
                parts.add(part);
                collect(part, parts);
            }
        }
    }

    private static int count(Term in, Term part) {
        return in.equals(part)
                ? 1
                : in.parts().stream().mapToInt(inner -> count(inner, part)).sum();
    }

    /** Counts down to one place. */
    private static final class Place {
        private int left;

        Place(int left) {
            this.left = left;
        }

        boolean isIt() {
            return left-- == 0;
        }

        Term replaced(Term in, Term part, Term by) {
            if (in.equals(part)) {
                return isIt() ? by : in;
            }
            return in.map(inner -> replaced(inner, part, by));
        }
    }
}
