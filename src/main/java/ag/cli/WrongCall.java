package ag.cli;

/** The call itself was wrong: an unknown option, a file that is not there. */
final class WrongCall extends Exception {
    private static final long serialVersionUID = 1;

    WrongCall(String message) {
        super(message, null, false, false);
    }
}
