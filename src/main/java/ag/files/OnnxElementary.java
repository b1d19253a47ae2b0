package ag.files;

import ag.engine.Elementary;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.List;

/**
 * Functions in operators of ONNX. Where ONNX Runtime has an operator for single precision only (1.29: {@code Erf}, {@code Atan},
 * {@code Elu} and others), they are put together from others, so that an exported network gives the digits that it gives here.
 */
final class OnnxElementary {
    /** From here on {@code erf} is 1 in double precision. */
    private static final double ERF_IS_ONE = 6;

    /** The terms of the series for {@code erf} beyond this one are below 1e-18. */
    private static final int ERF_TERMS = 24;

    /** So large that its arc tangent is π/2, and so small that it can still be multiplied. */
    private static final double NEARLY_INFINITE = 1e300;

    /** So large that adding 1 to its square changes nothing. */
    private static final double LARGE = 1e8;

    private final OnnxGraph graph;

    OnnxElementary(OnnxGraph graph) {
        this.graph = graph;
    }

    /** The reason why no {@code Sigmoid} is here: ONNX Runtime makes x·Sigmoid(x) an operator for single precision only. */
    String onePlusExpOfMinus(String x) {
        return of("Add", number(1), of("Exp", of("Neg", x)));
    }

    /**
     * Near 0, where u = 1 + x has lost digits of x: log(u) is short of what is asked by the factor x/(u - 1) (Kahan; Goldberg
     * 1991, theorem 4).
     */
    String log1p(String x) {
        String u = of("Add", number(1), x);
        String log = of("Log", u);
        String mended = of("Mul", log, of("Div", x, of("Sub", u, number(1))));
        return nearZero(x, of("Where", of("Equal", u, number(1)), x, mended), log);
    }

    /** Near 0, where u = exp(x) has lost digits of x: u - 1 is too large by the factor log(u)/x (Kahan). */
    String expm1(String x) {
        String u = of("Exp", x);
        String plain = of("Sub", u, number(1));
        String mended = of("Mul", plain, of("Div", x, of("Log", u)));
        return nearZero(x, of("Where", of("Equal", u, number(1)), x, mended), plain);
    }

    private String nearZero(String x, String near, String far) {
        return of("Where", of("Less", of("Abs", x), number(0.5)), near, far);
    }

    /** (u - 1/u)/2 · (u + 1/u) with u = exp(x/2), whose square may be too large where the result is not. */
    String sinh(String x) {
        // Twice 400 is past where the result becomes infinite, and e^400 is not.
        String half = bounded(of("Mul", number(0.5), x), 400);
        String u = of("Exp", half);
        String less = expm1(half);
        String difference = of("Add", less, of("Div", less, u));
        return of("Mul", of("Mul", number(0.5), difference), of("Add", u, of("Div", number(1), u)));
    }

    String cosh(String x) {
        String u = of("Exp", of("Mul", number(0.5), of("Abs", x)));
        return of("Add", of("Mul", of("Mul", number(0.5), u), u), of("Div", of("Div", number(0.5), u), u));
    }

    /** As {@code Elementary.asinh}. */
    String asinh(String x) {
        String m = of("Abs", x);
        String root = of("Sqrt", of("Add", number(1), square(m)));
        String near = log1p(of("Add", m, of("Div", square(m), of("Add", number(1), root))));
        return of("Mul", of("Sign", x), orLogOfTwice(m, near));
    }

    /** As {@code Elementary.acosh}; a root for each factor, so that numbers below 1 give NaN. */
    String acosh(String x) {
        String t = of("Sub", x, number(1));
        String root = of("Mul", of("Sqrt", t), of("Sqrt", of("Add", x, number(1))));
        return orLogOfTwice(x, log1p(of("Add", t, root)));
    }

    /** log(2x) for large x. */
    private String orLogOfTwice(String x, String otherwise) {
        String large = of("Add", of("Log", x), number(Elementary.log(2)));
        return of("Where", of("Greater", x, number(LARGE)), large, otherwise);
    }

