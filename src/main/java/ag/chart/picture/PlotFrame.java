package ag.chart.picture;

import ag.chart.drawing.Point;
import java.util.List;

/** Where the window of a chart lies in the picture, in pixels; y grows downwards. */
record PlotFrame(double left, double top, double width, double height) {
    double right() {
        return left + width;
    }

    double bottom() {
        return top + height;
    }

    /** The pixel of a place in the window. */
    Point at(Point place) {
        return at(place.x(), place.y());
    }

    Point at(double x, double y) {
        return new Point(left + x * width, bottom() - y * height);
    }

    List<List<Point>> all(List<List<Point>> lines) {
        return lines.stream().map(line -> line.stream().map(this::at).toList()).toList();
    }
}
