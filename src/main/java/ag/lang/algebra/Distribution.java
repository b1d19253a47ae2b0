package ag.lang.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes factors into sums. */
final class Distribution {
    private Distribution() {}

    /** A factor taken into a sum of fractions, as in y·(1/u + 1/v), where it will cancel; empty where there is none such. */
    static Optional<Term> of(Term product) {
        if (!(product instanceof Term.Product(List<Term> factors))
                || !(factors.getLast() instanceof Term.Sum(List<Term> terms))
                || terms.stream().noneMatch(Distribution::isFraction)) {
            return Optional.empty();
        }
        List<Term> before = factors.subList(0, factors.size() - 1);
        List<Term> sum = new ArrayList<>();
        for (Term term : terms) {
            Term unsigned = term instanceof Term.Negative(Term of) ? of : term;
            List<Term> part = new ArrayList<>(before);
            part.add(unsigned);
            sum.add(term instanceof Term.Negative ? Term.negative(Term.product(part)) : Term.product(part));
        }
        return Optional.of(Term.sum(sum));
    }

    static boolean isFraction(Term term) {
        return switch (term) {
            case Term.Quotient(Term _, Term below) -> !(below instanceof Term.Num);
            case Term.Negative(Term of) -> isFraction(of);
            case Term.Product(List<Term> factors) -> factors.stream().anyMatch(Distribution::isFraction);
            case Term.Num _,
                    Term.Constant _,
                    Term.Letter _,
                    Term.Sum _,
                    Term.Power _,
                    Term.Apply _,
                    Term.Choice _,
                    Term.Derivative _,
                    Term.Integral _ -> false;
        };
    }
}