    /** As {@code Elementary.atanh}. */
    String atanh(String x) {
        String m = of("Abs", x);
        String log = log1p(of("Div", of("Mul", number(2), m), oneMinus(m)));
        return of("Mul", of("Mul", number(0.5), of("Sign", x)), log);
    }

    /** An infinity outweighs even what is no number (IEEE 754). */
    String hypot(String a, String b) {
        String infinite = of("Or", of("IsInf", a), of("IsInf", b));
        return of("Where", infinite, number(Double.POSITIVE_INFINITY), norm(List.of(a, b)));
    }

    /** Measured by the largest, so that no square is too large or too small. */
    String norm(List<String> operands) {
        String[] sizes = operands.stream().map(x -> of("Abs", x)).toArray(String[]::new);
        String scale = of("Min", of("Max", of("Max", sizes), number(1 / NEARLY_INFINITE)), number(NEARLY_INFINITE));
        String squares = of(
                "Sum", operands.stream().map(x -> square(of("Div", x, scale))).toArray(String[]::new));
        return of("Mul", of("Sqrt", squares), scale);
    }

    /**
     * The series that Poisson's summation formula makes of erf(x) = 2/π · ∫ e^(-t²/4) · sin(xt)/t dt over t from 0 up: with
     * steps of π/6, it is off by erfc(12 - |x|) - erfc(12 + |x|), which for |x| up to 6 is less than 3e-17.
     */
    String erf(String x) {
        double step = Math.PI / ERF_IS_ONE;
        double[] frequencies = new double[ERF_TERMS];
        double[] amplitudes = new double[ERF_TERMS];
        for (int i = 0; i < ERF_TERMS; i++) {
            int k = i + 1;
            frequencies[i] = k * step;
            amplitudes[i] = 2 / Math.PI * Elementary.exp(-k * step * k * step / 4) / k;
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
    String atan(String x) {
        String bounded = bounded(x, NEARLY_INFINITE);
        String guess = graph.cast(of("Atan", graph.cast(bounded, DataType.FLOAT)), DataType.DOUBLE);
        String sine = of("Sin", guess);
        String cosine = of("Cos", guess);
        String rest =
                of("Div", of("Sub", of("Mul", bounded, cosine), sine), of("Add", cosine, of("Mul", bounded, sine)));
        return of("Add", guess, rest);
    }

    /** The arc tangent of height/width, on the other side for a width below 0; at the origin the quotient is 0/0. */
    String atan2(String height, String width) {
        String zero = number(0);
        String turned = of("Less", width, zero);
        String halfTurn = of("Where", of("Less", height, zero), number(-Math.PI), number(Math.PI));
        String side = of("Where", turned, halfTurn, zero);
        String diagonal = of("And", of("IsInf", height), of("IsInf", width));
        String slope =
                of("Where", diagonal, of("Div", of("Sign", height), of("Sign", width)), of("Div", height, width));
        String origin = of("And", of("Equal", height, zero), of("Equal", width, zero));
        String angle = of("Where", origin, zero, atan(slope));
        return of("Add", angle, side);
    }

    /** The arc tangent of 1/√(x² - 1), with the sign of x. */
    String acsc(String x) {
        String m = of("Abs", x);
        String leg = of("Mul", of("Sqrt", of("Sub", m, number(1))), of("Sqrt", of("Add", m, number(1))));
        return of("Mul", of("Sign", x), atan(of("Div", number(1), leg)));
    }

    String softplus(String x) {
        return of("Add", of("Max", x, number(0)), log1p(of("Exp", of("Neg", of("Abs", x)))));
    }

    /** The number, or the nearest one that is not further from 0 than the bound. */
    String bounded(String x, double bound) {
        return of("Min", of("Max", x, number(-bound)), number(bound));
    }

    private String oneMinus(String x) {
        return of("Sub", number(1), x);
    }

    String square(String x) {
        return of("Mul", x, x);
    }

    private String number(double x) {
        return graph.number(x);
    }

    private String of(String operator, String... operands) {
        return graph.apply(operator, operands);
    }
}
