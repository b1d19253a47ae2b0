package ag.lang.builtins;

import ag.engine.Operation;
import ag.lang.values.Datum;
import java.util.List;

/** The normal distribution with any mean and standard deviation: operations of the table with another scale. */
final class Distributions {
    private Distributions() {}

    static final List<Builtin> ROWS = List.of(
            Builtin.of(
                    "normal_pdf",
                    "x, mean = 0, sd = 1",
                    "density of the normal distribution",
                    "normal_pdf(0.5)",
                    call -> over(call, call.apply(Operation.NORMAL_PDF, standardized(call)))),
            Builtin.of(
                    "normal_cdf",
                    "x, mean = 0, sd = 1",
                    "probability that a normal number is below x",
                    "normal_cdf(1.96)",
                    call -> call.apply(Operation.NORMAL_CDF, standardized(call))),
            Builtin.of(
                    "normal_quantile",
                    "p, mean = 0, sd = 1",
                    "the number that a normal one is below with probability p; -inf at 0 and inf at 1",
                    "normal_quantile(0.975)",
                    Distributions::quantile));

    private static Datum standardized(Call call) {
        Datum x = call.numeric(0);
        Datum centred = call.has(1) ? call.apply(Operation.SUBTRACT, x, call.numeric(1)) : x;
        return over(call, centred);
    }

    /** Divided by the standard deviation, where there is one. */
    private static Datum over(Call call, Datum x) {
        return call.has(2) ? call.apply(Operation.DIVIDE, x, call.numeric(2)) : x;
    }

    private static Datum quantile(Call call) {
        Datum standard = call.apply(Operation.NORMAL_QUANTILE, call.numeric(0));
        Datum scaled = call.has(2) ? call.apply(Operation.MULTIPLY, standard, call.numeric(2)) : standard;
        return call.has(1) ? call.apply(Operation.ADD, scaled, call.numeric(1)) : scaled;
    }
}
