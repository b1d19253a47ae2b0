package ag.lang.interpreter;

import ag.engine.Tape;
import ag.lang.source.Span;
import ag.lang.values.Datum;
import ag.lang.values.Input;
import ag.lang.values.Smoothness;
import ag.lang.values.Smoothness.Course;
import ag.lang.values.Smoothness.Point;
import ag.lang.values.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A derivative that a statement asks for.
 *
 * @param of what is differentiated, as the user wrote it
 * @param code computes it
 */
public record Question(Frame frame, String of, Code code) {
    public Question(Frame frame, Span of, Code code) {
        this(frame, typed(of), code);
    }

    /** Something as it was typed, in one line. */
    public static String typed(Span span) {
        return span.text().strip().replaceAll("\\s+", " ");
    }

    /** Says so where there is no derivative; answers whether there was something to say. */
    public boolean tell(int root, List<Point> points, Span span) {
        Workspace workspace = frame.machine.workspace;
        return workspace.evaluation().isAsked()
                && !points.isEmpty()
                && new Smoothness(workspace).tell(of, root, points, course(points), span);
    }

    /** A course that values have chosen is gone once more, to see whether its course changes there on it. */
    private Course course(List<Point> points) {
        Workspace workspace = frame.machine.workspace;
        List<Integer> leaves = points.stream()
                .map(Point::node)
                .filter(workspace.tape()::isInput)
                .toList();
        if (!workspace.evaluation().everLooked() || leaves.isEmpty()) {
            return Course.GIVEN;
        }
        long ties = workspace.ties();
        at(leaves.getFirst(), workspace.tape().value(leaves.getFirst()));
        return new Course(workspace.ties() != ties, -1, (point, x) -> {
            int leaf = points.get(point).node();
            return workspace.tape().isInput(leaf) ? at(leaf, x) : Double.NaN;
        });
    }

    /** What the number would be if an input held another one, evaluated again. */
    public double at(int leaf, double x) {
        return at(leaf, x, frame.machine.workspace::shown);
    }

    /** What something made of it would be. */
    double at(int leaf, double x, ToDoubleFunction<Datum> look) {
        Machine machine = frame.machine;
        return machine.workspace.trying(() ->
                new WhatIf(machine, new int[] {leaf}).at(new double[] {x}, () -> look.applyAsDouble(code.run(frame))));
    }

    /** Nodes as the user knows them: by the name of the input they belong to, or as they were typed. */
    public static List<Point> points(Workspace workspace, int[] nodes, String typed, double[] taken) {
        Tape tape = workspace.tape();
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < nodes.length; i++) {
            Input input = tape.isInput(nodes[i]) ? workspace.inputs().ownerOf(nodes[i]) : null;
            String name = input == null ? typed : input.nameOf(tape.element(nodes[i]));
            points.add(new Point(name, nodes[i], taken[i]));
        }
        return points;
    }
}
