package ag.lang.statements;

import ag.fit.Ending;
import ag.fit.Fit;
import ag.lang.interpreter.Assignments;
import ag.lang.interpreter.Cell;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.Question;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.LearningStatement;
import ag.lang.syntax.LearningStatement.Setting;
import ag.lang.values.Datum;
import ag.lang.values.Workspace;
import ag.result.OptimizationResult;
import ag.torch.TorchFormula.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Runs {@code fit y ~ a*x + b over a, b { … }}: finds the inputs for which a model says what was measured.
 *
 * @param weights how much each sample counts; its error instead, where {@code absolute} says so
 * @param absolute whether the errors of the samples are known, so that those of the parameters follow from them alone
 */
record FitStatement(
        Derivations.Asked data,
        Derivations.Asked model,
        Set<Cell> names,
        List<FitParameter> parameters,
        @Nullable CountSetting steps,
        Derivations.@Nullable Asked weights,
        boolean absolute,
        @Nullable RobustLoss robust,
        Assignments.@Nullable Place place,
        Span span)
        implements Code {
    static final List<BlockSettings.Form> FORMS = List.of(
            new BlockSettings.Form("weights", "weights 1/s^2", 1, 1),
            new BlockSettings.Form("sigma", "sigma 0.1", 1, 1),
            new BlockSettings.Form("robust", RobustLoss.EXAMPLE, 1, 1),
            new BlockSettings.Form("steps", "steps 200", 1, 1));

    static final String NAME = "fit";
    private static final int MOST_STEPS = 1000;

    static FitStatement compile(LearningStatement.Fit fit, StatementCompiler compiler, Scope scope) {
        BlockSettings settings = new BlockSettings("fit", fit.settings(), FORMS, List.of());
        Optional<Setting> sigma = settings.find("sigma");
        if (sigma.isPresent() && settings.find("weights").isPresent()) {
            throw new AgException(
                    ErrorCode.BAD_SETTING,
                    "sigma says what the weights are: 1/sigma^2",
                    sigma.get().span(),
                    "leave out one of the two");
        }
        return new FitStatement(
                Derivations.Asked.of(fit.data(), compiler, scope),
                Derivations.Asked.of(fit.model(), compiler, scope),
                compiler.namesIn(fit.model(), scope),
                fit.parameters().stream()
                        .map(bounded -> FitParameter.compile(bounded, compiler, scope))
                        .toList(),
                CountSetting.find(settings, "steps", compiler.expressions(), scope),
                sigma.or(() -> settings.find("weights"))
                        .map(setting -> value(setting, compiler, scope))
                        .orElse(null),
                sigma.isPresent(),
                settings.find("robust")
                        .map(setting -> RobustLoss.compile(setting, compiler, scope))
                        .orElse(null),
                place(compiler, scope, fit.span()),
                fit.span());
    }

    /** Where the fit is kept, for {@code plot fit} and {@code fit.errors}: the name that is the statement's word, unless it means something. */
    private static Assignments.@Nullable Place place(StatementCompiler compiler, Scope scope, Span span) {
        Datum held = compiler.machine().globals.cell(NAME).value;
        return held == null || held instanceof FitThing ? compiler.place(NAME, span, scope) : null;
    }

    private static Derivations.Asked value(Setting setting, StatementCompiler compiler, Scope scope) {
        return Derivations.Asked.of(setting.values().getFirst(), compiler, scope);
    }

    @Override
    public Datum run(Frame frame) {
        Workspace workspace = frame.machine.workspace;
        List<FitParameter.Leaf> leaves = FitParameter.leaves(frame, parameters);
        FitRecording.Recorded recorded = new FitRecording(this, frame, leaves).take();
        double[] start = leaves.stream()
                .mapToDouble(leaf -> workspace.tape().value(leaf.node()))
                .toArray();
        int most = steps == null ? MOST_STEPS : steps.at(frame, 1);
        Fit fit = Fit.of(recorded.problem(), start, most, steps == null, () -> workspace.checkStop(span));
        List<String> leafNames = leaves.stream().map(FitParameter.Leaf::name).toList();
        if (!fit.ending().isGood() && !(fit.ending() == Ending.STEPS && steps != null)) {
            throw new FitTrouble(this, leafNames).notFitted(fit, start);
        }
        for (int j = 0; j < start.length; j++) {
            workspace.inputs().set(leaves.get(j).node(), fit.parameters()[j]);
        }
        OptimizationResult.Fitted result = result(fit, leafNames);
        if (place != null) {
            place.put(
                    frame,
                    new FitThing(result, fit, recorded, weights != null, started(frame, fit.from()), most),
                    Cell.Role.MODEL);
        }
        workspace.show(result);
        return Loops.NOTHING;
    }

    /** The parameters where the fit started. */
    private List<Variable> started(Frame frame, double[] from) {
        List<Variable> started = new ArrayList<>();
        int at = 0;
        for (FitParameter parameter : parameters) {
            Variable now = FormulaExport.variable(frame.machine.workspace, parameter.input(frame));
            int size = now.values().length;
            started.add(new Variable(now.name(), now.rows(), now.columns(), Arrays.copyOfRange(from, at, at + size)));
            at += size;
        }
        return started;
    }

    private OptimizationResult.Fitted result(Fit fit, List<String> leafNames) {
        List<OptimizationResult.Parameter> values = new ArrayList<>();
        for (int j = 0; j < leafNames.size(); j++) {
            values.add(new OptimizationResult.Parameter(
                    leafNames.get(j),
                    fit.parameters()[j],
                    fit.statistics().degrees() == 0
                            ? Double.NaN
                            : fit.statistics().errors()[j],
                    fit.statistics().held().contains(j)));
        }
        return new OptimizationResult.Fitted(
                data.text() + " ~ " + model.text(),
                values,
                fit.statistics().residual(),
                fit.statistics().degrees(),
                fit.statistics().rSquared(),
                fit.steps(),
                fit.starts(),
                fit.ending().isGood(),
                ending(fit, leafNames),
                span);
    }

    private static String ending(Fit fit, List<String> leafNames) {
        String steps = fit.steps() + (fit.steps() == 1 ? " step" : " steps");
        String starts = fit.starts() == 1 ? "" : " from " + fit.starts() + " starts";
        return switch (fit.ending()) {
            case CONVERGED -> "converged in " + steps + starts;
            case EXACT -> "meets every sample after " + steps + starts + undetermined(fit, leafNames);
            case STEPS -> "not converged after " + steps;
            case SINGULAR, STUCK, NOT_FINITE -> throw new IllegalStateException("a fit that failed has no result");
        };
    }

    private static String undetermined(Fit fit, List<String> leafNames) {
        List<Integer> loose = fit.statistics().loose();
        return loose.isEmpty()
                ? ""
                : "; so it does near these "
                        + names(loose.stream().map(leafNames::get).toList()) + " too, as far as slopes tell";
    }

    static String names(List<String> names) {
        return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
    }

    static String typed(Span span) {
        return Question.typed(span);
    }
}
