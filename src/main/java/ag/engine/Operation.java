package ag.engine;

import static ag.engine.Domain.*;
import static ag.engine.Partials.binary;
import static ag.engine.Partials.reduction;
import static ag.engine.Partials.unary;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The table of operations: one row says all there is to say about an operation. The evaluator, the backward pass,
 * gradient graphs, symbolic derivatives, help, completion, the reference page and the tests read these rows, and nothing
 * else in the program names {@code tanh}. A new operation is one new row.
 *
 * <p>A row gives each derivative twice: as code, which the passes run, and as {@code ag} source, from which gradient graphs
 * are built; where a formula that keeps its digits everywhere is not the one in textbooks, {@code shown} has the latter for
 * people to read. A test holds them against each other on every row. A row also has the operation's form in PyTorch, for programs
 * that are exported. In the source, a function of one
 * number calls it {@code x}; of two numbers, {@code a} and {@code b}; {@code y} is the result, which often makes the
 * derivative cheaper or steadier. A reduction's rule is the derivative for one element {@code x} of the vector; where the
 * first number is an index, {@code place} is what it must be to mean {@code x}.
 *
 * <p>Conventions at kinks, ties and poles are PyTorch's.
 */
@SuppressWarnings("ImmutableEnumChecker") // Rows hold records of stateless functions, which the checker cannot see.
public enum Operation {
    // @formatter:off  A row a line: the table is to be read as one.
    INPUT("input", Kind.LEAF, Partials.LEAF, REALS, "", "a number that gradients are taken with respect to"),
    CONSTANT("constant", Kind.LEAF, Partials.LEAF, REALS, "", "a number that nothing is differentiated with respect to"),

    ADD("+", Kind.INFIX, binary((a, b) -> a + b, (a, b, y) -> 1, "1", (a, b, y) -> 1, "1"), REALS, "a + b", "sum of two numbers"),
    SUBTRACT("-", Kind.INFIX, binary((a, b) -> a - b, (a, b, y) -> 1, "1", (a, b, y) -> -1, "-1"), REALS, "a - b", "difference of two numbers"),
    MULTIPLY("*", Kind.INFIX, binary((a, b) -> a * b, (a, b, y) -> b, "b", (a, b, y) -> a, "a"), REALS, "a * b", "product of two numbers"),
    DIVIDE("/", Kind.INFIX, binary((a, b) -> a / b, (a, b, y) -> 1 / b, "1 / b", (a, b, y) -> -y / b, "-y / b"), DIVISOR, "a / b", "quotient of two numbers"),
    NEGATE("-", Kind.PREFIX, unary(x -> -x, (x, y) -> -1, "-1"), REALS, "-x", "the number with its sign changed"),
    POWER("^", Kind.INFIX, binary(Elementary::pow, (a, b, y) -> Slopes.powerA(a, b), "if abs(a) > 0 then b * a^(b - 1) else if b == 0 then 0 else b * a^(b - 1)", Slopes::powerB, "if a == 0 and b >= 0 then 0 else y * log(a)").shown("b * a^(b - 1)", "if a == 0 and b >= 0 then 0 else y * log(a)"), POWERS, "a ** b", "a raised to the power b", "0^0 is 1 with derivative 0 in both"),

