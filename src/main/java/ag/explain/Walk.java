package ag.explain;

import ag.engine.Tape;
import ag.result.PassStep;
import ag.result.PassStep.Backward;
import ag.result.PassStep.Contribution;
import ag.result.PassStep.Forward;
import ag.result.PassStep.Given;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The forward and then the backward pass, one node after the other. */
public final class Walk {
    /** The longest walk. */
    public static final int MOST_STEPS = 400;

    private final Tape tape;
    private final NodeNames names;
    private final StepText texts;
    private final String result;
    private final int root;

    private Walk(Tape tape, NodeNames names, String result) {
        this.tape = tape;
        this.names = names;
        this.texts = new StepText(tape, names);
        this.root = tape.gradientRoot();
        this.result = names.isNamed(root) ? names.of(root) : result;
    }

    /** A step of a pass, and the node it is about. */
    public record Stop(int node, PassStep step) {}

    /**
     * All steps behind the root of the tape's last backward pass; empty where they are too many.
     *
     * @param result what the root is called where it has no name
     */
    public static Optional<List<Stop>> of(Tape tape, NodeNames names, String result) {
        return new Walk(tape, names, result).stops();
    }

    private Optional<List<Stop>> stops() {
        List<Integer> nodes = IntStream.rangeClosed(0, root)
                .filter(node -> tape.isReached(node) && !tape.isConstant(node))
                .boxed()
                .limit(MOST_STEPS / 2 + 1L)
                .toList();
        if (nodes.size() > MOST_STEPS / 2) {
            return Optional.empty();
        }
        List<Stop> stops = new ArrayList<>();
        nodes.forEach(node -> stops.add(new Stop(node, forward(node))));
        Map<Integer, List<Contribution>> arrived = new HashMap<>();
        for (int node : nodes.reversed()) {
            List<Contribution> contributions = arrived.getOrDefault(node, List.of());
            stops.add(new Stop(node, new Backward(name(node), contributions, tape.gradient(node))));
            hand(node, arrived);
        }
        return Optional.of(stops);
    }

    private Forward forward(int node) {
        List<Given> operands = new ArrayList<>();
        for (int operand : IntStream.of(tape.operands(node)).distinct().toArray()) {
            if (!tape.isConstant(operand)) {
                operands.add(new Given(names.of(operand), tape.value(operand)));
            }
        }
        return new Forward(name(node), texts.of(node), tape.isInput(node), tape.value(node), operands);
    }

    private void hand(int node, Map<Integer, List<Contribution>> arrived) {
        int[] operands = tape.operands(node);
        for (int k = 0; k < operands.length; k++) {
            if (!tape.isConstant(operands[k])) {
                arrived.computeIfAbsent(operands[k], o -> new ArrayList<>())
                        .add(new Contribution(name(node), tape.gradient(node), tape.slope(node, k), rule(node, k)));
            }
        }
    }

    /** At the root itself ∂L/∂a would stand for the local derivative and for the gradient. */
    private String rule(int node, int index) {
        return node == root ? texts.factor(node, result, index) : "";
    }

    private String name(int node) {
        return node == root ? result : names.of(node);
    }
}
