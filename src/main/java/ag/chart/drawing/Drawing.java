package ag.chart.drawing;

import java.util.List;

/**
 * A picture: its size in pixels, what it shows in words, and its elements on a white ground.
 *
 * @param title a short name; may be empty
 * @param description what a reader who cannot see the picture should know; may be empty
 */
public record Drawing(double width, double height, String title, String description, List<Element> elements) {
    public Drawing {
        elements = List.copyOf(elements);
    }
}