    LINEAR("linear", Kind.FUNCTION, unary(x -> x, (x, y) -> 1, "1"), REALS, "x", "x itself: the activation that changes nothing"),
    EXP("exp", Kind.FUNCTION, unary(Elementary::exp, (x, y) -> y, "y"), REALS, "torch.exp(x)", "e to the power x"),
    LOG("log", Kind.FUNCTION, unary(Elementary::log, (x, y) -> 1 / x, "1 / x"), POSITIVE, "torch.log(x)", "natural logarithm (also ln)", "-inf at 0, where the derivative is inf"),
    LOG2("log2", Kind.FUNCTION, unary(Elementary::log2, (x, y) -> 1.4426950408889634 / x, "1.4426950408889634 / x").shown("1 / (x * log(2))"), POSITIVE, "torch.log2(x)", "logarithm to base 2"),
    LOG10("log10", Kind.FUNCTION, unary(Elementary::log10, (x, y) -> 0.4342944819032518 / x, "0.4342944819032518 / x").shown("1 / (x * log(10))"), POSITIVE, "torch.log10(x)", "logarithm to base 10"),
    LOG1P("log1p", Kind.FUNCTION, unary(Elementary::log1p, (x, y) -> 1 / (1 + x), "1 / (1 + x)"), ABOVE_MINUS_ONE, "torch.log1p(x)", "log(1 + x), exact for small x"),
    EXPM1("expm1", Kind.FUNCTION, unary(Elementary::expm1, (x, y) -> Elementary.exp(x), "exp(x)"), REALS, "torch.expm1(x)", "exp(x) - 1, exact for small x"),
    SQRT("sqrt", Kind.FUNCTION, unary(Math::sqrt, (x, y) -> 1 / (2 * y), "1 / (2y)"), NOT_NEGATIVE, "torch.sqrt(x)", "square root", "the derivative at 0 is inf"),
    CBRT("cbrt", Kind.FUNCTION, unary(Elementary::cbrt, (x, y) -> 1 / (3 * y * y), "1 / (3y^2)"), STEEP_AT_ZERO, "torch.sign(x) * torch.abs(x) ** (1 / 3)", "cube root", "the derivative at 0 is inf"),
    ABS("abs", Kind.FUNCTION, unary(Math::abs, (x, y) -> Math.signum(x), "sign(x)"), REALS, "torch.abs(x)", "distance from 0", "the derivative at 0 is 0"),
    SIGN("sign", Kind.FUNCTION, unary(Math::signum, (x, y) -> 0, "0"), REALS, "torch.sign(x)", "-1, 0 or 1", "the derivative is 0 everywhere, at 0 too"),

