package ag.engine;

/**
 * Forward-mode differentiation: how fast every value changes when some move. One scan from those up, with as many
 * multiplications as there are edges.
 */
public final class Tangents {
    private final int start;
    private final double[] rates;
    private final boolean[] moves;

    private Tangents(int start, int end) {
        this.start = start;
        this.rates = new double[Math.max(end - start, 0)];
        this.moves = new boolean[rates.length];
    }

    /**
     * The rates of all values now on the tape.
     *
     * @param nodes inputs, or steps that move by themselves, whatever they are built on
     * @param direction how fast each of the nodes moves
     */
    public static Tangents of(Tape tape, int[] nodes, double[] direction) {
        Tangents tangents = new Tangents(GradientGraph.lowest(nodes), tape.size());
        for (int i = 0; i < nodes.length; i++) {
            tangents.rates[nodes[i] - tangents.start] = direction[i];
            tangents.moves[nodes[i] - tangents.start] = true;
        }
        for (int node = tangents.start; node < tape.size(); node++) {
            if (!tape.isLeaf(node) && !tangents.moves(node)) {
                tangents.carry(tape, node);
            }
        }
        return tangents;
    }

    private void carry(Tape tape, int node) {
        int[] operands = tape.operands(node);
        double rate = 0;
        for (int index = 0; index < operands.length; index++) {
            if (moves(operands[index])) {
                moves[node - start] = true;
                double slope = LocalDerivative.value(tape, node, index);
                double inner = rates[operands[index] - start];
                boolean cut = slope == 0 && !Double.isFinite(inner) && LocalDerivative.isCut(tape, node, index);
                rate += cut ? 0 : slope * inner;
            }
        }
        rates[node - start] = rate;
    }

    /** Whether a value depends on a node that moves. */
    public boolean moves(int node) {
        return node >= start && node < start + moves.length && moves[node - start];
    }

    /** How fast a value changes. */
    public double rate(int node) {
        return moves(node) ? rates[node - start] : 0;
    }
}
