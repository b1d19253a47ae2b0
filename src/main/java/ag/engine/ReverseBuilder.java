package ag.engine;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Records a backward pass on the tape. */
final class ReverseBuilder {
    private final Tape tape;
    private final int root;
    private final int[] targets;
    private final int[] held;
    private final Terms terms;
    private final LocalDerivative local;

    ReverseBuilder(Tape tape, int root, int[] targets, int[] held) {
        this.tape = tape;
        this.root = root;
        this.targets = targets;
        this.held = held;
        this.terms = new Terms(tape);
        this.local = new LocalDerivative(tape, terms, tape.fault());
    }

    GradientGraph build() {
        tape.value(root);
        int start = GradientGraph.lowest(targets);
        int[] nodes = new int[targets.length];
        if (start > root) {
            for (int k = 0; k < nodes.length; k++) {
                nodes[k] = tape.constant(0);
            }
            return new GradientGraph(nodes, false);
        }
        BitSet depends = GradientGraph.dependents(tape, start, root, targets, held);
        int order = Truncation.below(tape, new int[] {root}, start, depends);
        @Nullable DerivativePart[] adjoints = new DerivativePart[root - start + 1];
        adjoints[root - start] = Terms.ONE;
        int origin = tape.origin();
        for (int i = root; i >= start; i--) {
            DerivativePart adjoint = adjoints[i - start];
            if (adjoint != null && depends.get(i - start)) {
                tape.origin(tape.originOf(i));
                pass(i, adjoint, start, depends, adjoints);
            }
        }
        tape.origin(origin);
        for (int k = 0; k < nodes.length; k++) {
            DerivativePart adjoint = targets[k] <= root ? adjoints[targets[k] - start] : null;
            nodes[k] = adjoint == null ? terms.node(Terms.ZERO) : Truncation.mark(tape, terms.node(adjoint), order);
        }
        return new GradientGraph(nodes, local.branched());
    }

    private void pass(
            int node, DerivativePart adjoint, int start, BitSet depends, @Nullable DerivativePart[] adjoints) {
        int[] operands = tape.operands(node);
        for (int k = 0; k < operands.length; k++) {
            int at = operands[k] - start;
            if (at < 0 || !depends.get(at)) {
                continue;
            }
            DerivativePart slope = local.graph(node, operands, k);
            // A derivative that is 0 by its rule, as sign's, is no path at all; it must not turn infinities into NaN.
            if (slope.is(0)) {
                adjoints[at] = adjoints[at] == null ? Terms.ZERO : adjoints[at];
                continue;
            }
            DerivativePart share = terms.multiply(adjoint, slope);
            DerivativePart before = adjoints[at];
            adjoints[at] = before == null ? share : terms.add(before, share);
        }
    }
}
