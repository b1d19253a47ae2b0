package ag.files;

import ag.engine.Elementary;
import ag.engine.Operation;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Says each operation in operators of ONNX that ONNX Runtime has for double precision. */
final class OnnxOperations {
    private final OnnxGraph graph;
    private final OnnxElementary elementary;

    OnnxOperations(OnnxGraph graph) {
        this.graph = graph;
        elementary = new OnnxElementary(graph);
    }

    /** Applies an operation to tensors that have one shape, or are single numbers; gives the name of the result. */
    String apply(Operation operation, List<String> operands) {
        String[] all = operands.toArray(String[]::new);
        String a = all[0];
        String b = all[all.length - 1];
        return switch (operation) {
            case ADD -> plus(a, b);
            case SUBTRACT -> minus(a, b);
            case MULTIPLY -> times(a, b);
            case DIVIDE -> over(a, b);
            case NEGATE -> of("Neg", a);
            case POWER -> of("Pow", a, b);
            case LINEAR -> of("Identity", a);
            case EXP -> of("Exp", a);
            case LOG -> of("Log", a);
            case LOG2 -> of("Div", of("Log", a), number(Elementary.log(2)));
            case LOG10 -> of("Div", of("Log", a), number(Elementary.log(10)));
            case LOG1P -> elementary.log1p(a);
            case EXPM1 -> elementary.expm1(a);
            case SQRT -> of("Sqrt", a);
            case CBRT -> of("Mul", of("Sign", a), of("Pow", of("Abs", a), number(1.0 / 3)));
            case ABS -> of("Abs", a);
            case SIGN -> of("Sign", a);
            case SIN -> of("Sin", a);
            case COS -> of("Cos", a);
            case TAN -> of("Div", of("Sin", a), of("Cos", a));
            case ASIN -> elementary.atan(of("Div", a, of("Sqrt", of("Mul", oneMinus(a), of("Add", number(1), a)))));
            case ACOS ->
                of("Mul", number(2), elementary.atan(of("Sqrt", of("Div", oneMinus(a), of("Add", number(1), a)))));
            case ATAN -> elementary.atan(a);
            case ATAN2 -> elementary.atan2(a, b);
            case SINH -> elementary.sinh(a);
            case COSH -> elementary.cosh(a);
            case TANH -> of("Tanh", a);
            case ASINH -> elementary.asinh(a);
            case ACOSH -> elementary.acosh(a);
            case ATANH -> elementary.atanh(a);
            case HYPOT -> elementary.hypot(a, b);
            case ERF -> elementary.erf(a);
            case SEC -> reciprocal(of("Cos", a));
            case CSC -> reciprocal(of("Sin", a));
            case COT -> of("Div", of("Cos", a), of("Sin", a));
            case ASEC -> minus(number(Math.PI / 2), elementary.acsc(a));
            case ACSC -> elementary.acsc(a);
            case ACOT -> elementary.atan(reciprocal(a));
            case SECH -> reciprocal(elementary.cosh(a));
            case CSCH -> reciprocal(elementary.sinh(a));
            case COTH -> reciprocal(of("Tanh", a));
            case ASECH -> elementary.ofReciprocal(a, a, elementary.acosh(reciprocal(a)));
            case ACSCH -> elementary.ofReciprocal(a, of("Abs", a), elementary.asinh(reciprocal(a)));
            case ACOTH -> elementary.atanh(reciprocal(a));
            case ERFC -> oneMinus(elementary.erf(a));
            case NORMAL_PDF ->
                of("Mul", number(1 / Math.sqrt(2 * Math.PI)), of("Exp", of("Mul", number(-0.5), elementary.square(a))));
            case NORMAL_CDF -> normalCdf(a);
            case TRUNC -> of("Mul", of("Sign", a), of("Floor", of("Abs", a)));
            case NORMAL_QUANTILE, GAMMA, FACTORIAL, LGAMMA, DIGAMMA, POLYGAMMA, BETA, LBETA ->
                throw new IllegalArgumentException(operation.title() + " has no form in ONNX");
            case FLOOR -> of("Floor", a);
            case MOD -> mod(a, b);
            case CEIL -> of("Ceil", a);
            case ROUND -> of("Round", a);
            case MIN, SMALLEST, CLAMP_MAX -> of("Min", all);
            case MAX, LARGEST, CLAMP_MIN -> of("Max", all);
            case SIGMOID -> of("Div", number(1), elementary.onePlusExpOfMinus(a));
            case RELU -> of("Relu", a);
            case LEAKY_RELU -> of("Where", of("Greater", a, number(0)), a, times(a, b));
            case ELU -> of("Where", of("Greater", a, number(0)), a, times(b, elementary.expm1(a)));
            case GELU ->
                // Far to the left the distribution is 0, and an infinity times 0 is no number.
                of("Mul", of("Max", a, number(-1000)), normalCdf(a));
            case SILU -> of("Div", a, elementary.onePlusExpOfMinus(a));
            case SOFTPLUS -> elementary.softplus(a);
            case SQUARED_ERROR -> elementary.square(minus(a, b));
            case BCE -> of("Neg", plus(of("Mul", b, boundedLog(a)), of("Mul", oneMinus(b), boundedLog(oneMinus(a)))));
            case BCE_LOGITS ->
                plus(
                        of("Where", of("Greater", a, number(0)), of("Mul", oneMinus(b), a), of("Neg", of("Mul", a, b))),
                        elementary.softplus(of("Neg", of("Abs", a))));
            case HINGE -> of("Relu", oneMinus(times(a, b)));
            case SUM -> of("Sum", all);
            case NORM -> elementary.norm(operands);
            case LOGSUMEXP -> logSumExp(operands);
            case DOT -> dot(operands);
            case GREATER -> asNumber(of("Greater", a, b));
            case GREATER_OR_EQUAL -> asNumber(of("GreaterOrEqual", a, b));
            case EQUAL -> asNumber(of("Equal", a, b));
            case GATE -> of("Where", of("Equal", a, number(0)), number(0), b);
            case ELEMENT -> element(operands);
            case TRUNCATED -> of("Identity", a);
            case INPUT, CONSTANT ->
                throw new IllegalArgumentException(operation.title() + " is not an operation on anything");
        };
    }

