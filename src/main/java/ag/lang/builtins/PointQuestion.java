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

    /** Asks about first derivatives that nobody has computed one by one. */
    void ask(int[] results) {
        int width = place.targets().length;
        int[] derivatives = new int[workspace.isAsked() ? results.length * width : 0];
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
        if (!workspace.isAsked()) {
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
        Datum fresh = Fresh.of(workspace, pointWith(target, x), call.site(), call.span());
        int node = fresh instanceof Tensor tensor ? tensor.node(index) : ((Datum.Scalar) fresh).node();
        Datum value = DerivativeFunctions.apply(call, (Callable) call.get(0), fresh);
        return workspace.tape().value(new Gradients(workspace).graph(value, new int[] {node})[0]);
    }

    private Datum moved(int target, double x) {
        return DerivativeFunctions.apply(call, (Callable) call.get(0), pointWith(target, x));
    }

    /** The point with another number in one place. */
    private Datum pointWith(int target, double x) {
        if (!(call.get(1) instanceof Tensor tensor)) {
            return new Datum.Num(x);
        }
        double[] numbers = workspace.numbers(tensor).clone();
        numbers[target] = x;
        return tensor.withNumbers(numbers);
    }

    private double result(Datum value, int index) {
        return value instanceof Tensor tensor ? workspace.numbers(tensor)[index] : workspace.number(value);
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
            return input.size() == 1 ? input.name() : input.name() + "[" + tape.element(node) + "]";
        }
        if (!(call.get(0) instanceof Callable function)) {
            return call.spanOf(1).text();
        }
        List<String> parameters = Arrays.stream(function.signature()
                        .replaceFirst(".*?\\(", "")
                        .replaceFirst("\\).*", "")
                        .split(","))
                .map(parameter -> parameter.strip().replaceFirst(" .*", ""))
                .toList();
        return parameters.size() == place.targets().length
                ? parameters.get(target)
                : parameters.getFirst() + "[" + target + "]";
    }
}
