package ag.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;

/**
 * Where the rows of the operation table may have no derivative: at kinks, leaps, poles, vertical tangents and the ends of a
 * domain. A row says at which operands that is; everywhere else it is smooth. What is built on such a place may be smooth
 * all the same, as {@code abs(x)^2} is at 0: that is decided by looking at the whole, and this tells only where to look.
 */
public final class Corners {
    private Corners() {}

    /** The operands at which a row may have no derivative. */
    private sealed interface Corner {
        /** Smooth wherever it has a value. */
        record Nowhere() implements Corner {}

        record One(DoublePredicate at) implements Corner {}

        record Two(Pair at) implements Corner {}

        /** Elements of the vector that are all as large as the result. */
        record Ties() implements Corner {}

        /** The result 0 of a vector. */
        record Zero() implements Corner {}
    }

    /** Whether a pair of operands is a corner. */
    @FunctionalInterface
    private interface Pair {
        /** @param moves whether the second operand can move */
        boolean at(double a, double b, boolean moves);
    }

    private static final Corner NOWHERE = new Corner.Nowhere();
    private static final Corner AT_ZERO = new Corner.One(x -> x == 0);
    private static final Corner AT_EQUAL = new Corner.Two((a, b, moves) -> a == b);
    private static final Corner FIRST_ZERO = new Corner.Two((a, b, moves) -> a == 0);

    /** By operation code. */
    private static final Corner[] CORNERS =
            Arrays.stream(Operation.values()).map(Corners::of).toArray(Corner[]::new);

    // A row without a line here does not compile.
    private static Corner of(Operation row) {
        return switch (row) {
            case INPUT,
                    CONSTANT,
                    ADD,
                    SUBTRACT,
                    MULTIPLY,
                    NEGATE,
                    LINEAR,
                    EXP,
                    EXPM1,
                    SIN,
                    COS,
                    ATAN,
                    SINH,
                    COSH,
                    SECH -> NOWHERE;
            case TANH, ASINH, ERF, SIGMOID, GELU, SILU, SOFTPLUS, SQUARED_ERROR, BCE_LOGITS -> NOWHERE;
            case ERFC, NORMAL_PDF, NORMAL_CDF -> NOWHERE;
            case SUM, LOGSUMEXP, DOT, GATE, ELEMENT, TRUNCATED -> NOWHERE;
            case ABS, SIGN, RELU, SQRT, CBRT, LOG, LOG2, LOG10, ACOT, CSCH, COTH, ACSCH -> AT_ZERO;
            case LOG1P -> new Corner.One(x -> x == -1);
            case ASIN, ACOS, ATANH, ASEC, ACSC, ACOTH -> new Corner.One(x -> Math.abs(x) == 1);
            case ACOSH -> new Corner.One(x -> x == 1);
            case ASECH, NORMAL_QUANTILE -> new Corner.One(x -> x == 0 || x == 1);
            case TAN, SEC -> new Corner.One(Corners::isPoleOfTangent);
            case COT, CSC -> new Corner.One(Corners::isPoleOfCotangent);
            case GAMMA, LGAMMA, DIGAMMA -> new Corner.One(Corners::isPoleOfGamma);
            case FACTORIAL -> new Corner.One(x -> isPoleOfGamma(x + 1));
            case POLYGAMMA -> new Corner.Two((a, b, moves) -> isPoleOfGamma(b));
            case BETA, LBETA ->
                new Corner.Two((a, b, moves) -> isPoleOfGamma(a) || isPoleOfGamma(b) || isPoleOfGamma(a + b));
            case TRUNC -> new Corner.One(x -> x == Elementary.round(x) && x != 0);
            case FLOOR, CEIL -> new Corner.One(x -> x == Elementary.round(x));
            case ROUND -> new Corner.One(x -> x - Math.floor(x) == 0.5);
            case MIN, MAX, CLAMP_MIN, CLAMP_MAX, GREATER, GREATER_OR_EQUAL, EQUAL -> AT_EQUAL;
            case LEAKY_RELU, ELU -> FIRST_ZERO;
            case DIVIDE -> new Corner.Two((a, b, moves) -> b == 0);
            case POWER -> new Corner.Two(Corners::isCornerOfPower);
            case ATAN2 -> new Corner.Two((a, b, moves) -> a == 0 && b <= 0);
            case HYPOT -> new Corner.Two((a, b, moves) -> a == 0 && b == 0);
            case MOD -> new Corner.Two((a, b, moves) -> b == 0 || a / b == Elementary.round(a / b));
            case BCE -> new Corner.Two((a, b, moves) -> a <= 0 || a >= 1);
            case HINGE -> new Corner.Two((a, b, moves) -> a * b == 1);
            case LARGEST, SMALLEST -> new Corner.Ties();
            case NORM -> new Corner.Zero();
        };
    }

