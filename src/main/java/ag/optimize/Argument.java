package ag.optimize;

import java.util.OptionalDouble;

/**
 * What can be set about an optimizer.
 *
 * @param name what it is written with
 * @param standard what it is when left out; empty where it must be given
 * @param range what it may be
 * @param meaning what it does, for help
 */
public record Argument(String name, OptionalDouble standard, Range range, String meaning) {
    static final Argument MAXIMIZE = flag("maximize", "goes up instead of down");
    static final Argument WEIGHT_DECAY = of("weight_decay", 0, Range.FROM_ZERO, "adds weight_decay·p to the gradient");

    /** An argument that must be given. */
    static Argument required(String name, Range range, String meaning) {
        return new Argument(name, OptionalDouble.empty(), range, meaning);
    }

    static Argument of(String name, double standard, Range range, String meaning) {
        return new Argument(name, OptionalDouble.of(standard), range, meaning);
    }

    /** One that is false when left out. */
    static Argument flag(String name, String meaning) {
        return of(name, 0, Range.TRUTH, meaning);
    }

    /** The learning rate of most rules, which nothing but trying gives. */
    static Argument rate() {
        return required("lr", Range.FROM_ZERO, "the learning rate: how large the steps are");
    }

    /** What is added to a root so that nothing is divided by zero. */
    static Argument eps(double standard) {
        return of("eps", standard, Range.FROM_ZERO, "added to the root, so that nothing is divided by zero");
    }
}
