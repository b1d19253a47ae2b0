package ag.diagram;

import ag.chart.drawing.Point;
import ag.chart.drawing.Typeface;
import ag.diagram.Diagram.Edge;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Layers from left to right, every arrow pointing to the right, without a library: layers by the longest path, order within them by
 * barycenters (Sugiyama, Tagawa and Toda 1981), heights as near to the neighbours' as the order allows.
 */
public final class PlainLayers implements Layout {
    private static final double MARGIN = 14;
    private static final double BETWEEN_NODES = 16;
    private static final double BETWEEN_LAYERS = 40;
    private static final int SWEEPS = 12;

    @Override
    public Placement place(Diagram diagram, Typeface typeface) {
        return new Run(diagram, typeface).placement();
    }

    /** A node of the diagram, or a place where a long arrow passes through a layer. */
    private static final class Spot {
        private final double width;
        private final double height;
        private final List<Spot> before = new ArrayList<>();
        private final List<Spot> after = new ArrayList<>();
        private int layer;
        private double order;
        private double x;
        /** The height of its middle. */
        private double y;

        private Spot(double width, double height, double order) {
            this.width = width;
            this.height = height;
            this.order = order;
        }
    }

    private static final class Run {
        private final List<Edge> edges;
        private final List<Spot> nodes = new ArrayList<>();
        private final List<List<Spot>> paths = new ArrayList<>();
        private final List<List<Spot>> layers = new ArrayList<>();

        private Run(Diagram diagram, Typeface typeface) {
            edges = diagram.edges();
            diagram.nodes().forEach(node -> {
                NodeSize size = NodeSize.of(node, typeface);
                nodes.add(new Spot(size.width(), size.height(), nodes.size()));
            });
        }

        private Placement placement() {
            setLayers();
            for (Edge edge : edges) {
                paths.add(path(nodes.get(edge.from()), nodes.get(edge.to())));
            }
            nodes.forEach(node -> layer(node.layer).add(node));
            layers.forEach(layer -> layer.sort(Comparator.comparingDouble(spot -> spot.order)));
            for (int sweep = 0; sweep < SWEEPS; sweep++) {
                reorder(sweep % 2 == 0);
            }
            setHeights();
            double right = setColumns();
            double top = layers.stream()
                    .flatMap(List::stream)
                    .mapToDouble(spot -> spot.y - spot.height / 2)
                    .min()
                    .orElse(0);
            layers.forEach(layer -> layer.forEach(spot -> spot.y += MARGIN - top));
            double bottom = layers.stream()
                    .flatMap(List::stream)
                    .mapToDouble(spot -> spot.y + spot.height / 2)
                    .max()
                    .orElse(0);
            return new Placement(
                    right + MARGIN,
                    bottom + MARGIN,
                    nodes.stream()
                            .map(node -> new Placement.Box(node.x, node.y - node.height / 2, node.width, node.height))
                            .toList(),
                    paths.stream().map(this::route).toList(),
                    List.of());
        }

        private List<Spot> layer(int number) {
            while (layers.size() <= number) {
                layers.add(new ArrayList<>());
            }
            return layers.get(number);
        }

        /** As far left as arrows allow; what nothing leads to stands just before its first use. */
        private void setLayers() {
            boolean[] isMade = new boolean[nodes.size()];
            edges.forEach(edge -> isMade[edge.to()] = true);
            boolean changed = true;
            for (int round = 0; changed && round <= nodes.size(); round++) {
                changed = false;
                for (Edge edge : edges) {
                    Spot to = nodes.get(edge.to());
                    int least = nodes.get(edge.from()).layer + 1;
                    if (to.layer < least) {
                        to.layer = least;
                        changed = true;
                    }
                }
            }
            int[] first = new int[nodes.size()];
            edges.forEach(edge -> {
                int use = nodes.get(edge.to()).layer;
                first[edge.from()] = first[edge.from()] == 0 ? use : Math.min(first[edge.from()], use);
            });
            for (int i = 0; i < first.length; i++) {
                if (!isMade[i] && first[i] > 0) {
                    nodes.get(i).layer = first[i] - 1;
                }
            }
        }

