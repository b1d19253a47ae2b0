package ag.lang.view;

import ag.engine.Tape;
import ag.lang.result.Plain;
import ag.lang.result.Result.LocalSlope;
import ag.lang.result.Result.TraceRow;
import java.util.ArrayList;
import java.util.List;

/**
 * The forward and the backward pass as a table, a row for each step in the order of the tape, which is a topological order.
 * Where there are very many steps, neighbours that do the same are folded into one row that says so, such as the neurons of a
 * layer; where that is still too much, the middle is left out and counted.
 */
public final class Trace {
    /** So many rows can be read, and more are folded. */
    public static final int MOST_ROWS = 100;

    private static final int MOST_SLOPES = 8;

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

    /** Neighbouring steps that do the same, by the first and last of them. */
    private record Group(int first, int last, int count) {}

    private List<TraceRow> rows() {
        int steps = 0;
        for (int node = 0; node <= tape.gradientRoot(); node++) {
            steps += isStep(node) ? 1 : 0;
        }
        List<Group> groups = groups(steps > MOST_ROWS);
        List<TraceRow> rows = new ArrayList<>();
        int half = MOST_ROWS / 2;
        for (int i = 0; i < groups.size(); i++) {
            if (groups.size() > MOST_ROWS && i == half) {
                int next = groups.size() - half;
                rows.add(leftOut(groups.subList(i, next)));
                i = next;
            }
            Group group = groups.get(i);
            rows.add(group.count == 1 ? row(group.first) : folded(group));
        }
        return rows;
    }

    private boolean isStep(int node) {
        return tape.isReached(node) && !tape.isConstant(node);
    }

    private List<Group> groups(boolean fold) {
        List<Group> groups = new ArrayList<>();
        int first = -1;
        int last = -1;
        int count = 0;
        for (int node = 0; node <= tape.gradientRoot(); node++) {
            if (!isStep(node)) {
                continue;
            }
            if (count > 0 && fold && Alike.nodes(tape, names, last, node)) {
                count++;
            } else {
                if (count > 0) {
                    groups.add(new Group(first, last, count));
                }
                first = node;
                count = 1;
            }
            last = node;
        }
        if (count > 0) {
            groups.add(new Group(first, last, count));
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
        NodeNames.Place place = names.place(group.first);
        String name = place != null ? place.of().name() : names.of(group.first) + " … " + names.of(group.last);
        String expression = texts.of(group.first) + (tape.isLeaf(group.first) ? "" : " and so on");
        return summary(name, expression + ", " + group.count + " steps in one row", group);
    }

    private TraceRow leftOut(List<Group> groups) {
        int count = groups.stream().mapToInt(Group::count).sum();
        Group all = new Group(groups.getFirst().first, groups.getLast().last, count);
        return summary("…", count + " steps left out", all);
    }

    private TraceRow summary(String name, String expression, Group group) {
        Spread values = new Spread();
        Spread gradients = new Spread();
        for (int node = group.first; node <= group.last; node++) {
            if (isStep(node)) {
                values.add(tape.value(node));
                gradients.add(tape.gradient(node));
            }
        }
        return new TraceRow(name, expression, values.plain(), List.of(), gradients.plain(), group.count);
    }
}
