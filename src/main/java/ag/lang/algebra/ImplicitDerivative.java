package ag.lang.algebra;

import java.util.ArrayList;
import java.util.List;

/**
 * The slope of a curve that an equation F(x, y) = G(x, y) describes: both sides are differentiated with y as a function of x, and the
 * result is solved for dy/dx = -(∂F/∂x - ∂G/∂x)/(∂F/∂y - ∂G/∂y).
 *
 * @param steps equations, each with the name of its rule; the last gives the slope
 * @param formula the slope
 * @param byX what stands in the derived equation without dy/dx, all on the left
 * @param byY what dy/dx is multiplied by there; where it is 0 there is no derivative
 * @param cancelled formulas that the slope has no more below its line, and that must not be 0
 */
public record ImplicitDerivative(List<Step> steps, Term formula, Term byX, Term byY, List<Term> cancelled) {
    public ImplicitDerivative {
        steps = List.copyOf(steps);
        cancelled = List.copyOf(cancelled);
    }

    /** A rule and the equation that it gave. */
    public record Step(String rule, Term left, Term right) {}

    /**
     * Derives an equation. Where {@link #byY} is 0 everywhere there is no slope, and the steps end before it.
     *
     * @param y the letter that is a function of the other
     * @param pause called now and then; what it throws ends the work
     */
    public static ImplicitDerivative of(Term left, Term right, Term.Letter y, Term.Letter x, Runnable pause) {
        Term.Letter slope = Term.letter("d" + y.name() + "/d" + x.name());
        Term leftX = partial(left, x, pause);
        Term leftY = partial(left, y, pause);
        Term rightX = partial(right, x, pause);
        Term rightY = partial(right, y, pause);
        Term byX = Simplifier.simplify(Term.minus(leftX, rightX), pause);
        Term byY = Simplifier.simplify(Term.minus(leftY, rightY), pause);
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("both sides by " + x.name(), new Term.Derivative(left, x), new Term.Derivative(right, x)));
        steps.add(new Step(
                "chain rule: " + y.name() + " is a function of " + x.name(),
                total(leftX, leftY, slope),
                total(rightX, rightY, slope)));
        if (byY.is(0)) {
            return new ImplicitDerivative(steps, Term.ZERO, byX, byY, List.of());
        }
        boolean flipped = byY instanceof Term.Negative;
        Term below = flipped ? Term.negative(byY) : byY;
        Term above = flipped ? byX : Simplifier.simplify(Term.negative(byX), pause);
        Step gathered = new Step("what has " + slope.name() + " on one side", times(below, slope), above);
        if (!gathered.left().equals(steps.getLast().left())
                || !above.equals(steps.getLast().right())) {
            steps.add(gathered);
        }
        Term now = below.is(1) ? above : Term.quotient(above, below);
        if (!below.is(1)) {
            steps.add(new Step("divide", slope, now));
        }
        List<Term> cancelled = new ArrayList<>();
        for (Simplifier.Step step : Simplifier.steps(now, pause)) {
            steps.add(new Step(step.rule(), slope, step.term()));
            cancelled.addAll(step.cancelled());
            now = step.term();
        }
        return new ImplicitDerivative(steps, now, byX, byY, cancelled);
    }

    /**
     * A derivative of higher order: the one before is derived once more, with the slope put in for what y changes by.
     *
     * @param order from 2 on
     */
    public Higher higher(Term.Letter y, Term.Letter x, int order, Runnable pause) {
        Term.Letter slope = Term.letter("d" + y.name() + "/d" + x.name());
        List<Step> more = new ArrayList<>();
        Term now = formula;
        for (int k = 2; k <= order; k++) {
            Term.Letter name = quotient(y, x, k);
            Term along = partial(now, x, pause);
            Term across = partial(now, y, pause);
            more.add(new Step("both sides by " + x.name() + " again", name, total(along, across, slope)));
            if (!across.is(0)) {
                now = total(along, across, formula);
                more.add(new Step(slope.name() + " put in", name, now));
            } else {
                now = along;
            }
            for (Simplifier.Step step : Simplifier.steps(now, pause)) {
                more.add(new Step(step.rule(), name, step.term()));
                now = step.term();
            }
        }
        return new Higher(more, now);
    }

    /** The steps from the slope on, and the formula that they lead to. */
    public record Higher(List<Step> steps, Term formula) {
        public Higher {
            steps = List.copyOf(steps);
        }
    }

    /** {@code dy/dx}, {@code d²y/dx²}. */
    public static Term.Letter quotient(Term.Letter y, Term.Letter x, int order) {
        String raised = switch (order) {
            case 1 -> "";
            case 2 -> "²";
            case 3 -> "³";
            case 4 -> "⁴";
            default -> "⁵";
        };
        return Term.letter("d" + raised + y.name() + "/d" + x.name() + raised);
    }

    private static Term partial(Term of, Term.Letter by, Runnable pause) {
        return Derivation.of(of, by, false, pause).formula();
    }

    /** The derivative of one side. */
    private static Term total(Term byX, Term byY, Term slope) {
        if (byY.is(0)) {
            return byX;
        }
        return byX.is(0) ? times(byY, slope) : Term.sum(byX, times(byY, slope));
    }

    private static Term times(Term factor, Term slope) {
        return factor.is(1) ? slope : Term.product(factor, slope);
    }
}
