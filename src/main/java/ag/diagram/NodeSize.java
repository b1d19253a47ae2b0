package ag.diagram;

import ag.chart.drawing.Typeface;
import ag.diagram.Diagram.Node;

/** How large a node must be for its text. */
public record NodeSize(double width, double height) {
    static final double TEXT = 12;
    static final double LINE = 16;
    static final double PADDING = 9;

    /** A box is at least so wide: numbers in it may change where it is part of a page. */
    private static final double LEAST_BOX = 96;

    private static final double LEAST_CIRCLE = 30;
    private static final double NEURON = 26;

    public static NodeSize of(Node node, Typeface typeface) {
        double text = node.lines().stream()
                .mapToDouble(line -> typeface.width(line, TEXT))
                .max()
                .orElse(0);
        double lines = node.lines().size() * LINE;
        return switch (node.shape()) {
            case INPUT, VALUE, FOLDED -> new NodeSize(Math.max(LEAST_BOX, text + 2 * PADDING), lines + PADDING);
            case OPERATION -> new NodeSize(Math.max(LEAST_CIRCLE, text + 2 * PADDING), LEAST_CIRCLE);
            case CONSTANT -> new NodeSize(text + PADDING, LINE + PADDING / 2);
            case NEURON -> new NodeSize(NEURON, NEURON);
        };
    }
}