    SIN("sin", Kind.FUNCTION, unary(Elementary::sin, (x, y) -> Elementary.cos(x), "cos(x)"), REALS, "torch.sin(x)", "sine of an angle in radians"),
    COS("cos", Kind.FUNCTION, unary(Elementary::cos, (x, y) -> -Elementary.sin(x), "-sin(x)"), REALS, "torch.cos(x)", "cosine of an angle in radians"),
    TAN("tan", Kind.FUNCTION, unary(Elementary::tan, (x, y) -> 1 + y * y, "1 + y^2"), NOT_A_POLE, "torch.tan(x)", "tangent of an angle in radians"),
    SEC("sec", Kind.FUNCTION, unary(Trigonometry::sec, (x, y) -> y * Elementary.tan(x), "y * tan(x)"), NOT_A_POLE, "1 / torch.cos(x)", "secant of an angle: 1/cos(x)"),
    CSC("csc", Kind.FUNCTION, unary(Trigonometry::csc, (x, y) -> -y * Trigonometry.cot(x), "-y * cot(x)"), NOT_A_MULTIPLE, "1 / torch.sin(x)", "cosecant of an angle: 1/sin(x)"),
    COT("cot", Kind.FUNCTION, unary(Trigonometry::cot, (x, y) -> -(1 + y * y), "-(1 + y^2)"), NOT_A_MULTIPLE, "1 / torch.tan(x)", "cotangent of an angle: cos(x)/sin(x)"),
    ASIN("asin", Kind.FUNCTION, unary(Elementary::asin, (x, y) -> Slopes.asin(x), "1 / sqrt((1 - x) * (1 + x))").shown("1 / sqrt(1 - x^2)"), UNIT_INTERVAL, "torch.asin(x)", "angle whose sine is x", "the derivative at -1 and 1 is inf"),
    ACOS("acos", Kind.FUNCTION, unary(Elementary::acos, (x, y) -> -Slopes.asin(x), "-1 / sqrt((1 - x) * (1 + x))").shown("-1 / sqrt(1 - x^2)"), UNIT_INTERVAL, "torch.acos(x)", "angle whose cosine is x", "the derivative at -1 and 1 is -inf"),
    ATAN("atan", Kind.FUNCTION, unary(Elementary::atan, (x, y) -> Slopes.atan(x), "1 / hypot(x, 1) / hypot(x, 1)").shown("1 / (1 + x^2)"), REALS, "torch.atan(x)", "angle whose tangent is x"),
    ASEC("asec", Kind.FUNCTION, unary(Trigonometry::asec, (x, y) -> Trigonometry.asecSlope(x), "1 / abs(x) / (sqrt(abs(x) - 1) * sqrt(abs(x) + 1))").shown("1 / (abs(x) * sqrt(x^2 - 1))"), BEYOND_ONE, "torch.acos(1 / x)", "angle from 0 to pi whose secant is x", "the derivative at -1 and 1 is inf"),
    ACSC("acsc", Kind.FUNCTION, unary(Trigonometry::acsc, (x, y) -> -Trigonometry.asecSlope(x), "-1 / abs(x) / (sqrt(abs(x) - 1) * sqrt(abs(x) + 1))").shown("-1 / (abs(x) * sqrt(x^2 - 1))"), BEYOND_ONE, "torch.asin(1 / x)", "angle from -pi/2 to pi/2 whose cosecant is x", "the derivative at -1 and 1 is -inf"),
    ACOT("acot", Kind.FUNCTION, unary(x -> Elementary.atan(1 / x), (x, y) -> -Slopes.atan(x), "-1 / hypot(x, 1) / hypot(x, 1)").shown("-1 / (1 + x^2)"), REALS, "torch.atan(1 / x)", "angle whose cotangent is x: atan(1/x), from -pi/2 to pi/2", "pi/2 at 0, where it jumps; the derivative there is -1"),
    ATAN2("atan2", Kind.FUNCTION, binary(Elementary::atan2, (a, b, y) -> Slopes.atan2(a, b), "b / hypot(a, b) / hypot(a, b)", (a, b, y) -> -Slopes.atan2(b, a), "-a / hypot(a, b) / hypot(a, b)").shown("b / (a^2 + b^2)", "-a / (a^2 + b^2)"), STEEP_AT_ZERO, "torch.atan2(a, b)", "angle of the point with height a and width b"),
    SINH("sinh", Kind.FUNCTION, unary(Elementary::sinh, (x, y) -> Elementary.cosh(x), "cosh(x)"), REALS, "torch.sinh(x)", "hyperbolic sine"),
    COSH("cosh", Kind.FUNCTION, unary(Elementary::cosh, (x, y) -> Elementary.sinh(x), "sinh(x)"), REALS, "torch.cosh(x)", "hyperbolic cosine"),
    TANH("tanh", Kind.FUNCTION, unary(Elementary::tanh, (x, y) -> Elementary.tanhSlope(x), "sech(x)^2").shown("1 - y^2"), REALS, "torch.tanh(x)", "hyperbolic tangent, from -1 to 1"),
    SECH("sech", Kind.FUNCTION, unary(Trigonometry::sech, (x, y) -> -y * Elementary.tanh(x), "-y * tanh(x)"), REALS, "1 / torch.cosh(x)", "hyperbolic secant: 1/cosh(x)"),
    CSCH("csch", Kind.FUNCTION, unary(Trigonometry::csch, (x, y) -> -y * Trigonometry.coth(x), "-y * coth(x)"), DIVISOR, "1 / torch.sinh(x)", "hyperbolic cosecant: 1/sinh(x)"),
    COTH("coth", Kind.FUNCTION, unary(Trigonometry::coth, (x, y) -> Trigonometry.cothSlope(x), "-csch(x)^2").shown("1 - y^2"), DIVISOR, "1 / torch.tanh(x)", "hyperbolic cotangent: 1/tanh(x)"),
    ASINH("asinh", Kind.FUNCTION, unary(Elementary::asinh, (x, y) -> Slopes.asinh(x), "1 / hypot(x, 1)").shown("1 / sqrt(x^2 + 1)"), REALS, "torch.asinh(x)", "inverse of sinh"),
    ACOSH("acosh", Kind.FUNCTION, unary(Elementary::acosh, (x, y) -> Slopes.acosh(x), "1 / (sqrt(x - 1) * sqrt(x + 1))").shown("1 / sqrt(x^2 - 1)"), FROM_ONE, "torch.acosh(x)", "inverse of cosh", "the derivative at 1 is inf"),
    ATANH("atanh", Kind.FUNCTION, unary(Elementary::atanh, (x, y) -> Slopes.atanh(x), "1 / (1 - x) / (1 + x)").shown("1 / (1 - x^2)"), OPEN_UNIT_INTERVAL, "torch.atanh(x)", "inverse of tanh"),
    ASECH("asech", Kind.FUNCTION, unary(Trigonometry::asech, (x, y) -> Trigonometry.asechSlope(x), "-1 / x / sqrt((1 - x) * (1 + x))").shown("-1 / (x * sqrt(1 - x^2))"), UP_TO_ONE, "torch.acosh(1 / x)", "inverse of sech", "the derivative at 1 is -inf"),
    ACSCH("acsch", Kind.FUNCTION, unary(Trigonometry::acsch, (x, y) -> Trigonometry.acschSlope(x), "-1 / hypot(x, 1) / abs(x)").shown("-1 / (abs(x) * sqrt(x^2 + 1))"), DIVISOR, "torch.asinh(1 / x)", "inverse of csch"),
    ACOTH("acoth", Kind.FUNCTION, unary(Trigonometry::acoth, (x, y) -> Slopes.atanh(x), "1 / (1 - x) / (1 + x)").shown("1 / (1 - x^2)"), OUTSIDE_UNIT_INTERVAL, "torch.atanh(1 / x)", "inverse of coth"),
    HYPOT("hypot", Kind.FUNCTION, binary(Elementary::hypot, Slopes::hypot, "a / y", (a, b, y) -> Slopes.hypot(b, a, y), "b / y"), STEEP_AT_ZERO, "torch.hypot(a, b)", "sqrt(a^2 + b^2) without overflow"),

