package ag.cli;

import ag.lang.source.Diagnostic;
import ag.session.Interruption;

/** How a call ended, as the shell that made it sees it. Of several programs in a call the worst ending counts. */
enum ExitStatus {
    OK(0),
    FAILED(1),
    WRONG_CALL(2),
    LIMIT_REACHED(124),
    INTERRUPTED(130);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static ExitStatus of(Diagnostic failure) {
        return switch (Interruption.ending(failure)) {
            case NONE -> FAILED;
            case REQUEST -> INTERRUPTED;
            case LIMIT -> LIMIT_REACHED;
        };
    }

    /** The worse of the two. */
    ExitStatus and(ExitStatus other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
