package ag.web.page;

import ag.engine.Tape;
import org.teavm.jso.JSExport;

/** The engine for pages that {@code explore} writes: a value's graph on a tape of its own, whose inputs can be moved. */
public final class PageEngine {
    private PageEngine() {}

    /** An empty tape, to which the page adds its nodes in order. */
    @JSExport
    public static PageTape tape() {
        return new NodesOnATape(new Tape());
    }
}
