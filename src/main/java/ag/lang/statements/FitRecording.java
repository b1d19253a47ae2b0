package ag.lang.statements;

import ag.fit.FitLoss;
import ag.fit.Model;
import ag.fit.ModelWithData;
import ag.fit.Problem;
import ag.lang.interpreter.Cell;
import ag.lang.interpreter.Frame;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Evaluation;
import ag.lang.values.Kinds;
import ag.lang.values.Stopped;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import ag.nn.Recording;
import ag.result.Numerals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records what a fit is of: the data, the model for all samples, and for one sample where it is drawn. */
final class FitRecording {
    /** Longer data are not recorded a second time for more digits. */
    private static final int MOST_DATA = 20_000;

    private final FitStatement fit;
    private final Frame frame;
    private final Workspace workspace;
    private final List<FitParameter.Leaf> leaves;
    private final int[] parameterNodes;
    private final FitTrouble trouble;

    FitRecording(FitStatement fit, Frame frame, List<FitParameter.Leaf> leaves) {
        this.fit = fit;
        this.frame = frame;
        this.workspace = frame.machine.workspace;
        this.leaves = leaves;
        this.parameterNodes = leaves.stream().mapToInt(FitParameter.Leaf::node).toArray();
        this.trouble =
                new FitTrouble(fit, leaves.stream().map(FitParameter.Leaf::name).toList());
    }

    /**
     * What a fit is of.
     *
     * @param along the data that the model depends on, where that is one vector; null where there are others, or none
     */
    record Recorded(
            Problem problem,
            @Nullable Along along,
            @Nullable FitColumns columns) {}

    /**
     * A model of one sample.
     *
     * @param name of the vector of data
     * @param x the data
     * @param curve the model, whose last parameter is the sample's x
     */
    record Along(String name, double[] x, Model curve) {}

    Frame frame() {
        return frame;
    }

    FitStatement fit() {
        return fit;
    }

    int[] parameterNodes() {
        return parameterNodes;
    }

    Recorded take() {
        int mark = workspace.tape().mark();
        long rebuilds = frame.machine.rebuilds();
        try {
            Problem problem = problem();
            return new Recorded(problem, along(problem), FitColumns.of(this, problem));
        } finally {
            if (rebuilds == frame.machine.rebuilds()) {
                workspace.tape().rewind(mark);
            }
        }
    }

    private Problem problem() {
        double[] numbers = measured();
        trouble.requireEnough(numbers.length);
        Model recorded = recorded(numbers.length);
        Model model = recorded == null ? retaken(numbers.length) : recorded;
        trouble.requireUsed(model);
        RobustLoss robust = fit.robust();
        return new Problem(
                model,
                recorded == null ? null : precise(numbers.length),
                numbers,
                roots(numbers.length),
                fit.absolute(),
                robust == null ? new FitLoss.Squares() : robust.at(frame),
                leaves.stream().mapToDouble(FitParameter.Leaf::low).toArray(),
                leaves.stream().mapToDouble(FitParameter.Leaf::high).toArray());
    }

    private double[] measured() {
        try (Evaluation _ = workspace.evaluation().formula()) {
            Datum measured = fit.data().code().run(frame);
            double[] numbers = shownNumbers(measured, fit.data());
            trouble.requireApart(Model.of(workspace.tape(), parameterNodes, nodesOf(measured)));
            return numbers;
        }
    }

    /** The model by one formula for all parameters; null where its course depends on them. */
    private @Nullable Model recorded(int samples) {
        int[] nodes = nodesWith(Map.of());
        return nodes.length == samples || nodes.length == 1 ? model(nodes, samples) : null;
    }

