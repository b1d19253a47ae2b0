package ag.fit;

import ag.engine.GradientGraph;
import ag.engine.Tangents;
import ag.engine.Tape;
import ag.nn.Recording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a formula says of every sample for any parameters: the part of a tape between the parameters and the results, on a tape of its own.
 * Its Jacobian is exact, and so is its second derivative along a direction.
 */
final class RecordedModel implements Model {
    /** Beyond this many values a second copy of the formula, for second derivatives, costs more than it saves. */
    private static final int MOST_FOR_CURVATURE = 1_000_000;

    private final Recording recording;
    private final Tape tape;
    private final int[] parameters;
    private final int[] results;
    private final int[][] operands;
    private @Nullable Curvature curvature;

    private RecordedModel(Recording recording) {
        this.recording = recording;
        this.tape = new Tape(recording.placeCount());
        this.parameters = new int[recording.inputCount()];
        Arrays.setAll(parameters, _ -> tape.input(0));
        this.results = replay(recording, tape, parameters);
        this.operands = new int[tape.size()][];
        Arrays.setAll(operands, tape::operands);
    }

    static RecordedModel of(Tape tape, int[] parameters, int[] results) {
        return new RecordedModel(Recording.of(tape, parameters, results));
    }

    private static int[] replay(Recording recording, Tape tape, int[] parameters) {
        int[] nodes = Arrays.copyOf(parameters, recording.placeCount());
        for (int k = 0; k < recording.constantCount(); k++) {
            nodes[recording.firstConstant() + k] = tape.constant(recording.constant(k));
        }
        int place = recording.firstStep();
        for (Recording.Step step : recording.steps()) {
            nodes[place++] = repeat(tape, step, nodes);
        }
        int[] results = new int[recording.rootCount()];
        Arrays.setAll(results, k -> nodes[recording.root(k)]);
        return results;
    }

    private static int repeat(Tape tape, Recording.Step step, int[] nodes) {
        int[] of = new int[step.operands().length];
        Arrays.setAll(of, k -> nodes[step.operands()[k]]);
        return switch (step.operation()) {
            case ADD -> tape.add(of[0], of[1]);
            case SUBTRACT -> tape.subtract(of[0], of[1]);
            case MULTIPLY -> tape.multiply(of[0], of[1]);
            case DIVIDE -> tape.divide(of[0], of[1]);
            case NEGATE -> tape.negate(of[0]);
            default ->
                switch (step.operation().partials().arity()) {
                    case 1 -> tape.apply(step.operation(), of[0]);
                    case 2 -> tape.apply(step.operation(), of[0], of[1]);
                    default -> tape.reduce(step.operation(), of);
                };
        };
    }

    @Override
    public int parameterCount() {
        return parameters.length;
    }

    @Override
    public int sampleCount() {
        return results.length;
    }

    @Override
    public double[] values(double[] at) {
        move(at);
        double[] values = new double[results.length];
        Arrays.setAll(values, i -> tape.value(results[i]));
        return values;
    }

    private void move(double[] at) {
        for (int j = 0; j < parameters.length; j++) {
            if (Double.compare(tape.value(parameters[j]), at[j]) != 0) {
                tape.set(parameters[j], at[j]);
            }
        }
    }

    @Override
    public double[][] jacobian(double[] at) {
        move(at);
        int count = parameters.length;
        double[] rates = new double[tape.size() * count];
        for (int j = 0; j < count; j++) {
            rates[parameters[j] * count + j] = 1;
        }
        for (int node = count; node < tape.size(); node++) {
            int[] of = operands[node];
            for (int index = 0; index < of.length; index++) {
                if (!tape.isConstant(of[index])) {
                    carry(rates, node, of[index], tape.slope(node, index));
                }
            }
        }
        double[][] columns = new double[count][results.length];
        for (int i = 0; i < results.length; i++) {
            for (int j = 0; j < count; j++) {
                columns[j][i] = rates[results[i] * count + j];
            }
        }
        return columns;
    }

    /** A slope of 0 carries nothing, be the rate behind it infinite. */
    private void carry(double[] rates, int node, int operand, double slope) {
        if (slope != 0) {
            int count = parameters.length;
            for (int j = 0; j < count; j++) {
                double rate = rates[operand * count + j];
                if (rate != 0) {
                    rates[node * count + j] += slope * rate;
                }
            }
        }
    }

    @Override
    public double @Nullable [] curvature(double[] at, double[] direction) {
        if (recording.placeCount() > MOST_FOR_CURVATURE) {
            return null;
        }
        Curvature known = curvature(at);
        return known.along(at, direction);
    }

    @Override
    public boolean isLinear() {
        return recording.placeCount() <= MOST_FOR_CURVATURE
                && curvature(new double[parameters.length]).isZero();
    }

    /** Where rules of derivatives choose by the values at hand, a copy is good for one point only. */
    private Curvature curvature(double[] at) {
        Curvature known = curvature;
        if (known == null || known.branched) {
            known = new Curvature(recording, at);
            curvature = known;
        }
        return known;
    }

    /** The model with no data of its own, for {@link Problem}. */
    ModelWithData plain() {
        return new ModelWithData(recording, new double[0]);
    }

    @Override
    public List<Integer> unused() {
        List<Integer> unused = new ArrayList<>();
        for (int j = 0; j < parameters.length; j++) {
            Tangents tangents = Tangents.of(tape, new int[] {parameters[j]}, new double[] {1});
            if (Arrays.stream(results).noneMatch(tangents::moves)) {
                unused.add(j);
            }
        }
        return unused;
    }

    /** The formula a second time, with its derivative along a direction beside it. */
    private static final class Curvature {
        private final Tape tape = new Tape();
        private final int[] parameters;
        private final int[] directions;
        private final int[] slopes;
        final boolean branched;

        Curvature(Recording recording, double[] at) {
            int count = recording.inputCount();
            parameters = new int[count];
            directions = new int[count];
            Arrays.setAll(parameters, j -> tape.input(at[j]));
            Arrays.setAll(directions, _ -> tape.input(1));
            int[] results = replay(recording, tape, parameters);
            GradientGraph graph = GradientGraph.forward(tape, results, parameters, directions);
            slopes = graph.nodes();
            branched = graph.branched();
        }

        double[] along(double[] at, double[] direction) {
            for (int j = 0; j < parameters.length; j++) {
                tape.set(parameters[j], at[j]);
                tape.set(directions[j], direction[j]);
            }
            tape.value(tape.size() - 1);
            Tangents tangents = Tangents.of(tape, parameters, direction);
            return Arrays.stream(slopes).mapToDouble(tangents::rate).toArray();
        }

        boolean isZero() {
            if (branched) {
                return false;
            }
            Tangents tangents = Tangents.of(tape, parameters, new double[parameters.length]);
            return Arrays.stream(slopes).noneMatch(tangents::moves);
        }
    }
}
