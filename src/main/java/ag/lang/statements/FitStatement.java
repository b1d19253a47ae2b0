package ag.lang.statements;

import ag.fit.Ending;
import ag.fit.Fit;
import ag.fit.Loss;
import ag.fit.Model;
import ag.fit.Precise;
import ag.fit.Problem;
import ag.lang.interpreter.Cell;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.Members;
import ag.lang.interpreter.Question;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Statement;
import ag.lang.syntax.Statement.Setting;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Evaluation;
import ag.lang.values.Input;
import ag.lang.values.Kinds;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import ag.nn.Recording;
import ag.result.Numerals;
import ag.result.Result;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs {@code fit y ~ a*x + b over a, b { … }}: finds the inputs for which a model says what was measured. */
record FitStatement(
        Derivations.Asked data,
        Derivations.Asked model,
        Set<Cell> names,
        List<Parameter> parameters,
        @Nullable CountSetting steps,
        Derivations.@Nullable Asked weights,
        @Nullable RobustLoss robust,
        Span span)
        implements Code {
    static final List<Settings.Form> FORMS = List.of(
            new Settings.Form("weights", "weights 1/s^2", 1, 1),
            new Settings.Form("robust", RobustLoss.EXAMPLE, 1, 1),
            new Settings.Form("steps", "steps 200", 1, 1));

    private static final int MOST_STEPS = 1000;

    /** Longer data are not taken down a second time for more digits. */
    private static final int MOST_DATA = 20_000;

    /** An input that is fitted, and the ends of what it must stay in. */
    record Parameter(
            Derivations.Asked name,
            @Nullable Code low,
            @Nullable Code high,
            Span range) {
        static Parameter compile(Statement.Bounded bounded, StatementCompiler compiler, Scope scope) {
            Derivations.Asked name = Derivations.Asked.of(bounded.name(), compiler, scope);
            return switch (bounded.range()) {
                case null -> new Parameter(name, null, null, bounded.name().span());
                case Expr.Range ends ->
                    new Parameter(
                            name,
                            compiler.expressions().compile(ends.low(), scope),
                            compiler.expressions().compile(ends.high(), scope),
                            ends.span());
                case Expr other ->
                    throw new AgException(
                            ErrorCode.BAD_RANGE,
                            "the bounds of a parameter are a range",
                            other.span(),
                            "write: over " + bounded.name().name() + " in 0..1000, or in 0..inf");
            };
        }
    }

    static FitStatement compile(Statement.Fit fit, StatementCompiler compiler, Scope scope) {
        Settings settings = new Settings("fit", fit.settings(), FORMS, List.of());
        return new FitStatement(
                Derivations.Asked.of(fit.data(), compiler, scope),
                Derivations.Asked.of(fit.model(), compiler, scope),
                compiler.namesIn(fit.model(), scope),
                fit.parameters().stream()
                        .map(bounded -> Parameter.compile(bounded, compiler, scope))
                        .toList(),
                CountSetting.find(settings, "steps", compiler.expressions(), scope),
                settings.find("weights")
                        .map(setting -> value(setting, compiler, scope))
                        .orElse(null),
                settings.find("robust")
                        .map(setting -> RobustLoss.compile(setting, compiler, scope))
                        .orElse(null),
                fit.span());
    }

    private static Derivations.Asked value(Setting setting, StatementCompiler compiler, Scope scope) {
        return Derivations.Asked.of(setting.values().getFirst(), compiler, scope);
    }

    @Override
    public Datum run(Frame frame) {
        Workspace workspace = frame.machine.workspace;
        List<Leaf> leaves = leaves(frame);
        Problem problem = problem(frame, leaves);
        double[] start = leaves.stream()
                .mapToDouble(leaf -> workspace.tape().value(leaf.node()))
                .toArray();
        int most = steps == null ? MOST_STEPS : steps.at(frame, 1);
        Fit fit = Fit.of(problem, start, most, steps == null, () -> workspace.checkStop(span));
        if (!fit.ending().isGood() && !(fit.ending() == Ending.STEPS && steps != null)) {
            throw new FitTrouble(this, leaves.stream().map(Leaf::name).toList(), problem).notFitted(fit, start);
        }
        for (int j = 0; j < start.length; j++) {
            workspace.set(leaves.get(j).node(), fit.parameters()[j]);
        }
        workspace.show(result(fit, leaves));
        return Loops.NOTHING;
    }

    private Result.Fitted result(Fit fit, List<Leaf> leaves) {
        List<Result.Parameter> values = new ArrayList<>();
        for (int j = 0; j < leaves.size(); j++) {
            values.add(new Result.Parameter(
                    leaves.get(j).name(),
                    fit.parameters()[j],
                    fit.statistics().degrees() == 0
                            ? Double.NaN
                            : fit.statistics().errors()[j],
                    fit.statistics().held().contains(j)));
        }
        return new Result.Fitted(
                data.text() + " ~ " + model.text(),
                values,
                fit.statistics().residual(),
                fit.statistics().degrees(),
                fit.statistics().rSquared(),
                fit.steps(),
                fit.starts(),
                fit.ending().isGood(),
                ending(fit),
                span);
    }

    private static String ending(Fit fit) {
        String steps = fit.steps() + (fit.steps() == 1 ? " step" : " steps");
        String starts = fit.starts() == 1 ? "" : " from " + fit.starts() + " starts";
        return switch (fit.ending()) {
            case CONVERGED -> "converged in " + steps + starts;
            case EXACT -> "meets every sample after " + steps + starts;
            case STEPS -> "not converged after " + steps;
            case SINGULAR, STUCK, NOT_FINITE -> throw new IllegalStateException("a fit that failed has no result");
        };
    }

    /** A number that is fitted. */
    record Leaf(String name, int node, double low, double high) {}

    private List<Leaf> leaves(Frame frame) {
        List<Leaf> leaves = new ArrayList<>();
        for (Parameter parameter : parameters) {
            Input input = Members.inputOf(frame.machine, parameter.name.code().run(frame));
            if (input == null) {
                throw new AgException(
                        ErrorCode.NOT_AN_INPUT,
                        "'" + parameter.name.text() + "' is not an input",
                        parameter.name.span(),
                        "fit changes inputs, which are made with let: let " + parameter.name.text() + " = 1");
            }
            double low = end(frame, parameter, parameter.low, Double.NEGATIVE_INFINITY);
            double high = end(frame, parameter, parameter.high, Double.POSITIVE_INFINITY);
            if (!(low < high)) {
                throw new AgException(
                        ErrorCode.BAD_RANGE,
                        "the bounds of a parameter run from one number to a larger one",
                        parameter.range,
                        "write: over " + parameter.name.text() + " in 0..1000");
            }
            for (int i = 0; i < input.size(); i++) {
                int node = input.node(i);
                if (leaves.stream().anyMatch(leaf -> leaf.node() == node)) {
                    throw new AgException(
                            ErrorCode.REPEATED_SETTING,
                            "'" + parameter.name.text() + "' is fitted twice",
                            parameter.name.span(),
                            "name it once");
                }
                leaves.add(new Leaf(input.nameOf(i), node, low, high));
            }
        }
        return leaves;
    }

    private static double end(Frame frame, Parameter parameter, @Nullable Code code, double standard) {
        if (code == null) {
            return standard;
        }
        Datum datum = code.run(frame);
        if (!Arithmetic.isNumber(datum)) {
            throw new AgException(
                    ErrorCode.BAD_RANGE,
                    "the ends of a range are numbers, and this is " + Kinds.article(datum),
                    parameter.range,
                    "write: over " + parameter.name.text() + " in 0..1000");
        }
        return frame.machine.workspace.number(datum);
    }

    private Problem problem(Frame frame, List<Leaf> leaves) {
        Workspace workspace = frame.machine.workspace;
        int mark = workspace.tape().mark();
        long rebuilds = frame.machine.rebuilds();
        try (Evaluation evaluation = workspace.evaluation().recorded()) {
            Datum measured = data.code().run(frame);
            Datum said = model.code().run(frame);
            FitTrouble trouble =
                    new FitTrouble(this, leaves.stream().map(Leaf::name).toList(), null);
            if (evaluation.everLooked()) {
                throw trouble.decided();
            }
            int[] parameterNodes = leaves.stream().mapToInt(Leaf::node).toArray();
            double[] numbers = shownNumbers(workspace, measured, data);
            int[] nodes = nodes(workspace, said, model);
            if (nodes.length == 1 && numbers.length > 1) {
                nodes = new int[numbers.length];
                Arrays.fill(nodes, nodes(workspace, said, model)[0]);
            }
            if (nodes.length != numbers.length) {
                throw trouble.sizes(measured, said);
            }
            trouble.requireEnough(numbers.length);
            trouble.requireApart(Model.of(workspace.tape(), parameterNodes, nodesOf(workspace, measured)));
            Model recorded = Model.of(workspace.tape(), parameterNodes, nodes);
            trouble.requireUsed(recorded);
            return new Problem(
                    recorded,
                    precise(frame, parameterNodes, recorded),
                    numbers,
                    roots(frame, numbers.length),
                    robust == null ? new Loss.Squares() : robust.at(frame),
                    leaves.stream().mapToDouble(Leaf::low).toArray(),
                    leaves.stream().mapToDouble(Leaf::high).toArray());
        } finally {
            if (rebuilds == frame.machine.rebuilds()) {
                workspace.tape().rewind(mark);
            }
        }
    }

    /**
     * The model with its data as nodes of the tape, so that what is computed from them alone can be computed with more digits; as it was
     * recorded where that is another formula.
     */
    private Precise precise(Frame frame, int[] parameterNodes, Model recorded) {
        Workspace workspace = frame.machine.workspace;
        Map<Cell, @Nullable Datum> values = new LinkedHashMap<>();
        List<Tensor> given = new ArrayList<>();
        for (Cell cell : names) {
            if (cell.value instanceof Tensor tensor && !tensor.hasHistory() && tensor.size() <= MOST_DATA) {
                Tensor leaves = (Tensor) workspace.anonymous(tensor);
                given.add(leaves);
                values.put(cell, leaves);
            }
        }
        try (Evaluation evaluation = workspace.evaluation().recorded()) {
            Datum said = frame.machine.with(values, () -> model.code().run(frame));
            int[] nodes = nodes(workspace, said, model);
            if (!evaluation.everLooked() && nodes.length == recorded.sampleCount()) {
                int[] dataNodes = given.stream()
                        .flatMapToInt(leaves -> Arrays.stream(leaves.nodes()))
                        .toArray();
                double[] data = Arrays.stream(dataNodes)
                        .mapToDouble(workspace.tape()::value)
                        .toArray();
                return new Precise(Recording.of(workspace.tape(), parameterNodes, dataNodes, nodes), data);
            }
        } catch (AgException _) {
            // The formula does something with its data that it cannot do with numbers that could be others.
        }
        return recorded.plain();
    }

    private static int[] nodesOf(Workspace workspace, Datum datum) {
        return datum instanceof Tensor tensor ? workspace.nodes(tensor) : new int[] {workspace.node(datum)};
    }

    private static int[] nodes(Workspace workspace, Datum datum, Derivations.Asked asked) {
        requireNumbers(datum, asked);
        return nodesOf(workspace, datum);
    }

    private static double[] shownNumbers(Workspace workspace, Datum datum, Derivations.Asked asked) {
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
    private double[] roots(Frame frame, int count) {
        double[] roots = new double[count];
        if (weights == null) {
            Arrays.fill(roots, 1);
            return roots;
        }
        double[] given = shownNumbers(frame.machine.workspace, weights.code().run(frame), weights);
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

    static String names(List<String> names) {
        return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    }

    static String typed(Span span) {
        return Question.typed(span);
    }
}
