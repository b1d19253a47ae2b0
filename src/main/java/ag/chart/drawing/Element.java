package ag.chart.drawing;

import java.util.List;

/** A part of a {@link Drawing}. Later elements cover earlier ones. Lengths are in pixels of the drawing. */
public sealed interface Element {

    /** Open lines, each through its points in order. A line of one point is drawn as a dot. */
    record Lines(List<List<Point>> lines, Stroke stroke) implements Element {
        public Lines {
            lines = lines.stream().map(List::copyOf).toList();
        }

        public static Lines line(Point from, Point to, Stroke stroke) {
            return new Lines(List.of(List.of(from, to)), stroke);
        }
    }

    /** The inside of closed outlines (non-zero winding), such as an arrow head or the regions of a map. */
    record Area(List<List<Point>> outlines, Paint paint) implements Element {
        public Area {
            outlines = outlines.stream().map(List::copyOf).toList();
        }

        public static Area polygon(List<Point> corners, Paint paint) {
            return new Area(List.of(corners), paint);
        }
    }

    /** A rectangle from its left and top edge; {@code radius} rounds its corners. */
    record Rectangle(double x, double y, double width, double height, double radius, Paint paint) implements Element {}

    record Circle(Point center, double radius, Paint paint) implements Element {}

    /**
     * One line of text; control characters in it, such as a line break, become spaces.
     *
     * @param at the point on the base line that the anchor names
     * @param size the height of the font in pixels; capital letters are about 0.73 of it
     */
    record Text(Point at, String text, double size, Anchor anchor, Color color) implements Element {
        public Text {
            text = text.replaceAll("\\p{Cntrl}", " ");
        }
    }

    /**
     * Elements that belong together.
     *
     * @param id how a script finds the group in a written picture; empty where none needs to
     * @param label a name for those who read the picture by ear or point at it
     */
    record Group(String id, String label, List<Element> elements) implements Element {
        public Group {
            elements = List.copyOf(elements);
        }

        public Group(String label, List<Element> elements) {
            this("", label, elements);
        }
    }

    /** Which point of a line of text is pinned. */
    enum Anchor {
        START,
        MIDDLE,
        END
    }
}
