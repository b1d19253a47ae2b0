package ag.lang.statements;

import ag.engine.Replay;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.Question;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.AgException;
import ag.lang.source.Span;
import ag.lang.syntax.DerivativeStatement;
import ag.lang.values.Datum;
import ag.lang.values.Input;
import ag.lang.values.OneSided.Kind;
import ag.lang.values.Sides;
import ag.lang.values.Stopped;
import ag.lang.values.Workspace;
import ag.result.DerivativeResult;
import ag.result.DerivativeResult.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Runs {@code check L}: each gradient beside a difference quotient. */
public record Checking(Subject subject, Span span) implements Code {
    static Code compile(DerivativeStatement.Check check, StatementCompiler compiler, Scope scope) {
        return new Checking(Subject.of(check.of(), check.inputs(), check.span(), compiler, scope), check.span());
    }

    /** Gradients that agree to this relative error are right: the quotient itself is not better. */
    private static final double TOLERANCE = 1e-6;

    @Override
    public Datum run(Frame frame) {
        subject.study(frame, this::check);
        return Loops.NOTHING;
    }

    private void check(Studied studied) {
        Workspace workspace = studied.workspace();
        List<Input> named = named(studied);
        Studied.Root root = studied.root();
        List<Input> checked = named.isEmpty() ? root.inputs() : named;
        List<double[]> gradients = new ArrayList<>();
        for (Input input : checked) {
            gradients.add(Derivations.gradient(workspace.tape(), input));
        }
        List<DerivativeResult.CheckRow> rows = new ArrayList<>();
        for (int i = 0; i < checked.size(); i++) {
            Input input = checked.get(i);
            for (int element = 0; element < input.size(); element++) {
                rows.add(row(studied, root.node(), input, element, gradients.get(i)[element]));
            }
        }
        if (rows.isEmpty()) {
            throw Derivations.noInputs(studied.of());
        }
        boolean ok = rows.stream().noneMatch(row -> row.verdict() == Verdict.DIFFERS);
        workspace.show(new DerivativeResult.Checked(studied.text(), ok, rows, span));
    }

    private List<Input> named(Studied studied) {
        List<Input> named = new ArrayList<>();
        for (Derivations.Asked asked : subject.inputs()) {
            named.add(asked.input(
                    studied.frame().machine, studied.value(asked), "check moves inputs, which are made with let"));
        }
        return named;
    }

    private DerivativeResult.CheckRow row(Studied studied, int root, Input input, int element, double gradient) {
        Workspace workspace = studied.workspace();
        int leaf = input.node(element);
        double x = workspace.tape().value(leaf);
        Replay replay = new Replay(workspace.tape(), root, leaf);
        DoubleUnaryOperator function = workspace.evaluation().everLooked() ? again(studied, leaf) : replay::at;
        Sides sides = Sides.of(function, x, workspace.tape().value(root), replay.rounding());
        Judged judged = judged(gradient, sides, new DifferenceQuotient(function, x).central());
        return new DerivativeResult.CheckRow(
                input.nameOf(element),
                gradient,
                judged.numeric,
                relative(gradient, judged.numeric),
                orNan(sides.leftSlope()),
                orNan(sides.rightSlope()),
                judged.verdict);
    }

    /** A formula that chose its course by values is evaluated again for each number. */
    private DoubleUnaryOperator again(Studied studied, int leaf) {
        Question question = studied.question();
        return number -> {
            try {
                return question.at(leaf, number);
            } catch (Stopped stopped) {
                throw stopped;
            } catch (AgException _) {
                return Double.NaN;
            }
        };
    }

    private static double orNan(@Nullable Double slope) {
        return slope == null ? Double.NaN : slope;
    }

    /** What differences say of a gradient, and the slope they give; NaN where they give none. */
    private record Judged(Verdict verdict, double numeric) {}

    private static Judged judged(double gradient, Sides sides, DifferenceQuotient.Estimate central) {
        if (sides.isSmooth()) {
            // Over both sides the differences are the more exact, as long as no step reaches beyond what is smooth.
            boolean fits =
                    central.error() < sides.doubt() && Math.abs(central.slope() - sides.slope()) <= sides.doubt();
            double slope = fits ? central.slope() : sides.slope();
            boolean same = relative(gradient, slope) <= TOLERANCE;
            boolean open = Math.abs(gradient - slope) <= (fits ? central.lost() : sides.doubt());
            return new Judged(same ? Verdict.AGREES : open ? Verdict.UNCLEAR : Verdict.DIFFERS, slope);
        }
        Kind left = sides.left().kind();
        Kind right = sides.right().kind();
        if (!Double.isFinite(sides.middle()) || either(left, right, Kind.NONE) || either(left, right, Kind.POLE)) {
            return new Judged(Verdict.EDGE, Double.NaN);
        }
        if (either(left, right, Kind.LEAP)) {
            return new Judged(Verdict.JUMP, Double.NaN);
        }
        if (either(left, right, Kind.UNCLEAR) || !sides.isBroken()) {
            boolean same = relative(gradient, central.slope()) <= TOLERANCE;
            return new Judged(same ? Verdict.AGREES : Verdict.UNCLEAR, central.slope());
        }
        double low = sides.left().slope();
        double high = sides.right().slope();
        if (low == high) {
            return new Judged(gradient == low ? Verdict.AGREES : Verdict.DIFFERS, low);
        }
        double rounding = TOLERANCE * Math.min(Math.abs(high - low), 1);
        boolean between = gradient >= Math.min(low, high) - rounding && gradient <= Math.max(low, high) + rounding;
        // Where the rules multiply 0 by an infinite slope, there is nothing to compare.
        return new Judged(between || Double.isNaN(gradient) ? Verdict.KINK : Verdict.DIFFERS, low + (high - low) / 2);
    }

    private static boolean either(Kind left, Kind right, Kind kind) {
        return left == kind || right == kind;
    }

    private static double relative(double a, double b) {
        if (a == b || (Double.isNaN(a) && Double.isNaN(b))) {
            return 0;
        }
        double scale = Math.max(Math.max(Math.abs(a), Math.abs(b)), 1e-6);
        return Math.abs(a - b) / scale;
    }
}
