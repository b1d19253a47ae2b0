package ag.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * A number that is a sum of squares, as the least-squares methods want it: Σ weight·residual², up to a constant. It is told from how the
 * number was made: from {@code sum((y - f(x))^2)}, {@code a^2 + 3*b^2}, {@code dot(r, r)/2}, {@code norm(r)^2}, {@code mean(…)} and the like.
 *
 * @param residuals the nodes that are squared
 * @param roots the roots of their weights
 */
public record SumOfSquares(int[] residuals, double[] roots) {
    /** A part of the sum, and what it is multiplied with. */
    private record Part(int node, double weight) {}

    /**
     * The squares that a number is the sum of; empty where it is none. Halves of higher powers become new nodes.
     *
     * @param inputs the nodes that move
     */
    public static Optional<SumOfSquares> of(Tape tape, int root, int[] inputs) {
        return new Search(tape, root, inputs).run();
    }

    private static final class Search {
        private final Tape tape;
        private final int start;
        private final int root;
        private final BitSet moves;
        private final List<Part> found = new ArrayList<>();
        private final Deque<Part> open = new ArrayDeque<>();

        Search(Tape tape, int root, int[] inputs) {
            this.tape = tape;
            this.root = root;
            this.start = GradientGraph.lowest(inputs);
            this.moves = GradientGraph.dependents(tape, start, root, inputs);
        }

        Optional<SumOfSquares> run() {
            open.push(new Part(root, 1));
            while (!open.isEmpty()) {
                Part part = open.pop();
                if (moves(part.node) && !(part.weight > 0 && takeApart(part))) {
                    return Optional.empty();
                }
            }
            return Optional.of(new SumOfSquares(
                    found.stream().mapToInt(Part::node).toArray(),
                    found.stream().mapToDouble(part -> Math.sqrt(part.weight)).toArray()));
        }

        private boolean moves(int node) {
            return node >= start && moves.get(node - start);
        }

        /** Whether the part is a square, or made of parts that can be. */
        private boolean takeApart(Part part) {
            int[] of = tape.operands(part.node);
            double weight = part.weight;
            return switch (tape.operation(part.node)) {
                case ADD, SUM -> {
                    Arrays.stream(of).forEach(node -> open.push(new Part(node, weight)));
                    yield true;
                }
                case SUBTRACT -> {
                    open.push(new Part(of[0], weight));
                    open.push(new Part(of[1], -weight));
                    yield true;
                }
                case LINEAR -> {
                    open.push(new Part(of[0], weight));
                    yield true;
                }
                case MULTIPLY -> product(of[0], of[1], weight);
                case DIVIDE -> !moves(of[1]) && times(of[0], weight / tape.value(of[1]));
                case POWER -> !moves(of[1]) && power(of[0], tape.value(of[1]), weight);
                case DOT -> dot(of, weight);
                case SQUARED_ERROR -> square(tape.subtract(of[0], of[1]), weight);
                default -> false;
            };
        }

        private boolean product(int a, int b, double weight) {
            if (a == b) {
                return square(a, weight);
            }
            return moves(a) ? !moves(b) && times(a, weight * tape.value(b)) : times(b, weight * tape.value(a));
        }

        private boolean times(int node, double weight) {
            open.push(new Part(node, weight));
            return true;
        }

        private boolean power(int base, double exponent, double weight) {
            if (!Squares.isEven(exponent)) {
                return false;
            }
            double half = exponent / 2;
            return square(half == 1 ? base : tape.apply(Operation.POWER, base, tape.constant(half)), weight);
        }

        private boolean dot(int[] of, double weight) {
            int half = of.length / 2;
            boolean same = Arrays.equals(of, 0, half, of, half, of.length);
            for (int i = 0; same && i < half; i++) {
                square(of[i], weight);
            }
            return same;
        }

        private boolean square(int node, double weight) {
            found.add(new Part(node, weight));
            return true;
        }
    }
}
