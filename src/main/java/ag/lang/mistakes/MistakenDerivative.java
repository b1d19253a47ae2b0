package ag.lang.mistakes;

import ag.lang.algebra.DerivativeRule;
import ag.lang.algebra.Differentiator;
import ag.lang.algebra.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A derivative with other rules at some of its places. The places are counted in the order in which the rules are used.
 *
 * @param parts what was derived at each place
 */
record MistakenDerivative(Term answer, List<Term> parts) {
    MistakenDerivative {
        parts = List.copyOf(parts);
    }

    /** With other rules at these places. */
    static MistakenDerivative of(Mistake.Task task, Map<Integer, DerivativeRule.Action> others) {
        List<Term> parts = new ArrayList<>();
        Term answer = Differentiator.derivative(task.function(), task.by(), (part, right) -> {
            DerivativeRule.Action other = others.get(parts.size());
            parts.add(part);
            return other == null ? right : exchanged(right, other);
        });
        return new MistakenDerivative(answer, parts);
    }

    /** With a wrong rule wherever it fits: the one of this number among those of the mistake. */
    static MistakenDerivative everywhere(Mistake.Task task, Mistake.Rule wrong, int number) {
        List<Term> parts = new ArrayList<>();
        Term answer = Differentiator.derivative(task.function(), task.by(), (part, right) -> {
            List<DerivativeRule.Action> others = wrong.at(part, task.by());
            if (others.size() <= number) {
                return right;
            }
            parts.add(part);
            return exchanged(right, others.get(number));
        });
        return new MistakenDerivative(answer, parts);
    }

    private static DerivativeRule exchanged(DerivativeRule right, DerivativeRule.Action by) {
        return new DerivativeRule(right.code(), right.name(), right.inner(), by);
    }
}
