package ag.chart.picture;

import ag.chart.RandomChart;
import ag.chart.drawing.Typeface;
import ag.files.picture.PngRenderer;

/** A program that makes a PNG, to be run in a process of its own where things are missing. */
final class BareMachine {
    private BareMachine() {}

    public static void main(String[] args) {
        byte[] png = new PngRenderer(PictureSize.DEFAULT, 1, Typeface.bundled()).render(RandomChart.of(1));
        if (png.length == 0) {
            throw new AssertionError("an empty picture");
        }
    }
}
