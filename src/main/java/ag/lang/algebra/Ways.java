package ag.lang.algebra;

import ag.engine.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ways that lead to one derivative: by the rules as the formula stands, multiplied out first, by its logarithm. */
public final class Ways {
    private Ways() {}

    /** A way, by its name. */
    public record Way(String name, Derivation derivation) {}

    /** All ways for a formula, the one by the rules first. */
    public static List<Way> of(Term of, Term.Letter by, Runnable pause) {
        List<Way> ways = new ArrayList<>();
        ways.add(new Way("by the rules", Derivation.of(of, by, false, pause)));
        expanded(of, by, pause).ifPresent(ways::add);
        logarithmic(of, by, pause).ifPresent(ways::add);
        return ways;
    }

    private static Optional<Way> expanded(Term of, Term.Letter by, Runnable pause) {
        Normal normal = Simplifier.normal(of, pause);
        Term expanded = normal.writing().sum(normal.expanded(normal.of(of)));
        if (!(expanded instanceof Term.Sum(List<Term> terms))
                || of instanceof Term.Sum
                || !Letters.contains(of, by)
                || terms.stream().anyMatch(Distribution::isFraction)) {
            return Optional.empty();
        }
        Term start = new Term.Derivative(of, by);
        Derivation.Step first = new Derivation.Step("multiply out first", new Term.Derivative(expanded, by));
        return Optional.of(new Way("multiplied out first", Derivation.from(start, List.of(first), false, pause)));
    }

    /** y' = y·(ln y)', for what is made of factors or has the letter in its exponent. */
    private static Optional<Way> logarithmic(Term of, Term.Letter by, Runnable pause) {
        List<Term> logarithms = new ArrayList<>();
        collect(of, Term.ONE, by, logarithms);
        boolean tower = of instanceof Term.Power(Term base, Term exponent)
                && Letters.contains(exponent, by)
                && !base.equals(Term.e());
        if (logarithms.size() < 2 && !tower) {
            return Optional.empty();
        }
        Term start = new Term.Derivative(of, by);
        Term logarithm = Term.apply(Operation.LOG, of);
        List<Derivation.Step> steps = List.of(
                new Derivation.Step("y' = y·(ln y)'", Term.product(of, new Term.Derivative(logarithm, by))),
                new Derivation.Step(
                        "logarithm of products and powers",
                        Term.product(of, new Term.Derivative(Term.sum(logarithms), by))));
        return Optional.of(new Way("by the logarithm", Derivation.from(start, steps, false, pause)));
    }

    /** The logarithm of a product as a sum, without what is constant. */
    private static void collect(Term of, Term times, Term.Letter by, List<Term> sum) {
        switch (of) {
            case Term.Product(List<Term> factors) -> factors.forEach(factor -> collect(factor, times, by, sum));
            case Term.Quotient(Term above, Term below) -> {
                collect(above, times, by, sum);
                collect(below, Term.negative(times), by, sum);
            }
            case Term.Power(Term base, Term exponent) ->
                collect(base, Tidying.numbers(Term.product(times, exponent)), by, sum);
            case Term.Apply(Operation operation, List<Term> operands)
            when operation == Operation.SQRT ->
                collect(operands.getFirst(), Tidying.numbers(Term.product(times, Term.number(Rational.HALF))), by, sum);
            case Term.Negative(Term inside) -> collect(inside, times, by, sum);
            case Term.Num _,
                    Term.Constant _,
                    Term.Letter _,
                    Term.Sum _,
                    Term.Apply _,
                    Term.Choice _,
                    Term.Derivative _,
                    Term.Integral _ -> {
                if (Letters.contains(of, by) || Letters.contains(times, by)) {
                    Term logarithm = of.equals(Term.e()) ? Term.ONE : Term.apply(Operation.LOG, of);
                    sum.add(Tidying.numbers(Term.product(times, logarithm)));
                }
            }
        }
    }
}
