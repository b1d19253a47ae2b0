package ag.chart.picture;

import ag.chart.Chart;
import ag.chart.drawing.SvgWriter;
import ag.chart.drawing.Typeface;

/** Charts as SVG documents: sharp at any size, with text that can be selected, searched and read aloud. */
public record SvgRenderer(PictureSize size, Typeface typeface) {

    /** The whole document; the same for the same chart on every machine and in every locale. */
    public String render(Chart chart) {
        return SvgWriter.write(ChartPicture.draw(chart, size, typeface));
    }
}