    ERF("erf", Kind.FUNCTION, unary(NormalFunctions::erf, (x, y) -> NormalFunctions.erfSlope(x), "7.089815403622064 * normal_pdf(x)^2").shown("2 / sqrt(pi) * exp(-x^2)"), REALS, "torch.erf(x)", "the error function"),
    ERFC("erfc", Kind.FUNCTION, unary(NormalFunctions::erfc, (x, y) -> -NormalFunctions.erfSlope(x), "-7.089815403622064 * normal_pdf(x)^2").shown("-2 / sqrt(pi) * exp(-x^2)"), REALS, "torch.erfc(x)", "1 - erf(x), exact where that is small"),
    NORMAL_PDF("normal_pdf", Kind.FUNCTION, unary(NormalFunctions::density, (x, y) -> -x * y, "-x * y"), REALS, "torch.exp(-x ** 2 / 2) / (2 * torch.pi) ** 0.5", "density of the standard normal distribution"),
    NORMAL_CDF("normal_cdf", Kind.FUNCTION, unary(NormalFunctions::probability, (x, y) -> NormalFunctions.density(x), "normal_pdf(x)"), REALS, "torch.special.ndtr(x)", "probability that a standard normal number is below x"),
    NORMAL_QUANTILE("normal_quantile", Kind.FUNCTION, unary(NormalFunctions::quantile, (x, y) -> 1 / NormalFunctions.density(y), "1 / normal_pdf(y)"), PROBABILITY, "torch.special.ndtri(x)", "the number that a standard normal one is below with probability x", "-inf at 0 and inf at 1", Elsewhere.NOWHERE),
    GAMMA("gamma", Kind.FUNCTION, unary(GammaFunctions::gamma, (x, y) -> y * GammaFunctions.digamma(x), "y * digamma(x)"), NOT_A_GAMMA_POLE, "torch.where((x < 0) & (torch.floor(x) % 2 == 1), -1.0, 1.0) * torch.exp(torch.lgamma(x))", "the gamma function: (n - 1)! for a whole number n, exact up to 171", Elsewhere.NOWHERE),
    FACTORIAL("factorial", Kind.FUNCTION, unary(GammaFunctions::factorial, (x, y) -> y * GammaFunctions.digamma(x + 1), "y * digamma(x + 1)"), NOT_BELOW_FACTORIALS, "torch.where((x < -1) & (torch.floor(x) % 2 == 0), -1.0, 1.0) * torch.exp(torch.lgamma(x + 1))", "n! = 1*2*3*…*n, and gamma(n + 1) for any other number", Elsewhere.NOWHERE),
    LGAMMA("lgamma", Kind.FUNCTION, unary(GammaFunctions::logGamma, (x, y) -> GammaFunctions.digamma(x), "digamma(x)"), NOT_A_GAMMA_POLE, "torch.lgamma(x)", "logarithm of the absolute value of gamma, without overflow", "inf at 0 and at whole numbers below, where there is no derivative", Elsewhere.NOWHERE),
    DIGAMMA("digamma", Kind.FUNCTION, unary(GammaFunctions::digamma, (x, y) -> GammaFunctions.polygamma(1, x), "polygamma(1, x)"), NOT_A_GAMMA_POLE, "torch.digamma(x)", "derivative of lgamma", Elsewhere.NOWHERE),
    POLYGAMMA("polygamma", Kind.FUNCTION, binary(GammaFunctions::polygamma, (a, b, y) -> 0, "0", (a, b, y) -> GammaFunctions.polygamma(a + 1, b), "polygamma(a + 1, b)"), ORDERS, "torch.polygamma(#a, b)", "derivative number a of digamma at b", "a is rounded to a whole number, a half upwards; the derivative in a is 0", Elsewhere.NOWHERE),
    BETA("beta", Kind.FUNCTION, binary(GammaFunctions::beta, (a, b, y) -> y * (GammaFunctions.digamma(a) - GammaFunctions.digamma(a + b)), "y * (digamma(a) - digamma(a + b))", (a, b, y) -> y * (GammaFunctions.digamma(b) - GammaFunctions.digamma(a + b)), "y * (digamma(b) - digamma(a + b))"), POSITIVE, "torch.exp(torch.lgamma(a) + torch.lgamma(b) - torch.lgamma(a + b))", "the beta function: gamma(a) * gamma(b) / gamma(a + b)", Elsewhere.NOWHERE),
    LBETA("lbeta", Kind.FUNCTION, binary(GammaFunctions::logBeta, (a, b, y) -> GammaFunctions.digamma(a) - GammaFunctions.digamma(a + b), "digamma(a) - digamma(a + b)", (a, b, y) -> GammaFunctions.digamma(b) - GammaFunctions.digamma(a + b), "digamma(b) - digamma(a + b)"), POSITIVE, "torch.lgamma(a) + torch.lgamma(b) - torch.lgamma(a + b)", "logarithm of beta, without overflow", Elsewhere.NOWHERE),

