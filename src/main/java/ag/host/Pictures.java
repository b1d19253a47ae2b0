package ag.host;

import ag.chart.drawing.Drawing;
import ag.diagram.Layout;
import ag.explain.Exploration;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import java.util.List;

/** Pictures and pages that need a library to be made. */
public interface Pictures {
    /** Where there is no such library. */
    Pictures NONE = new Pictures() {
        @Override
        public byte[] png(Drawing drawing, double scale, Span span) {
            throw missing(span);
        }

        @Override
        public Layout layers(Span span) {
            throw missing(span);
        }

        @Override
        public String graphPage(
                Drawing drawing, String formulas, List<String> header, List<List<String>> rows, Span span) {
            throw missing(span);
        }

        @Override
        public String explorePage(Exploration exploration, Span span) {
            throw missing(span);
        }

        private AgException missing(Span span) {
            return new AgException(
                    ErrorCode.NO_FILES,
                    "this picture cannot be made here",
                    span,
                    "run the program with ag on a computer");
        }
    };

    /**
     * An image of PNG.
     *
     * @param scale pixels of the image per pixel of the drawing
     */
    byte[] png(Drawing drawing, double scale, Span span);

    /** Lays graphs out in layers. */
    Layout layers(Span span);

    /**
     * A web page with a graph and a table that tells the same in words.
     *
     * @param formulas what stands beside the graph, as HTML; may be empty
     */
    String graphPage(Drawing drawing, String formulas, List<String> header, List<List<String>> rows, Span span);

    /** A web page on which inputs can be moved. */
    String explorePage(Exploration exploration, Span span);

    /** Whether pictures that move are shown, such as what a network decides while it is trained. */
    default boolean isMoving() {
        return false;
    }
}
