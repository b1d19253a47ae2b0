package ag.fit;

/** Why a fit stopped. */
public enum Ending {
    /** The residuals stand at right angles to everything the parameters can do, as far as the digits go. */
    CONVERGED("converged"),
    /** The model gives the data themselves. */
    EXACT("the model meets every sample"),
    /** A parameter or a combination of parameters can be changed without changing the model. */
    SINGULAR("singular"),
    /** No step leads further down, although the gradient is not 0. */
    STUCK("stuck"),
    /** It was not finished after as many steps as were allowed. */
    STEPS("out of steps"),
    /** The model has no value at the start. */
    NOT_FINITE("not finite at the start");

    private final String words;

    Ending(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Whether the parameters are a minimum. */
    public boolean isGood() {
        return this == CONVERGED || this == EXACT;
    }
}