    /** Whether a number is the double nearest to an odd multiple of pi/2, which itself is no double. */
    private static boolean isPoleOfTangent(double x) {
        return Math.abs(Elementary.tan(x)) * Math.ulp(x) >= 2;
    }

    /** Whether a number is 0, or the double nearest to a multiple of pi, which itself is no double. */
    private static boolean isPoleOfCotangent(double x) {
        return Math.abs(Elementary.tan(x)) <= Math.ulp(x) / 2;
    }

    private static boolean isPoleOfGamma(double x) {
        return x <= 0 && x == Elementary.round(x);
    }

    /** The powers of 0 with a whole exponent from 0 up are smooth; below 0 only those with a fixed exponent. */
    private static boolean isCornerOfPower(double a, double b, boolean moves) {
        return moves ? a <= 0 : a == 0 && !(b >= 0 && b == Elementary.round(b));
    }

    /** Whether the node stands at a corner of its row, or outside of its domain. */
    static boolean isAt(Tape tape, int node, Reach reach) {
        return isAt(tape, node, reach::reaches);
    }

    private static boolean isAt(Tape tape, int node, IntPredicate moves) {
        double y = tape.value(node);
        int[] operands = tape.operands(node);
        boolean corner = switch (CORNERS[tape.operation(node).code()]) {
            case Corner.Nowhere _ -> false;
            case Corner.One one -> one.at().test(tape.value(operands[0]));
            case Corner.Two two ->
                two.at().at(tape.value(operands[0]), tape.value(operands[1]), moves.test(operands[1]));
            case Corner.Zero _ -> y == 0;
            case Corner.Ties _ -> Reduction.ties(tape.columns, tape.lists, tape.columns.first(node), y) > 1;
        };
        return corner || (!Double.isFinite(y) && areFinite(tape, operands));
    }

    /** Whether the node alone, whatever moves, can be at a corner. Mostly none can, and then nothing else has to be looked at. */
    private static boolean mayBeAt(Tape tape, int node) {
        Columns columns = tape.columns;
        double y = columns.value(node);
        if (!Double.isFinite(y)) {
            return true;
        }
        return switch (CORNERS[columns.code(node) & 0x7f]) {
            case Corner.Nowhere _ -> false;
            case Corner.One one -> one.at().test(columns.value(columns.first(node)));
            case Corner.Two two -> {
                double a = columns.value(columns.first(node));
                double b = columns.value(columns.second(node));
                yield two.at().at(a, b, true) || two.at().at(a, b, false);
            }
            case Corner.Zero _ -> y == 0;
            case Corner.Ties _ -> true;
        };
    }

    /** Whether a value, or one of the last few that it is made of, stands at a corner: right beside it may be quite another one. */
    public static boolean isNear(Tape tape, int node, int levels) {
        if (tape.isConstant(node)) {
            return false;
        }
        if (mayBeAt(tape, node) && isAt(tape, node, operand -> !tape.isConstant(operand))) {
            return true;
        }
        for (int operand :
                levels > 1 && tape.shape(node) != OperationArrays.VECTOR ? tape.operands(node) : new int[0]) {
            if (isNear(tape, operand, levels - 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean areFinite(Tape tape, int[] operands) {
        for (int operand : operands) {
            if (!Double.isFinite(tape.value(operand))) {
                return false;
            }
        }
        return true;
    }

    /** The nodes at a corner among those that the root is built on and that move with a target, lowest first. */
    public static List<Integer> between(Tape tape, int root, int[] targets) {
        int start = GradientGraph.lowest(targets);
        tape.value(root);
        int candidate = root;
        while (candidate >= start && !mayBeAt(tape, candidate)) {
            candidate--;
        }
        if (candidate < start) {
            return List.of();
        }
        Reach reach = Reach.of(tape, root, targets);
        List<Integer> corners = new ArrayList<>();
        for (int node : reach.nodes()) {
            if (isAt(tape, node, reach)) {
                corners.add(node);
            }
        }
        return corners;
    }
}
