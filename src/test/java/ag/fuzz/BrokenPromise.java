package ag.fuzz;

/** Something happened that never should, whatever the input. */
final class BrokenPromise extends RuntimeException {
    private static final long serialVersionUID = 1;

    BrokenPromise(String what) {
        super(what);
    }
}
