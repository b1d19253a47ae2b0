package ag.optimize;

/**
 * What an optimizer is in PyTorch (1.13 and later).
 *
 * @param name its class in {@code torch.optim}; empty where there is none
 * @param sameStandards whether arguments that are left out mean the same there
 * @param fixed arguments that are always given; empty where there are none
 * @param maximizes whether it can go up; for one that cannot, the loss is negated
 */
public record TorchForm(String name, boolean sameStandards, String fixed, boolean maximizes) {
    static final TorchForm NONE = new TorchForm("", false, "", false);

    /** A class whose arguments are those of the rule. */
    static TorchForm of(String name) {
        return new TorchForm(name, true, "", true);
    }

    /** The same for one that only goes down. */
    TorchForm descendingOnly() {
        return new TorchForm(name, sameStandards, fixed, false);
    }

    /** The same with arguments that are always given, and all of the rule's own written out. */
    TorchForm with(String arguments) {
        return new TorchForm(name, false, arguments, maximizes);
    }
}