    /**
     * ONNX Runtime drops the addition of a constant that is nearly 0, and so would make log(x + 1e-12) infinite at 0; but not
     * from a {@code Sum}. It likewise drops a multiplication by what is nearly 1: hence by half of it, and then by 2.
     */
    private String plus(String a, String b) {
        return of(graph.isNearly(0, a) || graph.isNearly(0, b) ? "Sum" : "Add", a, b);
    }

    private String minus(String a, String b) {
        return graph.isNearly(0, b) ? of("Sum", a, of("Neg", b)) : of("Sub", a, b);
    }

    private String times(String a, String b) {
        if (graph.isNearly(1, a)) {
            return times(b, a);
        }
        return graph.isNearly(1, b) ? of("Mul", of("Mul", a, of("Mul", b, number(0.5))), number(2)) : of("Mul", a, b);
    }

    private String over(String a, String b) {
        return graph.isNearly(1, b) ? of("Mul", of("Div", a, of("Mul", b, number(2))), number(2)) : of("Div", a, b);
    }

    /** The remainder has the sign of a; moved by b where that is not the sign of b. */
    private String mod(String a, String b) {
        String rest = graph.apply("Mod", List.of(OnnxGraph.whole("fmod", 1)), a, b);
        String signs = of("Mul", of("Sign", rest), of("Sign", b));
        return of("Where", of("Less", signs, number(0)), of("Add", rest, b), rest);
    }

    /** Kept at -100 or above, as the losses here and in PyTorch do. */
    private String boundedLog(String x) {
        return of("Max", of("Log", x), number(-100));
    }

    private String normalCdf(String x) {
        return of("Mul", number(0.5), of("Add", number(1), elementary.erf(of("Mul", x, number(Math.sqrt(0.5))))));
    }

    private String reciprocal(String x) {
        return of("Div", number(1), x);
    }

    private String element(List<String> operands) {
        String element = number(Double.NaN);
        for (int place = operands.size() - 2; place >= 0; place--) {
            String here = of("Equal", operands.getFirst(), number(place));
            element = of("Where", here, operands.get(place + 1), element);
        }
        return element;
    }

    private String logSumExp(List<String> operands) {
        // Finite, because an infinity taken from itself is no number.
        String largest = elementary.bounded(of("Max", operands.toArray(String[]::new)), Double.MAX_VALUE);
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

    private String oneMinus(String x) {
        return of("Sub", number(1), x);
    }

    private String asNumber(String truth) {
        return graph.cast(truth, DataType.DOUBLE);
    }

    private String number(double x) {
        return graph.number(x);
    }

    private String of(String operator, String... operands) {
        return graph.apply(operator, operands);
    }
}
