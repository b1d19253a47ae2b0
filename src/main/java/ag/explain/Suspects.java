package ag.explain;

import ag.engine.Fault;
import ag.engine.Operation;
import ag.engine.Partials;
import ag.engine.Tape;
import ag.result.Notation;
import ag.result.PracticeResult.Misconception;
import ag.result.PracticeResult.Slip;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The mistakes that can be made on the way from a result back to one of the values it is built on: each with the fault that
 * makes a backward pass make it.
 */
final class Suspects {
    /** A value used more often is not looked at use by use. */
    private static final int MOST_USES = 6;

    /** In a larger graph only mistakes that are made everywhere are looked for. */
    private static final int MOST_NODES = 2000;

    private final Tape tape;
    private final NodeNames names;
    private final StepText texts;
    private final Between between;
    private final String result;
    private final List<Suspect> all = new ArrayList<>();

    /**
     * A misconception and what it does to a backward pass.
     *
     * @param general whether it is made everywhere, and not in one place
     */
    record Suspect(Misconception misconception, Fault fault, boolean general) {}

    private record Edge(int node, int index) {}

    private Suspects(Tape tape, NodeNames names, Between between, String result) {
        this.result = result;
        this.tape = tape;
        this.names = names;
        this.texts = new StepText(tape, names);
        this.between = between;
    }

    /** The likeliest first, and those near the value before those far from it. */
    static List<Suspect> of(Tape tape, NodeNames names, Between between, String result) {
        Suspects suspects = new Suspects(tape, names, between, result);
        if (between.count() > MOST_NODES) {
            suspects.wholeSign();
            suspects.everywhere();
            return suspects.all;
        }
        List<Integer> nodes = IntStream.rangeClosed(between.input(), between.root())
                .filter(between::contains)
                .boxed()
                .toList();
        nodes.forEach(suspects::lostPaths);
        nodes.forEach(suspects::missingUpstream);
        nodes.forEach(suspects::swappedFactors);
        nodes.forEach(suspects::missingLocal);
        suspects.wholeSign();
        nodes.forEach(suspects::signs);
        nodes.forEach(suspects::wrongPoints);
        suspects.everywhere();
        return suspects.all;
    }

    private void add(Slip slip, String where, String text, Fault fault) {
        all.add(new Suspect(new Misconception(slip, where, text), fault, false));
    }

    private void addGeneral(Slip slip, String text, Fault fault) {
        all.add(new Suspect(new Misconception(slip, "", text), fault, true));
    }

    private String gradient(int node) {
        return Notation.derivative(result, name(node));
    }

    private String local(Edge edge) {
        return Notation.derivative(name(edge.node), names.of(tape.operands(edge.node)[edge.index]));
    }

    private String name(int node) {
        return node == between.root() ? result : names.of(node);
    }

    /** The edges from a node down that lie on a path. */
    private List<Edge> below(int node) {
        List<Edge> edges = new ArrayList<>();
        int[] operands = tape.operands(node);
        for (int k = 0; node != between.input() && k < operands.length; k++) {
            if (between.contains(operands[k])) {
                edges.add(new Edge(node, k));
            }
        }
        return edges;
    }

    private List<Edge> above(int operand) {
        return IntStream.rangeClosed(operand + 1, between.root())
                .filter(between::contains)
                .boxed()
                .flatMap(node -> below(node).stream())
                .filter(edge -> tape.operands(edge.node)[edge.index] == operand)
                .toList();
    }

    private void lostPaths(int node) {
        List<Edge> uses = above(node);
        if (uses.size() < 2 || uses.size() > MOST_USES) {
            return;
        }
        if (uses.stream().allMatch(use -> use.node == uses.getFirst().node)) {
            add(
                    Slip.LOST_PATH,
                    names.of(node),
                    gradient(node) + " is overwritten instead of added to: " + texts.of(uses.getFirst().node) + " uses "
                            + names.of(node) + " more than once, and only one use is left",
                    new Lost(uses.subList(1, uses.size())));
            return;
        }
        String overwritten = gradient(node) + " is overwritten instead of added to: ";
        for (Edge kept : uses) {
            List<Edge> lost = uses.stream().filter(edge -> !edge.equals(kept)).toList();
            add(
                    Slip.LOST_PATH,
                    names.of(node),
                    overwritten + "only the path through " + name(kept.node) + " is left, and "
                            + (lost.size() == 1
                                    ? "that through " + name(lost.getFirst().node) + " is"
                                    : "the others are")
                            + " lost",
                    new Lost(lost));
        }
        if (uses.size() > 2) {
            for (Edge lost : uses) {
                add(
                        Slip.LOST_PATH,
                        names.of(node),
                        "the path from " + names.of(node) + " through " + name(lost.node) + " is lost",
                        new Lost(List.of(lost)));
            }
        }
    }