    FLOOR("floor", Kind.FUNCTION, unary(Math::floor, (x, y) -> 0, "0"), REALS, "torch.floor(x)", "largest whole number not above x", "the derivative is 0 everywhere, at the steps too"),
    CEIL("ceil", Kind.FUNCTION, unary(Math::ceil, (x, y) -> 0, "0"), REALS, "torch.ceil(x)", "smallest whole number not below x", "the derivative is 0 everywhere, at the steps too"),
    ROUND("round", Kind.FUNCTION, unary(Elementary::round, (x, y) -> 0, "0"), REALS, "torch.round(x)", "nearest whole number", "a half goes to the even neighbour; the derivative is 0 everywhere"),
    TRUNC("trunc", Kind.FUNCTION, unary(x -> x < 0 ? Math.ceil(x) : Math.floor(x), (x, y) -> 0, "0"), REALS, "torch.trunc(x)", "the whole number before the decimal point", "the derivative is 0 everywhere, at the steps too"),
    MOD("mod", Kind.FUNCTION, binary(Elementary::mod, (a, b, y) -> 1, "1", (a, b, y) -> -Slopes.timesIn(a, b, y), "-round((a - y) / b)").shown("1", "-floor(a / b)"), DIVISOR, "torch.remainder(a, b)", "what is left of a when b is taken from it as often as it fits; it has the sign of b", "the derivative in a is 1 and in b -floor(a/b), at the steps too"),
    MIN("min", Kind.FUNCTION, binary(Math::min, (a, b, y) -> a < b ? 1 : a > b ? 0 : 0.5, "if a < b then 1 else if a > b then 0 else 0.5", (a, b, y) -> b < a ? 1 : b > a ? 0 : 0.5, "if b < a then 1 else if b > a then 0 else 0.5"), REALS, "torch.minimum(a, b)", "the smaller of two numbers, or the smallest of a vector", "at a tie each gets half"),
    MAX("max", Kind.FUNCTION, binary(Math::max, (a, b, y) -> a > b ? 1 : a < b ? 0 : 0.5, "if a > b then 1 else if a < b then 0 else 0.5", (a, b, y) -> b > a ? 1 : b < a ? 0 : 0.5, "if b > a then 1 else if b < a then 0 else 0.5"), REALS, "torch.maximum(a, b)", "the larger of two numbers, or the largest of a vector", "at a tie each gets half"),
    CLAMP_MIN("clamp_min", Kind.FUNCTION, binary(Math::max, (a, b, y) -> a >= b ? 1 : 0, "if a >= b then 1 else 0", (a, b, y) -> a < b ? 1 : 0, "if a < b then 1 else 0"), REALS, "torch.clamp(a, min=b)", "a, but not below b", "at the bound a has derivative 1"),
    CLAMP_MAX("clamp_max", Kind.FUNCTION, binary(Math::min, (a, b, y) -> a <= b ? 1 : 0, "if a <= b then 1 else 0", (a, b, y) -> a > b ? 1 : 0, "if a > b then 1 else 0"), REALS, "torch.clamp(a, max=b)", "a, but not above b", "at the bound a has derivative 1"),