    /** The model recorded for each set of parameters separately. */
    private Model retaken(int samples) {
        double[] start = Arrays.stream(parameterNodes)
                .mapToDouble(workspace.tape()::value)
                .toArray();
        model(nodesNow(samples), samples);
        return Model.retaken(start, at -> {
            for (int j = 0; j < at.length; j++) {
                workspace.inputs().set(parameterNodes[j], at[j]);
            }
            int mark = workspace.tape().mark();
            long rebuilds = frame.machine.rebuilds();
            try {
                return model(nodesNow(samples), samples);
            } catch (Stopped stopped) {
                throw stopped;
            } catch (AgException _) {
                return null;
            } finally {
                if (rebuilds == frame.machine.rebuilds()) {
                    workspace.tape().rewind(mark);
                }
            }
        });
    }

    private int[] nodesNow(int samples) {
        try (Evaluation _ = workspace.evaluation().quietly()) {
            Datum said = fit.model().code().run(frame);
            int[] nodes = nodes(said);
            if (nodes.length != samples && nodes.length != 1) {
                throw trouble.sizes(samples, said);
            }
            return nodes;
        }
    }

    private Model model(int[] nodes, int samples) {
        int[] all = nodes;
        if (nodes.length == 1) {
            all = new int[samples];
            Arrays.fill(all, nodes[0]);
        }
        return Model.of(workspace.tape(), parameterNodes, all);
    }

    /**
     * The model with its data as nodes of the tape, so that what is computed from them alone can be computed with more digits; null
     * where that cannot be had.
     */
    private @Nullable ModelWithData precise(int samples) {
        Map<Cell, @Nullable Datum> values = new LinkedHashMap<>();
        List<Tensor> given = new ArrayList<>();
        for (Cell cell : fit.names()) {
            if (cell.value instanceof Tensor tensor && !tensor.hasHistory() && tensor.size() <= MOST_DATA) {
                Tensor data = (Tensor) workspace.inputs().anonymous(tensor);
                given.add(data);
                values.put(cell, data);
            }
        }
        int[] nodes = nodesWith(values);
        if (nodes.length != samples) {
            return null;
        }
        int[] dataNodes =
                given.stream().flatMapToInt(data -> Arrays.stream(data.nodes())).toArray();
        double[] data =
                Arrays.stream(dataNodes).mapToDouble(workspace.tape()::value).toArray();
        return new ModelWithData(Recording.of(workspace.tape(), parameterNodes, dataNodes, nodes), data);
    }

    /** The model's nodes where names stand for other data; none where it does with them what cannot be done with numbers that may change. */
    int[] nodesWith(Map<Cell, @Nullable Datum> values) {
        try (Evaluation evaluation = workspace.evaluation().recorded()) {
            Datum said = frame.machine.with(values, () -> fit.model().code().run(frame));
            int[] nodes = nodes(said);
            return evaluation.everLooked() ? new int[0] : nodes;
        } catch (Stopped stopped) {
            throw stopped;
        } catch (AgException _) {
            return new int[0];
        }
    }

    /** The model of one sample; null where its value for a sample depends on other samples. */
    private @Nullable Along along(Problem problem) {
        int count = problem.data().length;
        List<Cell> vectors = fit.names().stream()
                .filter(cell -> cell.value instanceof Tensor tensor
                        && !tensor.hasHistory()
                        && !tensor.isMatrix()
                        && tensor.size() == count)
                .toList();
        if (vectors.size() != 1 || !(vectors.getFirst().value instanceof Tensor data)) {
            return null;
        }
        Tensor one = (Tensor) workspace.inputs().anonymous(Tensor.vector(new double[] {data.numbers()[0]}));
        int[] nodes = nodesWith(Map.of(vectors.getFirst(), one));
        if (nodes.length != 1) {
            return null;
        }
        int[] inputs = Arrays.copyOf(parameterNodes, parameterNodes.length + 1);
        inputs[parameterNodes.length] = one.node(0);
        Model curve = Model.of(workspace.tape(), inputs, nodes);
        double[] at = new double[inputs.length];
        Arrays.setAll(at, j -> workspace.tape().value(inputs[j]));
        double[] all = problem.model().values(Arrays.copyOf(at, parameterNodes.length));
        for (int i = 0; i < count; i++) {
            at[parameterNodes.length] = data.numbers()[i];
            double alone = curve.values(at)[0];
            if (Math.abs(alone - all[i]) > 1e-9 * Math.abs(all[i])) {
                return null;
            }
        }
        return new Along(vectors.getFirst().name, data.numbers(), curve);
    }

