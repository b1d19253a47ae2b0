package ag.lang.algebra;

/** Thrown inside of the solvers where no rule fits. */
final class Unsolved extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Whether the equation holds for every value. */
    final boolean always;

    Unsolved() {
        this(false);
    }

    Unsolved(boolean always) {
        super(null, null, false, false);
        this.always = always;
    }
}
