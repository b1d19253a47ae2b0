package ag.lang.statements;

import ag.lang.algebra.EquationSolver;
import ag.lang.algebra.Simplifier;
import ag.lang.algebra.Solution;
import ag.lang.algebra.Term;
import ag.numeric.DifferentiableFunction;
import ag.numeric.RootSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the slope of a curve grows without bound, as at a vertical tangent or a cusp: the reciprocal of the slope is 0 there. */
final class SteepPlaces {
    private static final double NEAR = 1e-6;

    private SteepPlaces() {}

    /** All of them by algebra; empty where it finds no way. */
    static Optional<List<Solution>> exact(Term slope, Term.Letter letter, Runnable pause) {
        Term reciprocal = Simplifier.simplify(Term.quotient(Term.ONE, slope), pause);
        return switch (EquationSolver.solve(reciprocal, Term.ZERO, letter, pause)) {
            case EquationSolver.Answer.All(List<Solution> all, List<Term> _) -> Optional.of(all);
            case EquationSolver.Answer.Always _, EquationSolver.Answer.Unknown _ -> Optional.empty();
        };
    }

    /** Those in a range that a search by numbers may find; others may be among them. */
    static List<Double> searched(DifferentiableFunction slopes, Ends.Range range) {
        Reciprocal reciprocal = new Reciprocal(slopes);
        List<Double> places = new ArrayList<>();
        RootSearch.between(reciprocal, range.low(), range.high()).roots().forEach(root -> places.add(root.x()));
        // Where it only touches 0, as for a cube root, its own slope leaps from -infinity to infinity.
        RootSearch.Outcome turns = RootSearch.between(
                new DifferentiableFunction() {
                    @Override
                    public double value(double x) {
                        return reciprocal.slope(x);
                    }

                    @Override
                    public double slope(double x) {
                        return 0;
                    }
                },
                range.low(),
                range.high());
        turns.leaps().stream()
                .filter(leap ->
                        places.stream().noneMatch(place -> Math.abs(place - leap) <= NEAR * (1 + Math.abs(leap))))
                .forEach(places::add);
        return places;
    }

    private record Reciprocal(DifferentiableFunction of) implements DifferentiableFunction {
        @Override
        public double value(double x) {
            return 1 / of.value(x);
        }

        @Override
        public double slope(double x) {
            double value = of.value(x);
            return -of.slope(x) / (value * value);
        }
    }
}