    private void missingUpstream(int node) {
        if (node != between.root() && node != between.input()) {
            add(
                    Slip.MISSING_UPSTREAM,
                    names.of(node),
                    "the upstream factor " + gradient(node) + " is missing where "
                            + texts.equation(names.of(node), node) + " hands its gradient on",
                    new Fault() {
                        @Override
                        public double share(int at, int index, double gradient, double slope) {
                            return at == node ? slope : gradient * slope;
                        }
                    });
        }
    }

    private void missingLocal(int node) {
        for (Edge edge : below(node)) {
            if (tape.slope(edge.node, edge.index) != 1) {
                add(
                        Slip.MISSING_LOCAL,
                        name(edge.node),
                        "the factor " + local(edge) + " is missing",
                        new Replaced(edge, 1));
            }
        }
    }

    private void swappedFactors(int node) {
        if (tape.operation(node) != Operation.MULTIPLY) {
            return;
        }
        int[] operands = tape.operands(node);
        for (Edge edge : below(node)) {
            int own = operands[edge.index];
            if (tape.value(operands[0]) != tape.value(operands[1])) {
                add(
                        Slip.SWAPPED_FACTORS,
                        name(node),
                        "the factors of " + texts.of(node) + " are swapped: " + local(edge)
                                + " is the other factor, not " + names.of(own) + " itself",
                        new Replaced(edge, tape.value(own)));
            }
        }
    }

    private void wholeSign() {
        add(Slip.SIGN, result, "the sign is wrong", new Fault() {
            @Override
            public double share(int node, int index, double gradient, double slope) {
                return node == between.root() ? -gradient * slope : gradient * slope;
            }
        });
    }

    private void signs(int node) {
        for (Edge edge : below(node)) {
            double slope = tape.slope(edge.node, edge.index);
            if (slope != 0) {
                add(Slip.SIGN, name(edge.node), "the sign of " + local(edge) + " is wrong", new Replaced(edge, -slope));
            }
        }
    }

    /** The derivative of a function of one number, taken at its result or at what lies below its operand. */
    private void wrongPoints(int node) {
        if (node == between.input() || !(tape.operation(node).partials() instanceof Partials.Unary unary)) {
            return;
        }
        int operand = tape.operands(node)[0];
        List<Integer> others = new ArrayList<>(List.of(node));
        for (int below : tape.operands(operand)) {
            if (!tape.isConstant(below)) {
                others.add(below);
            }
        }
        others.add(between.input());
        for (int other : others.stream().distinct().filter(o -> o != operand).toList()) {
            double x = tape.value(other);
            double slope = unary.slope().applyAsDouble(x, unary.value().applyAsDouble(x));
            add(
                    Slip.WRONG_POINT,
                    name(node),
                    "the derivative of " + tape.operation(node).title() + " is taken at " + names.of(other)
                            + " instead of at " + names.of(operand),
                    new Replaced(new Edge(node, 0), slope));
        }
    }

    private void everywhere() {
        addGeneral(Slip.LOST_PATH, "gradients are overwritten instead of added to, wherever paths meet", new Fault() {
            @Override
            public double gathered(int operand, int node, double held, double share) {
                return share;
            }
        });
        addGeneral(
                Slip.MISSING_UPSTREAM,
                "only the local derivatives are added up, without the gradients from above",
                new Fault() {
                    @Override
                    public double share(int node, int index, double gradient, double slope) {
                        return slope;
                    }
                });
        addGeneral(Slip.SWAPPED_FACTORS, "the factors of every product are swapped", new Fault() {
            @Override
            public double slope(Tape on, int node, int index) {
                return on.operation(node) == Operation.MULTIPLY
                        ? on.value(on.operands(node)[index])
                        : Fault.super.slope(on, node, index);
            }
        });
    }

    /** Nothing comes along these edges. */
    private record Lost(List<Edge> edges) implements Fault {
        @Override
        public double share(int node, int index, double gradient, double slope) {
            return edges.contains(new Edge(node, index)) ? 0 : gradient * slope;
        }
    }

    /** One edge has another derivative. */
    private record Replaced(Edge edge, double slope) implements Fault {
        @Override
        public double slope(Tape tape, int node, int index) {
            return edge.node == node && edge.index == index ? slope : Fault.super.slope(tape, node, index);
        }
    }
}
