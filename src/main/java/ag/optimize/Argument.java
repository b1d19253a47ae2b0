package ag.optimize;

import java.util.OptionalDouble;

/**
 * What can be set about an optimizer.
 *
 * @param name what it is written with
 * @param standard what it is when left out; empty where it must be given
 * @param range what it may be
 * @param meaning what it does, for help
 * @param torch how PyTorch calls it
 */
public record Argument(String name, OptionalDouble standard, ArgumentRange range, String meaning, Torch torch) {
    /** What an argument is in PyTorch. */
    public sealed interface Torch {
        /** A keyword with its value. */
        record Keyword(String name) implements Torch {}

        /** A place in a pair: {@code betas=(0.9, 0.999)}. */
        record InPair(String name, int place) implements Torch {}

        /** What is written where it is true: {@code line_search_fn="strong_wolfe"}. */
        record Choice(String written) implements Torch {}
    }

    public static final Argument MAXIMIZE = flag("maximize", "goes up instead of down");
    static final Argument WEIGHT_DECAY =
            of("weight_decay", 0, ArgumentRange.FROM_ZERO, "adds weight_decay·p to the gradient");

    /** An argument that must be given. */
    static Argument required(String name, ArgumentRange range, String meaning) {
        return new Argument(name, OptionalDouble.empty(), range, meaning, new Torch.Keyword(name));
    }

    static Argument of(String name, double standard, ArgumentRange range, String meaning) {
        return new Argument(name, OptionalDouble.of(standard), range, meaning, new Torch.Keyword(name));
    }

    /** One that is false when left out. */
    static Argument flag(String name, String meaning) {
        return of(name, 0, ArgumentRange.TRUTH, meaning);
    }

    /** The learning rate of most rules, which nothing but trying gives. */
    static Argument rate() {
        return required("lr", ArgumentRange.FROM_ZERO, "the learning rate: how large the steps are");
    }

    /** What is added to a root so that nothing is divided by zero. */
    static Argument eps(double standard) {
        return of("eps", standard, ArgumentRange.FROM_ZERO, "added to the root, so that nothing is divided by zero");
    }

    /** The same where PyTorch has another form for it. */
    Argument as(Torch form) {
        return new Argument(name, standard, range, meaning, form);
    }
}
