package ag.fit;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A model that is recorded afresh for each set of parameters, as one with a loop that goes on until it is near enough. */
final class RetakenModel implements Model {
    private final Function<double[], @Nullable Model> record;
    private final int parameters;
    private final int samples;
    private double[] last;
    private @Nullable Model taken;

    RetakenModel(double[] start, Function<double[], @Nullable Model> record) {
        this.record = record;
        this.last = start.clone();
        Model first = Objects.requireNonNull(record.apply(start), "the model has no value at its start");
        this.taken = first;
        this.parameters = first.parameterCount();
        this.samples = first.sampleCount();
    }

    private @Nullable Model at(double[] point) {
        if (!Arrays.equals(point, last)) {
            last = point.clone();
            taken = record.apply(last);
        }
        return taken;
    }

    @Override
    public int parameterCount() {
        return parameters;
    }

    @Override
    public int sampleCount() {
        return samples;
    }

    @Override
    public double[] values(double[] point) {
        Model model = at(point);
        if (model == null) {
            double[] none = new double[samples];
            Arrays.fill(none, Double.NaN);
            return none;
        }
        return model.values(point);
    }

    @Override
    public double[][] jacobian(double[] point) {
        Model model = at(point);
        return model == null ? new double[parameters][samples] : model.jacobian(point);
    }

    @Override
    public double @Nullable [] curvature(double[] point, double[] direction) {
        Model model = at(point);
        return model == null ? null : model.curvature(point, direction);
    }

    @Override
    public boolean isLinear() {
        return false;
    }

    @Override
    public List<Integer> unused() {
        Model model = taken;
        return model == null ? List.of() : model.unused();
    }
}