    SIGMOID("sigmoid", Kind.FUNCTION, unary(Elementary::sigmoid, (x, y) -> Elementary.sigmoidSlope(x), "y * sigmoid(-x)").shown("y * (1 - y)"), REALS, "torch.sigmoid(x)", "logistic function 1/(1 + exp(-x)), from 0 to 1"),
    RELU("relu", Kind.FUNCTION, unary(x -> Math.max(x, 0), (x, y) -> x <= 0 ? 0 : 1, "if x <= 0 then 0 else 1"), REALS, "torch.relu(x)", "x where positive, otherwise 0", "the derivative at 0 is 0"),
    LEAKY_RELU("leaky_relu", Kind.FUNCTION, binary((a, b) -> a > 0 ? a : a * b, (a, b, y) -> a > 0 ? 1 : b, "if a > 0 then 1 else b", (a, b, y) -> a > 0 ? 0 : a, "if a > 0 then 0 else a"), REALS, "F.leaky_relu(a, #b)", "a where positive, otherwise b*a (b is 0.01 if left out)", "the derivative at 0 is b"),
    ELU("elu", Kind.FUNCTION, binary((a, b) -> a > 0 ? a : b * Elementary.expm1(a), (a, b, y) -> a > 0 ? 1 : b * Elementary.exp(a), "if a > 0 then 1 else if a == 0 then b else b * exp(a)", (a, b, y) -> a > 0 ? 0 : Elementary.expm1(a), "if a > 0 then 0 else expm1(a)").shown("if a > 0 then 1 else b * exp(a)", "if a > 0 then 0 else expm1(a)"), REALS, "F.elu(a, #b)", "a where positive, otherwise b*(exp(a) - 1) (b is 1 if left out)", "the derivative at 0 is b, the second one 0"),
    GELU("gelu", Kind.FUNCTION, unary(NormalFunctions::gelu, (x, y) -> NormalFunctions.geluSlope(x), "normal_cdf(x) + x * normal_pdf(x)").shown("0.5 * (1 + erf(x / sqrt(2))) + x * exp(-x^2 / 2) / sqrt(2 * pi)"), REALS, "F.gelu(x)", "x times the normal distribution function (exact form)"),
    SILU("silu", Kind.FUNCTION, unary(x -> x * Elementary.sigmoid(x), (x, y) -> Slopes.silu(x), "sigmoid(x) * (1 + x * sigmoid(-x))").shown("sigmoid(x) * (1 + x * (1 - sigmoid(x)))"), REALS, "F.silu(x)", "x * sigmoid(x), also called swish"),
    SOFTPLUS("softplus", Kind.FUNCTION, unary(Elementary::softplus, (x, y) -> Elementary.sigmoid(x), "sigmoid(x)"), REALS, "F.softplus(x, threshold=50)", "log(1 + exp(x)), a smooth relu"),

