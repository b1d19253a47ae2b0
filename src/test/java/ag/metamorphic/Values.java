package ag.metamorphic;

import ag.result.Plain;
import ag.result.Result;
import ag.session.Programs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Compares what two programs give. */
final class Values {
    private static final double ERROR = 1e-12;

    private Values() {}

    /** What the bare expressions of a program give; a program with a mistake is one of the test's. */
    static List<Plain> of(String program) {
        List<Plain> values = new ArrayList<>();
        for (Result result : Programs.results(program)) {
            switch (result) {
                case Result.Value value -> values.add(value.value());
                case Result.Failed failed ->
                    throw new AssertionError(failed.diagnostic().message() + " at "
                            + failed.diagnostic().span().text() + " in\n" + program);
                default -> {}
            }
        }
        return values;
    }

    static boolean same(Plain a, Plain b) {
        return switch (a) {
            case Plain.Real x -> b instanceof Plain.Real y && same(x.value(), y.value());
            case Plain.Vector x -> b instanceof Plain.Vector y && same(x.values(), y.values());
            case Plain.Matrix x ->
                b instanceof Plain.Matrix y
                        && x.rows() == y.rows()
                        && x.columns() == y.columns()
                        && same(x.values(), y.values());
            case Plain.Items x -> {
                boolean same = b instanceof Plain.Items y
                        && x.items().size() == y.items().size();
                for (int i = 0; same && i < x.items().size(); i++) {
                    same = same(x.items().get(i), ((Plain.Items) b).items().get(i));
                }
                yield same;
            }
            case Plain.Truth _, Plain.Text _, Plain.Described _, Plain.NotComputed _ -> a.equals(b);
        };
    }

    private static boolean same(double[] a, double[] b) {
        boolean same = a.length == b.length;
        for (int i = 0; same && i < a.length; i++) {
            same = same(a[i], b[i]);
        }
        return same;
    }

    static boolean same(double a, double b) {
        return Double.compare(a, b) == 0 || Math.abs(a - b) <= ERROR * Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
    }

    /** The value as a program writes it. */
    static String source(Plain plain) {
        return switch (plain) {
            case Plain.Real real -> Double.toString(real.value()).replace('E', 'e');
            case Plain.Vector vector ->
                Arrays.stream(vector.values())
                        .mapToObj(number -> Double.toString(number).replace('E', 'e'))
                        .collect(Collectors.joining(", ", "[", "]"));
            default -> throw new AssertionError("not a number or a vector: " + plain);
        };
    }

    static String text(Plain plain) {
        return switch (plain) {
            case Plain.Vector vector -> Arrays.toString(vector.values());
            case Plain.Matrix matrix -> matrix.rows() + " rows of " + Arrays.toString(matrix.values());
            case Plain.Items items ->
                items.items().stream().map(Values::text).collect(Collectors.joining(", ", "[", "]"));
            case Plain.Real _, Plain.Truth _, Plain.Text _, Plain.Described _, Plain.NotComputed _ -> plain.toString();
        };
    }
}
