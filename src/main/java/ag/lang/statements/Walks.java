package ag.lang.statements;

import ag.explain.NodeNames;
import ag.explain.Walk;
import ag.lang.source.AgException;
import ag.lang.values.Workspace;
import java.util.List;

/** The walk through both passes that {@code step} shows and {@code practice} asks about. */
final class Walks {
    private Walks() {}

    /**
     * All stops of the walk to the root of the last backward pass.
     *
     * @param wayOut what to do where there are too many
     */
    static List<Walk.Stop> of(Workspace workspace, NodeNames names, Derivations.Asked of, String wayOut) {
        return Walk.of(workspace.tape(), names, of.text())
                .orElseThrow(() -> new AgException(
                        "too-long",
                        "'" + of.text() + "' takes more than " + Walk.MOST_STEPS + " steps, forward and backward",
                        of.span(),
                        wayOut));
    }
}
