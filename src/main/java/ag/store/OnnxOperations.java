package ag.store;

import ag.engine.Operation;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Says each operation in operators of ONNX. Where ONNX Runtime has an operator for single precision only (1.29: {@code Erf},
 * {@code Atan}, {@code Elu} and others), it is put together from others, so that an exported network gives the digits that it
 * gives here.
 */
final class OnnxOperations {
    /** From here on {@code erf} is 1 in double precision. */
    private static final double ERF_IS_ONE = 6;

    /** The terms of the series for {@code erf} beyond this one are below 1e-18. */
    private static final int ERF_TERMS = 24;

    /** So large that its arc tangent is π/2, and so small that it can still be multiplied. */
    private static final double NEARLY_INFINITE = 1e300;

    private final OnnxGraph graph;

    OnnxOperations(OnnxGraph graph) {
        this.graph = graph;
    }

    /** Applies an operation to tensors that have one shape, or are single numbers; gives the name of the result. */
    String apply(Operation operation, List<String> operands) {
        String[] all = operands.toArray(String[]::new);
        String a = all[0];
        String b = all[all.length - 1];
        return switch (operation) {
            case ADD -> of("Add", a, b);
            case SUBTRACT -> of("Sub", a, b);
            case MULTIPLY -> of("Mul", a, b);
            case DIVIDE -> of("Div", a, b);
            case NEGATE -> of("Neg", a);
            case POWER -> of("Pow", a, b);
            case LINEAR -> of("Identity", a);
            case EXP -> of("Exp", a);
            case LOG -> of("Log", a);
            case LOG2 -> of("Div", of("Log", a), number(Math.log(2)));
            case LOG10 -> of("Div", of("Log", a), number(Math.log(10)));
            case LOG1P -> of("Log", of("Add", number(1), a));
            case EXPM1 -> of("Sub", of("Exp", a), number(1));
            case SQRT -> of("Sqrt", a);
            case CBRT -> of("Mul", of("Sign", a), of("Pow", of("Abs", a), number(1.0 / 3)));
            case ABS -> of("Abs", a);
            case SIGN -> of("Sign", a);
            case SIN -> of("Sin", a);
            case COS -> of("Cos", a);
            case TAN -> of("Div", of("Sin", a), of("Cos", a));
            case ASIN -> atan(of("Div", a, of("Sqrt", of("Mul", oneMinus(a), of("Add", number(1), a)))));
            case ACOS -> of("Mul", number(2), atan(of("Sqrt", of("Div", oneMinus(a), of("Add", number(1), a)))));
            case ATAN -> atan(a);
            case ATAN2 -> atan2(a, b);
            case SINH -> of("Mul", number(0.5), of("Sub", of("Exp", a), of("Exp", of("Neg", a))));
            case COSH -> of("Mul", number(0.5), of("Add", of("Exp", a), of("Exp", of("Neg", a))));
            case TANH -> of("Tanh", a);
            case ASINH -> of("Mul", of("Sign", a), logOfSum(of("Abs", a), number(1)));
            case ACOSH -> logOfSum(a, number(-1));
            case ATANH -> of("Mul", number(0.5), of("Log", of("Div", of("Add", number(1), a), oneMinus(a))));
            case HYPOT -> of("Sqrt", of("Add", square(a), square(b)));
            case ERF -> erf(a);
            case FLOOR -> of("Floor", a);
            case MOD -> of("Sub", a, of("Mul", b, of("Floor", of("Div", a, b))));
            case CEIL -> of("Ceil", a);
            case ROUND -> of("Round", a);
            case MIN, SMALLEST, CLAMP_MAX -> of("Min", all);
            case MAX, LARGEST, CLAMP_MIN -> of("Max", all);
            case SIGMOID -> of("Sigmoid", a);
            case RELU -> of("Relu", a);
            case LEAKY_RELU -> of("Add", positive(a), of("Mul", b, negative(a)));
            case ELU -> of("Add", positive(a), of("Mul", b, of("Sub", of("Exp", negative(a)), number(1))));
            case GELU ->
                of("Mul", of("Mul", number(0.5), a), of("Add", number(1), erf(of("Mul", a, number(Math.sqrt(0.5))))));
            case SILU -> of("Mul", a, of("Sigmoid", a));
            case SOFTPLUS -> softplus(a);
            case SQUARED_ERROR -> square(of("Sub", a, b));
            case BCE ->
                of("Neg", of("Add", of("Mul", b, boundedLog(a)), of("Mul", oneMinus(b), boundedLog(oneMinus(a)))));
            case BCE_LOGITS -> of("Add", of("Mul", oneMinus(b), a), softplus(of("Neg", a)));
            case HINGE -> of("Relu", oneMinus(of("Mul", a, b)));
            case SUM -> of("Sum", all);
            case NORM -> of("Sqrt", sum(operands.stream().map(this::square)));
            case LOGSUMEXP -> logSumExp(operands);
            case DOT -> dot(operands);
            case GREATER -> asNumber(of("Greater", a, b));
            case GREATER_OR_EQUAL -> asNumber(of("GreaterOrEqual", a, b));
            case EQUAL -> asNumber(of("Equal", a, b));
            case GATE -> of("Where", of("Equal", a, number(0)), number(0), b);
            case INPUT, CONSTANT ->
                throw new IllegalArgumentException(operation.title() + " is not an operation on anything");
        };
    }

