package ag.web;

import ag.chart.drawing.Drawing;
import ag.diagram.Layout;
import ag.diagram.PlainLayers;
import ag.explain.Exploration;
import ag.host.Pictures;
import ag.lang.source.Span;
import java.util.List;

/** Pictures in a browser: graphs in layers, and nothing that needs a library. */
record WebPictures() implements Pictures {
    @Override
    public byte[] png(Drawing drawing, double scale, Span span) {
        return NONE.png(drawing, scale, span);
    }

    @Override
    public Layout layers(Span span) {
        return new PlainLayers();
    }

    @Override
    public String graphPage(Drawing drawing, String story, List<String> header, List<List<String>> rows, Span span) {
        return NONE.graphPage(drawing, story, header, rows, span);
    }

    @Override
    public String explorePage(Exploration exploration, Span span) {
        return NONE.explorePage(exploration, span);
    }

    @Override
    public boolean isMoving() {
        return true;
    }
}
