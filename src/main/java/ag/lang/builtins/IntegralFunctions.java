package ag.lang.builtins;

import ag.engine.Operation;
import ag.lang.source.ErrorCode;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Gradients;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import ag.numeric.NumericLimit;
import ag.numeric.Quadrature;
import ag.result.Format;
import ag.result.Numerals;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Integrals and limits as values. The places and weights of the quadrature are numbers; the sum over them is taken on the tape, so that
 * its derivative in a parameter is the integral of the derivative. What a limit adds to it is, by Leibniz' rule, the function there.
 */
final class IntegralFunctions {
    /** An error beyond this, relative to the value, is no answer. */
    private static final double HOPELESS = 1e-5;

    private static final double WORTH_A_NOTE = 1e-9;

    /** Gauss' rule with eight points on 0..1: exact for polynomials to the degree 15. */
    private static final double[][] RULE = {
        {0.019855071751231884, 0.05061426814518813},
        {0.10166676129318664, 0.11119051722668724},
        {0.2372337950418355, 0.15685332293894363},
        {0.4082826787521751, 0.181341891689181},
        {0.591717321247825, 0.181341891689181},
        {0.7627662049581645, 0.15685332293894363},
        {0.8983332387068134, 0.11119051722668724},
        {0.9801449282487681, 0.05061426814518813}
    };

    /** Up to which order derivatives in a limit are right: of the mean, times the way. */
    private static final int ORDER = 2 * RULE.length - 1;

    static final List<Builtin> ROWS = List.of(
            Builtin.of(
                    "integral",
                    "f, from, to",
                    "integral of f(x) between two numbers, which may be infinite; has derivatives in both and in what"
                            + " f is built on",
                    "integral(sin, 0, pi)",
                    call -> integral(call, x -> new OneNumber(call).at(x))),
            Builtin.of(
                    "arc_length",
                    "f, from, to",
                    "length of the curve y = f(x) between two numbers",
                    "arc_length(cosh, 0, 1)",
                    call -> integral(call, x -> speed(call, x))),
            Builtin.of(
                    "directional",
                    "f, point, direction",
                    "slope of f at a point along a direction of length 1",
                    "directional(hypot, [3, 4], [1, 1])",
                    IntegralFunctions::directional),
            Builtin.of(
                    "limit",
                    "f, at, side?",
                    "where f(x) goes as x goes to a number or to inf, extrapolated from numbers; side is 1 for from"
                            + " the right, -1 for from the left",
                    "",
                    IntegralFunctions::limit));

    private IntegralFunctions() {}

    // ---- integrals

    private static Datum integral(Call call, UnaryOperator<Datum> f) {
        Workspace workspace = call.workspace();
        call.function(0);
        double from = call.number(1);
        double to = call.number(2);
        Quadrature.Outcome outcome = Quadrature.integrate(
                x -> {
                    workspace.checkStop(call.span());
                    return workspace.trying(() -> workspace.shown(number(call, f.apply(new Datum.Num(x)))));
                },
                from,
                to);
        requireKnown(call, outcome, from, to);
        workspace.evaluation().look();
        Datum sum = new Datum.Num(outcome.value());
        boolean parameters = !outcome.points().isEmpty()
                && workspace.trying(() -> Arithmetic.hasHistory(
                        f.apply(new Datum.Num(outcome.points().getFirst().x()))));
        if (parameters) {
            sum = new Datum.Num(0);
            for (Quadrature.Point point : outcome.points()) {
                Datum value = number(call, f.apply(new Datum.Num(point.x())));
                sum = call.apply(
                        Operation.ADD, sum, call.apply(Operation.MULTIPLY, value, new Datum.Num(point.weight())));
            }
        }
        sum = call.apply(Operation.SUBTRACT, sum, beyond(call, f, 1));
        return call.apply(Operation.ADD, sum, beyond(call, f, 2));
    }

    private static Datum number(Call call, Datum value) {
        Gradients.requireNumber(value, call.spanOf(0));
        return value;
    }