    SQUARED_ERROR("mse", Kind.LOSS, binary((a, b) -> (a - b) * (a - b), (a, b, y) -> 2 * (a - b), "2 * (a - b)", (a, b, y) -> 2 * (b - a), "2 * (b - a)"), REALS, "(a - b) ** 2", "squared error of a prediction a against a target b; their mean over vectors"),
    BCE("bce", Kind.LOSS, binary(Slopes::bce, (a, b, y) -> (a - b) / Math.max((1 - a) * a, 1e-12), "(a - b) / max((1 - a) * a, 1e-12)", (a, b, y) -> Slopes.bceSlopeB(a), "max(log1p(-a), -100) - max(log(a), -100)").shown("(a - b) / max((1 - a) * a, 1e-12)", "max(log(1 - a), -100) - max(log(a), -100)"), PROBABILITY, "F.binary_cross_entropy(a, b, reduction=\"none\")", "binary cross-entropy of a probability a against a target b of 0 or 1; their mean over vectors", "logarithms are kept at -100 or above; the derivative in a divides by 1e-12 or more, so at 0 and 1 it is 0 for a right guess and 1e12 in size for a wrong one"),
    BCE_LOGITS("bce_logits", Kind.LOSS, binary(Slopes::bceLogits, (a, b, y) -> Slopes.bceLogitsSlope(a, b), "(1 - b) * sigmoid(a) - b * sigmoid(-a)", (a, b, y) -> -a, "-a").shown("sigmoid(a) - b", "-a"), REALS, "F.binary_cross_entropy_with_logits(a, b, reduction=\"none\")", "bce of sigmoid(a) against b, without overflow; their mean over vectors"),
    HINGE("hinge", Kind.LOSS, binary((a, b) -> Math.max(1 - a * b, 0), (a, b, y) -> a * b >= 1 ? 0 : -b, "if a * b >= 1 then 0 else -b", (a, b, y) -> a * b >= 1 ? 0 : -a, "if a * b >= 1 then 0 else -a"), REALS, "torch.relu(1 - a * b)", "max(0, 1 - a*b) for a score a and a target b of -1 or 1; their mean over vectors", "the derivative at a*b = 1 is 0"),

    SUM("sum", Kind.REDUCTION, reduction("1"), REALS, "torch.sum(v, -1)", "sum of a vector"),
    LARGEST("max", Kind.REDUCTION, reduction("if x == y then 1 / ties else 0"), REALS, "torch.amax(v, -1)", "largest element of a vector", "ties share the derivative evenly"),
    SMALLEST("min", Kind.REDUCTION, reduction("if x == y then 1 / ties else 0"), REALS, "torch.amin(v, -1)", "smallest element of a vector", "ties share the derivative evenly"),
    NORM("norm", Kind.REDUCTION, reduction("if y == 0 then 0 else x / y"), REALS, "torch.linalg.vector_norm(v, dim=-1)", "length of a vector: the root of the sum of squares", "the derivative at the zero vector is 0"),
    LOGSUMEXP("logsumexp", Kind.REDUCTION, reduction("exp(x - y)"), REALS, "torch.logsumexp(v, -1)", "log of the sum of exponentials, without overflow"),
    DOT("dot", Kind.REDUCTION, reduction("partner"), REALS, "torch.sum(v * w, -1)", "sum of the products of two vectors' elements"),

    GREATER("greater", Kind.INTERNAL, binary((a, b) -> a > b ? 1 : 0, (a, b, y) -> 0, "0", (a, b, y) -> 0, "0"), REALS, "torch.where(a > b, 1.0, 0.0)", "1 where a > b, otherwise 0"),
    GREATER_OR_EQUAL("greater_or_equal", Kind.INTERNAL, binary((a, b) -> a >= b ? 1 : 0, (a, b, y) -> 0, "0", (a, b, y) -> 0, "0"), REALS, "torch.where(a >= b, 1.0, 0.0)", "1 where a >= b, otherwise 0"),
    EQUAL("equal", Kind.INTERNAL, binary((a, b) -> a == b ? 1 : 0, (a, b, y) -> 0, "0", (a, b, y) -> 0, "0"), REALS, "torch.where(a == b, 1.0, 0.0)", "1 where a == b, otherwise 0"),
    GATE("gate", Kind.INTERNAL, binary((a, b) -> a == 0 ? 0 : b, (a, b, y) -> 0, "0", (a, b, y) -> a == 0 ? 0 : 1, "if a == 0 then 0 else 1"), REALS, "torch.where(a == 0, 0.0, b)", "b, but 0 where a is 0"),
    ELEMENT("element", Kind.INTERNAL, reduction("if index == place then 1 else 0"), REALS, "torch.take_along_dim(v, a.long().unsqueeze(-1), -1).squeeze(-1)", "one of the numbers behind the first, which says which: 0 for the one next to it; NaN where there is none"),
    TRUNCATED("truncated", Kind.INTERNAL, binary((a, b) -> a, (a, b, y) -> 1, "1", (a, b, y) -> 0, "0"), REALS, "a", "a, whose derivatives are right up to the order b and not known beyond it");
    // @formatter:on

