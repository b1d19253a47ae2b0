package ag.lang.statements;

import ag.explain.Walk;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import java.util.List;

/** The walk through both passes that {@code step} shows and {@code practice} asks about. */
final class Walks {
    private Walks() {}

    /**
     * All stops of the walk to a number whose backward pass has run.
     *
     * @param wayOut what to do where there are too many
     */
    static List<Walk.Stop> of(Studied studied, String wayOut) {
        return Walk.of(studied.workspace().tape(), studied.names(), studied.text())
                .orElseThrow(() -> new AgException(
                        ErrorCode.TOO_LONG,
                        "'" + studied.text() + "' takes more than " + Walk.MOST_STEPS + " steps, forward and backward",
                        studied.of().span(),
                        wayOut));
    }
}