    /**
     * The integral from where a limit stands to the limit itself: 0, with the derivatives that the limit gives. Plain limits give
     * none.
     */
    private static Datum beyond(Call call, UnaryOperator<Datum> f, int parameter) {
        Datum limit = call.scalar(parameter);
        double here = call.number(parameter);
        if (!Arithmetic.hasHistory(limit) || !Double.isFinite(here)) {
            return new Datum.Num(0);
        }
        Datum way = call.apply(Operation.SUBTRACT, limit, new Datum.Num(here));
        Datum mean = new Datum.Num(0);
        for (double[] point : RULE) {
            Datum x = call.apply(
                    Operation.ADD, new Datum.Num(here), call.apply(Operation.MULTIPLY, way, new Datum.Num(point[0])));
            mean = call.apply(
                    Operation.ADD,
                    mean,
                    call.apply(Operation.MULTIPLY, number(call, f.apply(x)), new Datum.Num(point[1])));
        }
        return call.apply(Operation.TRUNCATED, call.apply(Operation.MULTIPLY, way, mean), new Datum.Num(ORDER));
    }

    private static void requireKnown(Call call, Quadrature.Outcome outcome, double from, double to) {
        double relative = outcome.error() / Math.max(Math.abs(outcome.value()), 1e-300);
        if (!Double.isFinite(outcome.value())) {
            throw call.problem(
                    ErrorCode.NO_CONVERGENCE,
                    "the function has no finite value somewhere between " + number(from) + " and " + number(to),
                    "take the integral up to that place, and from there on");
        }
        if (relative > HOPELESS && outcome.error() > 1e-9) {
            throw call.problem(
                    ErrorCode.NO_CONVERGENCE,
                    "the integral from " + number(from) + " to " + number(to) + " was not found: 400 intervals give "
                            + number(outcome.value()) + ", off by up to " + number(outcome.error()),
                    "it may be infinite, or end in a place where the function is; take a part of the range");
        }
        if (relative > WORTH_A_NOTE && outcome.error() > 1e-12) {
            call.workspace()
                    .note(
                            "the integral may be off by " + new Format(1).number(outcome.error())
                                    + ": the function is hard to integrate",
                            call.span());
        }
    }

    private static String number(double x) {
        return Numerals.rounded(x, 6);
    }

    /** √(1 + f'(x)²). */
    private static Datum speed(Call call, Datum x) {
        Workspace workspace = call.workspace();
        Datum.Scalar place = (Datum.Scalar) Fresh.of(workspace, x, call.site(), call.span());
        Datum value = new OneNumber(call).at(place);
        boolean own = Arithmetic.hasHistory(x)
                || workspace.trying(
                        () -> Arithmetic.hasHistory(new OneNumber(call).at(new Datum.Num(workspace.shown(x)))));
        int node = new Gradients(workspace).graph(value, new int[] {place.node()})[0];
        Datum slope =
                own ? new Datum.Scalar(node) : new Datum.Num(workspace.tape().value(node));
        return call.apply(Operation.HYPOT, new Datum.Num(1), slope);
    }

    // ---- along a direction

    private static Datum directional(Call call) {
        Datum along = DerivativeFunctions.jvp(call);
        Tensor direction = call.vector(2);
        Datum square = Products.dot(call.workspace(), direction, direction, call.site(), call.span());
        if (call.workspace().shown(square) == 0) {
            throw call.problem(
                    2,
                    ErrorCode.BAD_ARGUMENT,
                    "a direction is not 0 in all places",
                    "write: directional(f, [1, 2], [1, 0])");
        }
        return call.apply(Operation.DIVIDE, along, call.apply(Operation.SQRT, square));
    }

    // ---- limits

    private static Datum limit(Call call) {
        OneNumber f = new OneNumber(call);
        double at = call.number(1);
        int side = call.has(2) ? (int) Math.signum(call.number(2)) : 0;
        if (Arithmetic.hasHistory(call.get(1)) || f.hasHistory(Double.isFinite(at) ? at + 0.1 : 1)) {
            throw call.problem(
                    0,
                    ErrorCode.HAS_HISTORY,
                    "a limit is found from plain numbers, and has no derivative",
                    "take the inputs in it without their history, by detach(…)");
        }
        String place = number(at);
        return new Datum.Num(LimitNumber.of(
                NumericLimit.of(f::value, at, side),
                place,
                "for one side write: limit(f, " + place + ", 1), or -1 for the left",
                call.workspace(),
                call.span()));
    }
}