    private int[] nodesOf(Datum datum) {
        return datum instanceof Tensor tensor ? workspace.nodes(tensor) : new int[] {workspace.node(datum)};
    }

    private int[] nodes(Datum said) {
        requireNumbers(said, fit.model());
        return nodesOf(said);
    }

    private double[] shownNumbers(Datum datum, Derivations.Asked asked) {
        requireNumbers(datum, asked);
        double[] numbers =
                datum instanceof Tensor tensor ? workspace.shown(tensor) : new double[] {workspace.shown(datum)};
        for (int i = 0; i < numbers.length; i++) {
            if (!Double.isFinite(numbers[i])) {
                throw new AgException(
                        ErrorCode.NOT_FINITE,
                        "sample " + i + " of '" + asked.text() + "' is " + Numerals.shortest(numbers[i])
                                + ", and a fit needs finite numbers",
                        asked.span(),
                        "leave that sample out");
            }
        }
        return numbers;
    }

    private static void requireNumbers(Datum datum, Derivations.Asked asked) {
        if (!Arithmetic.isNumber(datum) && !(datum instanceof Tensor)) {
            throw new AgException(
                    ErrorCode.WRONG_TYPE,
                    "a fit is of a vector of numbers, and '" + asked.text() + "' is " + Kinds.article(datum),
                    asked.span(),
                    "write: " + ag.lang.syntax.Forms.of("fit"));
        }
    }

    /** The roots of the weights. */
    private double[] roots(int count) {
        double[] roots = new double[count];
        Derivations.Asked weights = fit.weights();
        if (weights == null) {
            Arrays.fill(roots, 1);
            return roots;
        }
        if (fit.absolute()) {
            return byErrors(weights, roots);
        }
        double[] given = shownNumbers(weights.code().run(frame), weights);
        if (given.length != count) {
            throw new AgException(
                    ErrorCode.SHAPE_MISMATCH,
                    "there are " + given.length + " weights for " + count + " samples",
                    weights.span(),
                    "give each sample its weight");
        }
        for (int i = 0; i < count; i++) {
            if (given[i] < 0) {
                throw new AgException(
                        ErrorCode.BAD_ARGUMENT,
                        "weight " + i + " is " + Numerals.shortest(given[i]) + ", and a weight is not negative",
                        weights.span(),
                        "where s is the error of each sample, write: weights 1/s^2");
            }
            roots[i] = Math.sqrt(given[i]);
        }
        return roots;
    }

    /** The roots of the weights where the error of each sample is known, or that of all. */
    private double[] byErrors(Derivations.Asked errors, double[] roots) {
        Datum datum = errors.code().run(frame);
        double[] given =
                Arithmetic.isNumber(datum) ? new double[] {workspace.shown(datum)} : shownNumbers(datum, errors);
        if (given.length != 1 && given.length != roots.length) {
            throw new AgException(
                    ErrorCode.SHAPE_MISMATCH,
                    "there are " + given.length + " errors for " + roots.length + " samples",
                    errors.span(),
                    "give one for all, or each sample its own");
        }
        for (int i = 0; i < roots.length; i++) {
            double error = given[given.length == 1 ? 0 : i];
            if (!(error > 0) || Double.isInfinite(error)) {
                throw new AgException(
                        ErrorCode.BAD_ARGUMENT,
                        "the error of sample " + i + " is " + Numerals.shortest(error) + ", and an error is above 0",
                        errors.span(),
                        "what is known exactly leaves nothing to fit; where only the shares are known, write:"
                                + " weights w");
            }
            roots[i] = 1 / error;
        }
        return roots;
    }
}