    /**
     * The series that Poisson's summation formula makes of erf(x) = 2/π · ∫ e^(-t²/4) · sin(xt)/t dt over t from 0 up: with
     * steps of π/6, it is off by erfc(12 - |x|) - erfc(12 + |x|), which for |x| up to 6 is less than 3e-17.
     */
    private String erf(String x) {
        double step = Math.PI / ERF_IS_ONE;
        double[] frequencies = new double[ERF_TERMS];
        double[] amplitudes = new double[ERF_TERMS];
        for (int i = 0; i < ERF_TERMS; i++) {
            int k = i + 1;
            frequencies[i] = k * step;
            amplitudes[i] = 2 / Math.PI * Math.exp(-k * step * k * step / 4) / k;
        }
        String bounded = bounded(x, ERF_IS_ONE);
        String angles = of(
                "Mul",
                of("Unsqueeze", bounded, graph.axis(-1)),
                graph.tensor("erf frequencies", frequencies, 0, ERF_TERMS));
        String waves = of("MatMul", of("Sin", angles), graph.tensor("erf amplitudes", amplitudes, 0, ERF_TERMS));
        return of("Add", of("Mul", bounded, number(step / Math.PI)), waves);
    }

    /**
     * A guess y in single precision, made exact: atan(x) - y is the arc tangent of (x·cos y - sin y)/(cos y + x·sin y), and
     * that is so small that it equals its arc tangent.
     */
    private String atan(String x) {
        String bounded = bounded(x, NEARLY_INFINITE);
        String guess = cast(of("Atan", cast(bounded, DataType.FLOAT)), DataType.DOUBLE);
        String sine = of("Sin", guess);
        String cosine = of("Cos", guess);
        String rest =
                of("Div", of("Sub", of("Mul", bounded, cosine), sine), of("Add", cosine, of("Mul", bounded, sine)));
        return of("Add", guess, rest);
    }

    /** The arc tangent of height/width, on the other side for a width below 0; on the axis the quotient may be 0/0. */
    private String atan2(String height, String width) {
        String zero = number(0);
        String turned = of("Less", width, zero);
        String halfTurn = of("Where", of("Less", height, zero), number(-Math.PI), number(Math.PI));
        String side = of("Where", turned, halfTurn, zero);
        String angle = of("Where", of("Equal", height, zero), zero, atan(of("Div", height, width)));
        return of("Add", angle, side);
    }

    private String softplus(String x) {
        return of("Add", positive(x), of("Log", of("Add", number(1), of("Exp", of("Neg", of("Abs", x))))));
    }

    /** log(x + √(x² + c)) */
    private String logOfSum(String x, String c) {
        return of("Log", of("Add", x, of("Sqrt", of("Add", square(x), c))));
    }

    /** Kept at -100 or above, as the losses here and in PyTorch do. */
    private String boundedLog(String x) {
        return of("Max", of("Log", x), number(-100));
    }

    private String logSumExp(List<String> operands) {
        String largest = of("Max", operands.toArray(String[]::new));
        String sum = sum(operands.stream().map(x -> of("Exp", of("Sub", x, largest))));
        return of("Add", largest, of("Log", sum));
    }

    /** The second vector stands behind the first. */
    private String dot(List<String> operands) {
        int size = operands.size() / 2;
        return sum(IntStream.range(0, size).mapToObj(i -> of("Mul", operands.get(i), operands.get(size + i))));
    }

    private String sum(Stream<String> terms) {
        return of("Sum", terms.toArray(String[]::new));
    }

    private String positive(String x) {
        return of("Max", x, number(0));
    }

    private String negative(String x) {
        return of("Min", x, number(0));
    }

    private String bounded(String x, double bound) {
        return of("Min", of("Max", x, number(-bound)), number(bound));
    }

    private String oneMinus(String x) {
        return of("Sub", number(1), x);
    }

    private String square(String x) {
        return of("Mul", x, x);
    }

    private String asNumber(String truth) {
        return cast(truth, DataType.DOUBLE);
    }

    private String cast(String x, DataType type) {
        return graph.apply("Cast", List.of(OnnxGraph.whole("to", type.getNumber())), x);
    }

    private String number(double x) {
        return graph.number(x);
    }

    private String of(String operator, String... operands) {
        return graph.apply(operator, operands);
    }
}