    private static final Operation[] ROWS = values();

    private final String symbol;
    private final Kind kind;
    private final Partials partials;
    private final Domain domain;
    private final String torch;
    private final String help;
    private final String convention;
    private final Elsewhere elsewhere;

    Operation(String symbol, Kind kind, Partials partials, Domain domain, String torch, String help) {
        this(symbol, kind, partials, domain, torch, help, "");
    }

    Operation(
            String symbol, Kind kind, Partials partials, Domain domain, String torch, String help, String convention) {
        this(symbol, kind, partials, domain, torch, help, convention, Elsewhere.EVERYWHERE);
    }

    Operation(
            String symbol,
            Kind kind,
            Partials partials,
            Domain domain,
            String torch,
            String help,
            Elsewhere elsewhere) {
        this(symbol, kind, partials, domain, torch, help, "", elsewhere);
    }

    Operation(
            String symbol,
            Kind kind,
            Partials partials,
            Domain domain,
            String torch,
            String help,
            String convention,
            Elsewhere elsewhere) {
        this.symbol = symbol;
        this.kind = kind;
        this.partials = partials;
        this.domain = domain;
        this.torch = torch;
        this.help = help;
        this.convention = convention;
        this.elsewhere = elsewhere;
    }

    /** Whether an operation has a form in ONNX. */
    public enum Elsewhere {
        /** ONNX has it, or what it is made of. */
        EVERYWHERE,
        /** ONNX has neither it nor what it could be made of. */
        NOWHERE
    }

    /** How an operation is written. */
    public enum Kind {
        LEAF,
        INFIX,
        PREFIX,
        FUNCTION,
        LOSS,
        REDUCTION,
        /** Not for users: what an {@code if} or an index becomes where one course must serve many samples. */
        INTERNAL
    }

    /** The number that stands for the row on a tape: its place in the table, which nothing stores beyond a run. */
    @SuppressWarnings("EnumOrdinal")
    int code() {
        return ordinal();
    }

    /** The row that a function name calls with this many numbers, if there is one. */
    public static Optional<Operation> function(String name, int arguments) {
        return Arrays.stream(ROWS)
                .filter(row -> row.isFunction() && row.symbol.equals(name) && row.partials.arity() == arguments)
                .findFirst();
    }

    /** All rows a user can call by name. */
    public static List<Operation> functions() {
        return Arrays.stream(ROWS).filter(Operation::isFunction).toList();
    }

    private boolean isFunction() {
        return switch (kind) {
            case FUNCTION, LOSS, REDUCTION -> true;
            case LEAF, INFIX, PREFIX, INTERNAL -> false;
        };
    }

    /** The name or sign it is written with: {@code tanh}, {@code +}. Two rows may share one: {@code max} of two numbers and of a vector. */
    public String symbol() {
        return symbol;
    }

    public Kind kind() {
        return kind;
    }

    /** The value and the derivatives in each operand. */
    public Partials partials() {
        return partials;
    }

    public Domain domain() {
        return domain;
    }

    /**
     * Its form in PyTorch: an expression of {@code x} for a function of one number, of {@code a} and {@code b} for one of two. A
     * reduction's elements are stacked along the last axis of {@code v} (those of a dot product in {@code v} and {@code w}; what
     * picks an element has its index in {@code a}). {@code #b} must be a plain
     * number; {@code F} is {@code torch.nn.functional}. Empty for a leaf.
     */
    public String torch() {
        return torch;
    }

    /** One line of help, in a newcomer's words. */
    public String help() {
        return help;
    }

    /** What holds at kinks, ties and poles; empty where there is nothing to say. */
    public String convention() {
        return convention;
    }

    /** Whether ONNX has a form for it. */
    public Elsewhere elsewhere() {
        return elsewhere;
    }

    /** An English name for messages: {@code multiply} for {@code *}, otherwise the function's name. */
    public String title() {
        return switch (kind) {
            case INFIX, PREFIX, LEAF -> name().toLowerCase(Locale.ROOT);
            case FUNCTION, LOSS, REDUCTION, INTERNAL -> symbol;
        };
    }
}
