package ag.chart.layout;

import ag.chart.Band;
import ag.chart.drawing.Point;
import java.util.ArrayList;
import java.util.List;

/** The area between two curves as polygons in the window. */
public final class BandPieces {
    private BandPieces() {}

    /** A piece from each place to the next, cut off at the window's edge; where the borders cross, two triangles. */
    public static List<List<Point>> of(Band band, View view) {
        List<List<Point>> pieces = new ArrayList<>();
        for (int i = 0; i + 1 < band.x().size(); i++) {
            Point lowHere = view.place(band.x().at(i), band.low().at(i));
            Point highHere = view.place(band.x().at(i), band.high().at(i));
            Point lowThere = view.place(band.x().at(i + 1), band.low().at(i + 1));
            Point highThere = view.place(band.x().at(i + 1), band.high().at(i + 1));
            double here = highHere.y() - lowHere.y();
            double there = highThere.y() - lowThere.y();
            if (Double.isNaN(here) || Double.isNaN(there)) {
                continue;
            }
            if (here * there < 0) {
                Point crossing = Clip.between(lowHere, lowThere, here / (here - there));
                add(pieces, List.of(lowHere, crossing, highHere));
                add(pieces, List.of(lowThere, highThere, crossing));
            } else {
                add(pieces, List.of(lowHere, lowThere, highThere, highHere));
            }
        }
        return pieces;
    }

    private static void add(List<List<Point>> pieces, List<Point> piece) {
        List<Point> visible = Clip.polygon(piece);
        if (visible.size() >= 3) {
            pieces.add(visible);
        }
    }
}
