package ag.files.picture;

import ag.chart.Chart;
import ag.chart.drawing.Typeface;
import ag.chart.picture.ChartPicture;
import ag.chart.picture.PictureSize;

/**
 * Charts as PNG images. They look as the SVG does, and need neither fonts nor a display on the machine.
 *
 * @param scale pixels of the image per pixel of the size: 2 is sharp on today's screens
 */
public record PngRenderer(PictureSize size, double scale, Typeface typeface) {

    /** The image file's bytes. */
    public byte[] render(Chart chart) {
        return PngWriter.write(ChartPicture.draw(chart, size, typeface), scale, typeface);
    }
}
