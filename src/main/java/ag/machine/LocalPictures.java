package ag.machine;

import ag.chart.drawing.Drawing;
import ag.chart.drawing.Typeface;
import ag.diagram.Layout;
import ag.explain.Exploration;
import ag.files.page.ExplorePage;
import ag.files.page.GraphPage;
import ag.files.picture.LayeredLayout;
import ag.files.picture.PngWriter;
import ag.host.Pictures;
import ag.lang.source.Span;
import java.util.List;

/** Pictures by Java's own libraries, graphs laid out by ELK, pages from the program's templates. */
record LocalPictures() implements Pictures {
    @Override
    public byte[] png(Drawing drawing, double scale, Span span) {
        return PngWriter.write(drawing, scale, Typeface.bundled());
    }

    @Override
    public Layout layers(Span span) {
        return new LayeredLayout();
    }

    @Override
    public String graphPage(Drawing drawing, String formulas, List<String> header, List<List<String>> rows, Span span) {
        return new GraphPage(drawing, formulas, header, rows).html();
    }

    @Override
    public String explorePage(Exploration exploration, Span span) {
        return new ExplorePage(exploration).html();
    }
}
