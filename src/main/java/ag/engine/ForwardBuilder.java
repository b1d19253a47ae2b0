package ag.engine;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Records a forward-mode pass on the tape: tangents, from the targets up. */
final class ForwardBuilder {
    private final Tape tape;
    private final int[] roots;
    private final int[] targets;
    private final int[] direction;

    ForwardBuilder(Tape tape, int[] roots, int[] targets, int[] direction) {
        this.tape = tape;
        this.roots = roots;
        this.targets = targets;
        this.direction = direction;
    }

    GradientGraph build() {
        Terms terms = new Terms(tape);
        LocalDerivative local = new LocalDerivative(tape, terms, null);
        int start = GradientGraph.lowest(targets);
        int end = -1;
        for (int root : roots) {
            end = Math.max(end, root);
            tape.value(root);
        }
        BitSet depends = GradientGraph.dependents(tape, start, end, targets);
        int order = Truncation.below(tape, roots, start, depends);
        @Nullable DerivativePart[] tangents = new DerivativePart[Math.max(end - start + 1, 0)];
        for (int k = 0; k < targets.length; k++) {
            if (targets[k] <= end) {
                tangents[targets[k] - start] = terms.of(direction[k]);
            }
        }
        for (int i = start; i <= end; i++) {
            if (tangents[i - start] == null && depends.get(i - start)) {
                tangents[i - start] = tangent(i, start, tangents, terms, local);
            }
        }
        int[] nodes = new int[roots.length];
        for (int k = 0; k < roots.length; k++) {
            DerivativePart tangent = roots[k] >= start ? tangents[roots[k] - start] : null;
            nodes[k] = tangent == null ? terms.node(Terms.ZERO) : Truncation.mark(tape, terms.node(tangent), order);
        }
        return new GradientGraph(nodes, local.branched());
    }

    private DerivativePart tangent(
            int node, int start, @Nullable DerivativePart[] tangents, Terms terms, LocalDerivative local) {
        int[] operands = tape.operands(node);
        DerivativePart sum = Terms.ZERO;
        for (int k = 0; k < operands.length; k++) {
            DerivativePart inner = operands[k] >= start ? tangents[operands[k] - start] : null;
            if (inner == null || inner.is(0)) {
                continue;
            }
            DerivativePart slope = local.graph(node, operands, k);
            if (!slope.is(0)) {
                sum = terms.add(sum, terms.multiply(slope, inner));
            }
        }
        return sum;
    }
}