        /** From one node to another, through a spot in each layer between. */
        private List<Spot> path(Spot from, Spot to) {
            List<Spot> path = new ArrayList<>(List.of(from));
            for (int number = from.layer + 1; number < to.layer; number++) {
                double share = (double) (number - from.layer) / (to.layer - from.layer);
                Spot passing = new Spot(0, 0, from.order + share * (to.order - from.order));
                passing.layer = number;
                layer(number).add(passing);
                path.add(passing);
            }
            path.add(to);
            for (int i = 1; i < path.size(); i++) {
                path.get(i - 1).after.add(path.get(i));
                path.get(i).before.add(path.get(i - 1));
            }
            return path;
        }

        private void reorder(boolean fromTheLeft) {
            for (List<Spot> layer : fromTheLeft ? layers : layers.reversed()) {
                for (Spot spot : layer) {
                    List<Spot> neighbours = fromTheLeft ? spot.before : spot.after;
                    spot.order = neighbours.stream()
                            .mapToDouble(neighbour -> neighbour.order)
                            .average()
                            .orElse(spot.order);
                }
                layer.sort(Comparator.comparingDouble(spot -> spot.order));
                for (int i = 0; i < layer.size(); i++) {
                    layer.get(i).order = i - (layer.size() - 1) / 2.0;
                }
            }
        }

        private void setHeights() {
            for (List<Spot> layer : layers) {
                spread(layer, Collections.nCopies(layer.size(), 0.0));
            }
            for (int sweep = 0; sweep < SWEEPS; sweep++) {
                boolean fromTheLeft = sweep % 2 == 0;
                for (List<Spot> layer : fromTheLeft ? layers : layers.reversed()) {
                    spread(
                            layer,
                            layer.stream()
                                    .map(spot -> (fromTheLeft ? spot.before : spot.after)
                                            .stream()
                                                    .mapToDouble(neighbour -> neighbour.y)
                                                    .average()
                                                    .orElse(spot.y))
                                    .toList());
                }
            }
        }

        /** Puts a layer as near to the wished heights as it goes with enough room between (pool adjacent violators). */
        private static void spread(List<Spot> layer, List<Double> wished) {
            List<double[]> blocks = new ArrayList<>();
            double[] offsets = new double[layer.size()];
            for (int i = 0; i < layer.size(); i++) {
                if (i > 0) {
                    offsets[i] = offsets[i - 1] + (layer.get(i - 1).height + layer.get(i).height) / 2 + BETWEEN_NODES;
                }
                blocks.add(new double[] {wished.get(i) - offsets[i], 1});
                while (blocks.size() > 1 && blocks.getLast()[0] <= blocks.get(blocks.size() - 2)[0]) {
                    double[] last = blocks.removeLast();
                    double[] merged = blocks.getLast();
                    merged[0] = (merged[0] * merged[1] + last[0] * last[1]) / (merged[1] + last[1]);
                    merged[1] += last[1];
                }
            }
            int i = 0;
            for (double[] block : blocks) {
                for (int count = 0; count < block[1]; count++) {
                    layer.get(i).y = block[0] + offsets[i];
                    i++;
                }
            }
        }

        /** The right edge of the last layer. */
        private double setColumns() {
            double x = MARGIN;
            for (List<Spot> layer : layers) {
                double width =
                        layer.stream().mapToDouble(spot -> spot.width).max().orElse(0);
                for (Spot spot : layer) {
                    spot.x = x + (width - spot.width) / 2;
                }
                x += width + BETWEEN_LAYERS;
            }
            return Math.max(MARGIN, x - BETWEEN_LAYERS);
        }

        private List<Point> route(List<Spot> path) {
            List<Point> points = new ArrayList<>();
            Spot from = path.getFirst();
            Spot to = path.getLast();
            points.add(new Point(from.x + from.width, port(from, path.get(1), from.after)));
            path.subList(1, path.size() - 1).forEach(spot -> points.add(new Point(spot.x, spot.y)));
            points.add(new Point(to.x, port(to, path.get(path.size() - 2), to.before)));
            return points;
        }

        /** Where an arrow meets a box, so that several come in the order of where they lead. */
        private static double port(Spot spot, Spot towards, List<Spot> all) {
            List<Spot> sorted = all.stream()
                    .sorted(Comparator.comparingDouble(other -> other.y))
                    .toList();
            double share = (sorted.indexOf(towards) + 1.0) / (sorted.size() + 1.0);
            return spot.y - spot.height / 2 + spot.height * share;
        }
    }
}
