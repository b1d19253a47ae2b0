package ag.lang.statements;

import ag.lang.interpreter.Frame;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A {@code minimize} as it was compiled.
 *
 * @param conditions what must hold
 * @param steps how many steps at most; null where the optimizer says it
 */
record Minimization(
        Derivations.Asked of,
        List<BoundedInput> inputs,
        List<Constraint> conditions,
        OptimizerCode optimizer,
        ClipCode clip,
        @Nullable CountSetting steps,
        Course course,
        Span span) {
    private static final int STEPS = 100;
    /** For a rule that ends by itself. */
    private static final int STEPS_OF_SEARCH = 1000;

    /** Refuses conditions that the optimizer does not look at. */
    void requireFit() {
        if (!conditions.isEmpty() && !optimizer.needs().takesConditions()) {
            throw new AgException(
                    ErrorCode.BAD_SETTING,
                    optimizer.rule() + " looks at no conditions",
                    optimizer.span(),
                    "leave the optimizer out, or write: optimizer lbfgs");
        }
    }

    /** Whether anything bounds the inputs. */
    boolean isBound() {
        return !conditions.isEmpty() || inputs.stream().anyMatch(BoundedInput::isBounded);
    }

    int mostSteps(Frame frame) {
        if (steps != null) {
            return steps.at(frame, 1);
        }
        return optimizer.needs().settles() ? STEPS_OF_SEARCH : STEPS;
    }
}
