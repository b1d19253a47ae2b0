package ag.lang.statements;

import ag.lang.interpreter.Frame;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.values.Datum;
import ag.lang.values.Input;
import ag.lang.values.Workspace;
import ag.optimize.Needs;
import ag.optimize.Optimizer;
import ag.torch.TorchDescent;
import ag.torch.TorchFormula;
import ag.torch.TorchTraining;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last minimization, for {@code export}.
 *
 * @param written where what the name stood for is written; null where that is not known
 * @param changed the inputs, with the numbers that they started from and their bounds
 * @param course how it went
 * @param untold conditions that ended it, and that an exported program cannot check
 * @param most how many steps it might have taken
 * @param steps how many it took
 */
record LastMinimum(
        Minimization minimization,
        @Nullable Span written,
        List<Changed> changed,
        TorchTraining.Course course,
        List<Span> untold,
        int most,
        int steps)
        implements Datum.Thing {
    /** The optimizer of PyTorch that finds what others find here. */
    private static final String STANDARD = "lbfgs";

    LastMinimum {
        changed = List.copyOf(changed);
        untold = List.copyOf(untold);
    }

    /** An input that was changed. */
    record Changed(Input input, double[] start, double[] low, double[] high) {}

    /** Where what stands behind {@code minimize} is written, if it is a name that still means what it meant. */
    static @Nullable Span written(Frame frame, Expr of) {
        return of instanceof Expr.Name name
                ? frame.machine.globals.cell(name.name()).text()
                : null;
    }

    @Override
    public String kind() {
        return "minimum";
    }

    /** Whether what is exported is what was made small. */
    boolean isOf(Frame frame, Subject subject) {
        return minimization.of().expression() instanceof Expr.Name name
                && name.name().equals(subject.text())
                && written != null
                && written.equals(written(frame, subject.expression()));
    }

    /**
     * The search as a program does it; nothing where the formula alone leaves, which is said.
     *
     * @param formula what was made small, as it stands
     */
    Optional<TorchDescent> descent(Workspace workspace, TorchFormula formula) {
        Needs needs = minimization.optimizer().needs();
        if (needs != Needs.GRADIENT && minimization.isBound()) {
            workspace.note(
                    "bounds and conditions do not leave for PyTorch: the program has the formula and its gradient"
                            + " alone",
                    minimization.span());
            return Optional.empty();
        }
        List<TorchFormula.Variable> variables = new ArrayList<>(formula.variables());
        List<TorchDescent.Changed> all = new ArrayList<>();
        for (Changed each : changed) {
            TorchFormula.Variable now = FormulaExport.variable(workspace, each.input);
            TorchFormula.Variable then = new TorchFormula.Variable(now.name(), now.rows(), now.columns(), each.start);
            Collections.replaceAll(variables, find(variables, now.name()), then);
            all.add(new TorchDescent.Changed(then, each.low, each.high));
        }
        TorchTraining.Course in = course;
        if (needs != Needs.GRADIENT && needs != Needs.SEARCH) {
            workspace.note(
                    "PyTorch has no " + minimization.optimizer().rule() + ": the program searches by LBFGS",
                    minimization.optimizer().span());
            in = new TorchTraining.Course(
                    false, List.of(Optimizer.of(STANDARD)), Map.of(), Optional.empty(), Optional.empty(), List.of(), 1);
        }
        untold.forEach(stop -> workspace.note(TrainingNotes.endsByCount(steps, "step"), stop));
        TorchFormula there = new TorchFormula(
                formula.name(),
                formula.text(),
                minimization.span().source().name() + ", line "
                        + minimization.span().line(),
                variables,
                formula.recording());
        return Optional.of(new TorchDescent(there, all, in, untold.isEmpty() ? most : steps));
    }

    private static TorchFormula.@Nullable Variable find(List<TorchFormula.Variable> variables, String name) {
        return variables.stream()
                .filter(variable -> variable.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The parts of a long list, one for each input. */
    static double[] part(double[] all, int from, int size, double standard) {
        if (all.length == 0) {
            double[] part = new double[size];
            Arrays.fill(part, standard);
            return part;
        }
        return Arrays.copyOfRange(all, from, from + size);
    }
}
