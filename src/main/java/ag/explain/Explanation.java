package ag.explain;

import ag.engine.Tape;
import ag.lang.source.Span;
import ag.result.DerivativeResult;
import ag.result.PassStep.Backward;
import ag.result.PassStep.Contribution;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The chain rule as a story: every path from an input to a result, and the same sum as the backward pass gathers it. */
public final class Explanation {
    /** This many paths are listed; where there are more, the largest {@link #LARGEST}. */
    private static final int MOST_PATHS = 100;

    private static final int LARGEST = 10;
    private static final int MOST_STEPS = 50;

    private final Tape tape;
    private final NodeNames names;
    private final StepText texts;
    private final String result;

    /**
     * Explains gradients of the root of the tape's last backward pass.
     *
     * @param result what the root is called where it has no name
     */
    public Explanation(Tape tape, NodeNames names, String result) {
        this.tape = tape;
        this.names = names;
        this.texts = new StepText(tape, names);
        this.result = result;
    }

    /** How the root depends on a node. */
    public DerivativeResult.Explained of(String inputText, int input, Span span) {
        Between between = new Between(tape, input);
        PathCount count = PathCount.of(between);
        boolean all = count.paths().compareTo(BigDecimal.valueOf(MOST_PATHS)) <= 0;
        return new DerivativeResult.Explained(
                result,
                inputText,
                tape.gradient(input),
                count.paths(),
                new LargestPaths(between, this::name).find(all ? MOST_PATHS : LARGEST),
                between.count() > MOST_STEPS ? List.of() : backward(between),
                count.pathMultiplications(),
                count.backwardMultiplications(),
                span);
    }

    private List<Backward> backward(Between between) {
        List<Backward> steps = new ArrayList<>();
        if (between.isEmpty()) {
            return steps;
        }
        Map<Integer, List<Contribution>> open = new HashMap<>();
        for (int node = between.atOrBelow(between.root()); node >= 0; node = between.atOrBelow(node - 1)) {
            String user = name(node);
            List<Contribution> contributions = open.getOrDefault(node, List.of());
            double gradient = node == between.root()
                    ? 1
                    : contributions.stream()
                            .mapToDouble(c -> c.gradient() * c.factor())
                            .sum();
            steps.add(new Backward(user, contributions, gradient));
            int[] operands = tape.operands(node);
            for (int k = 0; node != between.input() && k < operands.length; k++) {
                if (between.contains(operands[k])) {
                    String rule = node == between.root() ? texts.factor(node, user, k) : "";
                    open.computeIfAbsent(operands[k], o -> new ArrayList<>())
                            .add(new Contribution(user, gradient, tape.slope(node, k), rule));
                }
            }
        }
        return steps;
    }

    private String name(int node) {
        return node == tape.gradientRoot() && !names.isNamed(node) ? result : names.of(node);
    }
}
