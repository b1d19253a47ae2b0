package ag.lang.builtins;

import ag.engine.Tape;
import ag.lang.builtins.DerivativeFunctions.Place;
import ag.lang.values.Arguments;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Gradients;
import ag.lang.values.Input;
import ag.lang.values.Smoothness;
import ag.lang.values.Smoothness.Course;
import ag.lang.values.Smoothness.Point;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What a call of {@code gradient} and its kin has to say of the point: that there is no derivative, or that one is infinite. */
final class PointQuestion {
    private final Call call;
    private final Place place;
    private final Workspace workspace;
    private final Arguments.@Nullable Reevaluation reevaluation;

    PointQuestion(Call call, Place place) {
        this.call = call;
        this.place = place;
        this.workspace = call.workspace();
        this.reevaluation = call.reevaluation();
    }

    /**
     * Asks about first derivatives.
     *
     * @param results the nodes that are differentiated
     * @param derivatives those of the first result in each target, then those of the next
     */
    void ask(int[] results, int[] derivatives) {
        boolean tied = isTied();
        for (int i = 0; i < results.length; i++) {
            double[] taken = row(derivatives, i);
            if (tell(text(results.length, i), results[i], taken, course(tied, i), false)) {
                return;
            }
            new Gradients(workspace).report(new Datum.Scalar(results[i]), taken);
        }
    }

    /** Asks about first derivatives that were not computed one by one. */
    void ask(int[] results) {
        int width = place.targets().length;
        int[] derivatives = new int[workspace.evaluation().isAsked() ? results.length * width : 0];
        if (derivatives.length > 0) {
            for (int i = 0; i < results.length; i++) {
                int[] row = new Gradients(workspace).graph(new Datum.Scalar(results[i]), place.targets());
                System.arraycopy(row, 0, derivatives, i * width, width);
            }
            ask(results, derivatives);
        }
    }

    /**
     * Asks about second derivatives.
     *
     * @param first the first derivatives
     * @param second those of the first one in each target, then those of the next
     */
    void askAgain(int[] first, int[] second) {
        int below = reevaluation == null ? -1 : workspace.node(place.value());
        boolean tied = isTied();
        for (int i = 0; i < first.length; i++) {
            double[] taken = row(second, i);
            int index = i;
            Course course = new Course(tied, below, (target, x) -> firstDerivative(target, x, index));
            String of = "the derivative of " + text(1, 0) + " in " + name(i);
            if (tell(of, first[i], taken, course, false)) {
                return;
            }
            new Gradients(workspace).report(new Datum.Scalar(first[i]), taken);
        }
        tell(text(1, 0), workspace.node(place.value()), row(first, 0), course(tied, 0), true);
    }

    /** How one of the results that are differentiated was found. */
    private Course course(boolean tied, int index) {
        return new Course(tied, -1, (target, x) -> reevaluation(target, x, value -> result(value, index)));
    }

    /** What is differentiated, with another number in one place. */
    private double reevaluation(int target, double x, ToDoubleFunction<Datum> look) {
        if (call.get(0) instanceof Callable) {
            return workspace.trying(() -> look.applyAsDouble(value(pointWith(target, x))));
        }
        int node = place.targets()[target];
        return reevaluation == null || !workspace.tape().isInput(node)
                ? Double.NaN
                : reevaluation.with(0, node, x, look);
    }

    /** Whether equal numbers were compared; a formula that values have chosen the course of is evaluated once more to see. */
    private boolean isTied() {
        if (place.tied()
                || call.get(0) instanceof Callable
                || !workspace.evaluation().everLooked()) {
            return place.tied();
        }
        long ties = workspace.ties();
        for (int target = 0; target < Math.min(1, place.targets().length); target++) {
            reevaluation(target, workspace.tape().value(place.targets()[target]), _ -> 0);
        }
        return workspace.ties() != ties;
    }

    private boolean tell(String of, int root, double[] taken, Course course, boolean onlyBroken) {
        if (!workspace.evaluation().isAsked()) {
            return false;
        }
        List<Point> points = new ArrayList<>();
        for (int k = 0; k < taken.length; k++) {
            points.add(new Point(name(k), place.targets()[k], taken[k]));
        }
        Smoothness smoothness = new Smoothness(workspace);
        return onlyBroken
                ? smoothness.tellBroken(of, root, points, course, call.span())
                : smoothness.tell(of, root, points, course, call.span());
    }

    private double[] row(int[] nodes, int index) {
        int width = place.targets().length;
        return Arrays.stream(nodes, index * width, (index + 1) * width)
                .mapToDouble(workspace.tape()::value)
                .toArray();
    }

    private double firstDerivative(int target, double x, int index) {
        if (!(call.get(0) instanceof Callable)) {
            return reevaluation(target, x, value -> slope(value, place.targets()[index]));
        }
        return workspace.trying(() -> {
            List<Datum> fresh = pointWith(target, x).stream()
                    .map(part -> Fresh.of(workspace, part, call.site(), call.span()))
                    .toList();
            return slope(value(fresh), Gradients.nodes(new Datum.Items(fresh), call.span())[index]);
        });
    }

    private double slope(Datum value, int node) {
        return workspace.tape().value(new Gradients(workspace).graph(value, new int[] {node})[0]);
    }

    private Datum value(List<Datum> arguments) {
        Callable function = (Callable) call.get(0);
        return function.call(workspace, call.span(), call.site(), arguments.toArray(Datum[]::new));
    }

    /** The point in plain numbers, with another one in one place. */
    private List<Datum> pointWith(int target, double x) {
        List<Datum> moved = new ArrayList<>();
        int place = target;
        for (Datum argument : this.place.arguments()) {
            double[] numbers = argument instanceof Tensor tensor
                    ? workspace.shown(tensor).clone()
                    : new double[] {workspace.shown(argument)};
            if (place >= 0 && place < numbers.length) {
                numbers[place] = x;
            }
            place -= numbers.length;
            moved.add(argument instanceof Tensor tensor ? tensor.withNumbers(numbers) : new Datum.Num(numbers[0]));
        }
        return moved;
    }

    private double result(Datum value, int index) {
        return value instanceof Tensor tensor ? workspace.shown(tensor)[index] : workspace.shown(value);
    }

    private String text(int results, int index) {
        String of = call.get(0) instanceof Callable function
                ? function.name()
                : call.spanOf(0).text();
        return results == 1 ? of : of + "[" + index + "]";
    }

    private String name(int target) {
        int node = place.targets()[target];
        Tape tape = workspace.tape();
        Input input = tape.isInput(node) ? workspace.inputs().ownerOf(node) : null;
        if (input != null) {
            return input.nameOf(tape.element(node));
        }
        return call.get(0) instanceof Callable function
                ? name(function.parameters(), target)
                : call.spanOf(1).text();
    }

    private String name(List<String> parameters, int target) {
        int index = target;
        for (int i = 0; i < place.arguments().size(); i++) {
            String name = parameters.get(Math.min(i, parameters.size() - 1));
            if (!(place.arguments().get(i) instanceof Tensor tensor)) {
                if (index-- == 0) {
                    return name;
                }
            } else if (index < tensor.size()) {
                return name + tensor.place(index);
            } else {
                index -= tensor.size();
            }
        }
        throw new IllegalArgumentException("no such target: " + target);
    }
}
