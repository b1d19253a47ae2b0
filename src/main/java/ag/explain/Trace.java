package ag.explain;

import ag.engine.Tape;
import ag.result.DerivativeResult.LocalSlope;
import ag.result.DerivativeResult.TraceRow;
import ag.result.Plain;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The forward and the backward pass as a table, a row for each step in the order of the tape, which is a topological order.
 * Each layer of a network is one row. Where there are very many steps, neighbours that do the same are folded into one row that
 * says so; where that is still too much, the middle is left out and counted.
 */
public final class Trace {
    /** This many rows can be read, and more are folded. */
    public static final int MOST_ROWS = 100;

    private static final int MOST_SLOPES = 8;

    /** This many numbers of a row are written out. */
    private static final int FEW = 4;

    private final Tape tape;
    private final NodeNames names;
    private final StepText texts;

    private Trace(Tape tape, NodeNames names) {
        this.tape = tape;
        this.names = names;
        this.texts = new StepText(tape, names);
    }

    /** The steps that the root of the tape's last backward pass depends on. */
    public static List<TraceRow> of(Tape tape, NodeNames names) {
        return new Trace(tape, names).rows();
    }

    /**
     * Neighbouring steps in one row.
     *
     * @param what they are together; null where they do the same
     */
    private record Group(List<Integer> steps, LayerRuns.@Nullable Layer what) {
        int first() {
            return steps.getFirst();
        }
    }

    private List<TraceRow> rows() {
        List<Integer> steps = IntStream.rangeClosed(0, tape.gradientRoot())
                .filter(node -> Fold.isShown(tape, node))
                .boxed()
                .toList();
        List<Group> groups = groups(steps);
        List<TraceRow> rows = new ArrayList<>();
        int half = MOST_ROWS / 2;
        for (int i = 0; i < groups.size(); i++) {
            if (groups.size() > MOST_ROWS && i == half) {
                int next = groups.size() - half;
                rows.add(leftOut(groups.subList(i, next)));
                i = next;
            }
            Group group = groups.get(i);
            rows.add(group.steps.size() == 1 ? row(group.first()) : folded(group));
        }
        return rows;
    }

    private List<Group> groups(List<Integer> steps) {
        LayerRuns layers = new LayerRuns(tape, names, steps);
        List<Group> groups = new ArrayList<>();
        int start = 0;
        while (start < steps.size()) {
            LayerRuns.Run run = layers.at(start);
            int end = run != null ? run.end() : start + 1;
            while (run == null
                    && steps.size() > MOST_ROWS
                    && end < steps.size()
                    && Alike.nodes(tape, names, steps.get(end - 1), steps.get(end))) {
                end++;
            }
            groups.add(new Group(steps.subList(start, end), run == null ? null : run.layer()));
            start = end;
        }
        return groups;
    }

    private TraceRow row(int node) {
        return new TraceRow(
                names.of(node),
                texts.of(node),
                new Plain.Real(tape.value(node)),
                slopes(node),
                new Plain.Real(tape.gradient(node)),
                1);
    }

    /** The derivative in each operand that is not constant; a value used twice has two. */
    private List<LocalSlope> slopes(int node) {
        int[] operands = tape.operands(node);
        List<LocalSlope> slopes = new ArrayList<>();
        if (operands.length <= MOST_SLOPES) {
            for (int k = 0; k < operands.length; k++) {
                if (!tape.isConstant(operands[k])) {
                    slopes.add(new LocalSlope(names.of(operands[k]), tape.slope(node, k)));
                }
            }
        }
        return slopes;
    }

    private TraceRow folded(Group group) {
        LayerRuns.Layer layer = group.what;
        int first = group.first();
        int count = group.steps.size();
        NodeNames.Place place = names.place(first);
        if (layer != null && !layer.parameters()) {
            return summary(
                    names.of(first) + " … " + names.of(group.steps.getLast()),
                    layer.text() + inOneRow(count),
                    outputs(group),
                    count);
        }
        if (layer != null && place != null) {
            String name = layer.network().part(place.index(), count);
            return summary(name, "parameters of " + layer.text() + ", " + count + " in one row", group.steps, count);
        }
        String name = place != null ? place.of().name() : names.of(first) + " … " + names.of(group.steps.getLast());
        String expression = texts.of(first) + (tape.isLeaf(first) ? "" : " and so on");
        return summary(name, expression + inOneRow(count), group.steps, count);
    }

    private static String inOneRow(int count) {
        return ", " + count + " steps in one row";
    }

    /** What of a layer is handed on: the steps that no other step of it uses. */
    private List<Integer> outputs(Group group) {
        Set<Integer> used = new HashSet<>();
        for (int node : group.steps) {
            for (int operand : tape.operands(node)) {
                used.add(operand);
            }
        }
        return group.steps.stream().filter(node -> !used.contains(node)).toList();
    }

    private TraceRow leftOut(List<Group> groups) {
        List<Integer> all =
                groups.stream().flatMap(group -> group.steps.stream()).toList();
        return summary("…", all.size() + " steps left out", all, all.size());
    }

    private TraceRow summary(String name, String expression, List<Integer> nodes, int count) {
        return new TraceRow(
                name, expression, together(nodes, tape::value), List.of(), together(nodes, tape::gradient), count);
    }

    /** A few numbers as they are, of many the smallest and the largest. */
    private static Plain together(List<Integer> nodes, IntToDoubleFunction number) {
        if (nodes.size() == 1) {
            return new Plain.Real(number.applyAsDouble(nodes.getFirst()));
        }
        if (nodes.size() <= FEW) {
            return new Plain.Vector(
                    nodes.stream().mapToDouble(number::applyAsDouble).toArray());
        }
        Spread spread = new Spread();
        nodes.forEach(node -> spread.add(number.applyAsDouble(node)));
        return spread.plain();
    }
}
