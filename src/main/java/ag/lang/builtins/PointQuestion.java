package ag.lang.builtins;

import ag.engine.Tape;
import ag.lang.builtins.DerivativeFunctions.Place;
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

/** What a call of {@code gradient} and its kin has to say of the point: that there is no derivative, or that one is infinite. */
final class PointQuestion {
    private final Call call;
    private final Place place;
    private final Workspace workspace;

    PointQuestion(Call call, Place place) {
        this.call = call;
        this.place = place;
        this.workspace = call.workspace();
    }

    /**
     * Asks about first derivatives.
     *
     * @param results the nodes that are differentiated
     * @param derivatives those of the first result in each target, then those of the next
     */
    void ask(int[] results, int[] derivatives) {
        for (int i = 0; i < results.length; i++) {
            double[] taken = row(derivatives, i);
            int index = i;
            Course course = new Course(
                    place.tied(), -1, (target, x) -> workspace.trying(() -> result(moved(target, x), index)));
            if (tell(text(results.length, i), results[i], taken, course)) {
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
        int below = call.get(0) instanceof Callable ? workspace.node(place.value()) : -1;
        for (int i = 0; i < first.length; i++) {
            double[] taken = row(second, i);
            int index = i;
            Course course = new Course(
                    place.tied(), below, (target, x) -> workspace.trying(() -> firstDerivative(target, x, index)));
            String of = "the derivative of " + text(1, 0) + " in " + name(i);
            if (tell(of, first[i], taken, course)) {
                return;
            }
            new Gradients(workspace).report(new Datum.Scalar(first[i]), taken);
        }
    }

    private boolean tell(String of, int root, double[] taken, Course course) {
        if (!workspace.evaluation().isAsked()) {
            return false;
        }
        List<Point> points = new ArrayList<>();
        for (int k = 0; k < taken.length; k++) {
            points.add(new Point(name(k), place.targets()[k], taken[k]));
        }
        return new Smoothness(workspace).tell(of, root, points, course, call.span());
    }

    private double[] row(int[] nodes, int index) {
        int width = place.targets().length;
        return Arrays.stream(nodes, index * width, (index + 1) * width)
                .mapToDouble(workspace.tape()::value)
                .toArray();
    }

    private double firstDerivative(int target, double x, int index) {
        List<Datum> fresh = pointWith(target, x).stream()
                .map(part -> Fresh.of(workspace, part, call.site(), call.span()))
                .toList();
        int node = Gradients.nodes(new Datum.Items(fresh), call.span())[index];
        return workspace.tape().value(new Gradients(workspace).graph(value(fresh), new int[] {node})[0]);
    }

    private Datum moved(int target, double x) {
        return value(pointWith(target, x));
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
        Input input = tape.isInput(node) ? workspace.ownerOf(node) : null;
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
