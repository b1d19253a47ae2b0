package ag.lang.view;

import ag.engine.Tape;
import ag.lang.result.Result;
import ag.lang.result.Result.BackwardStep;
import ag.lang.result.Result.Contribution;
import ag.lang.source.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The chain rule as a story: every path from an input to a result, and the same sum as the backward pass gathers it. */
public final class Explanation {
    /** So many paths are listed; where there are more, the largest {@link #LARGEST}. */
    private static final int MOST_PATHS = 100;

    private static final int LARGEST = 10;
    private static final int MOST_STEPS = 50;

    private final Tape tape;
    private final NodeNames names;

    public Explanation(Tape tape, NodeNames names) {
        this.tape = tape;
        this.names = names;
    }

    /** How the root of the tape's last backward pass depends on a node. */
    public Result.Explained of(String result, String inputText, int input, Span span) {
        Between between = new Between(tape, input);
        PathCount count = PathCount.of(between);
        boolean all = count.paths().compareTo(BigDecimal.valueOf(MOST_PATHS)) <= 0;
        return new Result.Explained(
                result,
                inputText,
                tape.gradient(input),
                count.paths(),
                new LargestPaths(between, names).find(all ? MOST_PATHS : LARGEST),
                between.count() > MOST_STEPS ? List.of() : backward(between),
                count.pathMultiplications(),
                count.backwardMultiplications(),
                span);
    }

    private List<BackwardStep> backward(Between between) {
        List<BackwardStep> steps = new ArrayList<>();
        if (between.isEmpty()) {
            return steps;
        }
        Map<Integer, List<Contribution>> open = new HashMap<>();
        for (int node = between.atOrBelow(between.root()); node >= 0; node = between.atOrBelow(node - 1)) {
            String user = names.of(node);
            List<Contribution> contributions = open.getOrDefault(node, List.of());
            double gradient = node == between.root()
                    ? 1
                    : contributions.stream()
                            .mapToDouble(c -> c.gradient() * c.factor())
                            .sum();
            steps.add(new BackwardStep(user, contributions, gradient));
            between.edges(
                    node,
                    (operand, factor) -> open.computeIfAbsent(operand, o -> new ArrayList<>())
                            .add(new Contribution(user, gradient, factor)));
        }
        return steps;
    }
}
