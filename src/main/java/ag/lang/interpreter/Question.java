package ag.lang.interpreter;

import ag.engine.Tape;
import ag.lang.source.Span;
import ag.lang.statements.Derivations;
import ag.lang.statements.Views;
import ag.lang.values.Input;
import ag.lang.values.Smoothness;
import ag.lang.values.Smoothness.Course;
import ag.lang.values.Smoothness.Point;
import ag.lang.values.Workspace;
import java.util.ArrayList;
import java.util.List;

/**
 * A derivative that a statement asks for.
 *
 * @param of what is differentiated, as the user wrote it
 * @param code computes it
 */
public record Question(Frame frame, String of, Code code) {
    public Question(Frame frame, Derivations.Asked of) {
        this(frame, of.text(), of.code());
    }

    /** Says so where there is no derivative; answers whether there was something to say. */
    public boolean tell(int root, List<Point> points, Span span) {
        Workspace workspace = frame.machine.workspace;
        return workspace.isAsked()
                && !points.isEmpty()
                && new Smoothness(workspace).tell(of, root, points, course(points), span);
    }

    /** What a view shows derivatives with respect to, after the backward pass it looks at. */
    public static List<Point> points(Tape tape, List<Views.Target> targets) {
        return targets.stream()
                .map(target -> new Point(target.text(), target.node(), tape.gradient(target.node())))
                .toList();
    }

    /** All inputs that the last backward pass reached. */
    public static List<Point> reached(Workspace workspace) {
        List<Point> points = new ArrayList<>();
        for (Input input : Derivations.reached(workspace)) {
            points.addAll(
                    points(workspace, input.nodes(), input.name(), Derivations.gradient(workspace.tape(), input)));
        }
        return points;
    }

    /** A course that values have chosen is gone once more, to see whether equal numbers are compared on it. */
    private Course course(List<Point> points) {
        Machine machine = frame.machine;
        Workspace workspace = machine.workspace;
        int[] leaves = points.stream()
                .mapToInt(Point::node)
                .filter(workspace.tape()::isInput)
                .toArray();
        if (!workspace.decided() || leaves.length == 0) {
            return Course.GIVEN;
        }
        long ties = workspace.ties();
        double[] same = new double[leaves.length];
        for (int i = 0; i < same.length; i++) {
            same[i] = workspace.tape().value(leaves[i]);
        }
        new WhatIf(machine, leaves).at(same, this::number);
        return new Course(workspace.ties() != ties, -1, (point, x) -> {
            int leaf = points.get(point).node();
            return workspace.tape().isInput(leaf)
                    ? new WhatIf(machine, new int[] {leaf}).at(new double[] {x}, this::number)
                    : Double.NaN;
        });
    }

    private double number() {
        return frame.machine.workspace.number(code.run(frame));
    }

    /** Nodes as the user knows them: by the name of the input they belong to, or as they were typed. */
    public static List<Point> points(Workspace workspace, int[] nodes, String typed, double[] taken) {
        Tape tape = workspace.tape();
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < nodes.length; i++) {
            Input input = tape.isInput(nodes[i]) ? workspace.ownerOf(nodes[i]) : null;
            String name = input == null ? typed : Views.element(input.name(), input.value(), tape.element(nodes[i]));
            points.add(new Point(name, nodes[i], taken[i]));
        }
        return points;
    }
}
