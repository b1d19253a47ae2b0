package ag.fit;

import ag.engine.Elementary;
import ag.engine.Operation;
import ag.engine.Partials;
import ag.nn.Recording;
import java.util.Arrays;
import java.util.Optional;

/**
 * The values and the Jacobian of a model with twice the digits of a double. Knows arithmetic, powers, roots, exponentials, logarithms, sine,
 * cosine and the inverse tangent; a formula with another function has no more digits than that.
 */
final class PreciseModel {
    private final Recording recording;
    private final DoubleDouble[] values;
    /** For each place, its derivative in each parameter, one after the other. */
    private final DoubleDouble[] rates;

    private final int count;

    private PreciseModel(ModelWithData precise) {
        this.recording = precise.recording();
        this.count = recording.inputCount();
        this.values = new DoubleDouble[recording.placeCount()];
        this.rates = new DoubleDouble[recording.placeCount() * count];
        Arrays.fill(rates, DoubleDouble.ZERO);
        for (int k = 0; k < recording.parameterCount(); k++) {
            values[recording.firstParameter() + k] = DoubleDouble.of(precise.data()[k]);
        }
    }

    /** The model with more digits; empty where the formula has an operation that is known to the digits of a double only, or is too long. */
    static Optional<PreciseModel> of(ModelWithData precise) {
        Recording recording = precise.recording();
        boolean known = (long) recording.placeCount() * recording.inputCount() < 2_000_000
                && recording.steps().stream().allMatch(step -> isKnown(step.operation()));
        return known ? Optional.of(new PreciseModel(precise)) : Optional.empty();
    }

    private static boolean isKnown(Operation operation) {
        return switch (operation) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, NEGATE, POWER, SQRT, EXP, LOG, SIN, COS, ATAN, SUM, DOT -> true;
            default -> false;
        };
    }

    /** Computes everything for these parameters. */
    void move(DoubleDouble[] at) {
        for (int j = 0; j < count; j++) {
            values[j] = at[j];
            rates[j * count + j] = DoubleDouble.ONE;
        }
        for (int k = 0; k < recording.constantCount(); k++) {
            values[recording.firstConstant() + k] = DoubleDouble.of(recording.constant(k));
        }
        int place = recording.firstStep();
        for (Recording.Step step : recording.steps()) {
            Arrays.fill(rates, place * count, (place + 1) * count, DoubleDouble.ZERO);
            run(step.operation(), step.operands(), place++);
        }
    }

    DoubleDouble value(int sample) {
        return values[recording.root(sample)];
    }

    DoubleDouble rate(int sample, int parameter) {
        return rates[recording.root(sample) * count + parameter];
    }

    private void run(Operation operation, int[] of, int place) {
        DoubleDouble a = values[of[0]];
        switch (operation) {
            case ADD -> {
                values[place] = a.plus(values[of[1]]);
                carry(place, of[0], DoubleDouble.ONE);
                carry(place, of[1], DoubleDouble.ONE);
            }
            case SUBTRACT -> {
                values[place] = a.minus(values[of[1]]);
                carry(place, of[0], DoubleDouble.ONE);
                carry(place, of[1], DoubleDouble.ONE.negated());
            }
            case MULTIPLY -> {
                DoubleDouble b = values[of[1]];
                values[place] = a.times(b);
                carry(place, of[0], b);
                carry(place, of[1], a);
            }
            case DIVIDE -> {
                DoubleDouble b = values[of[1]];
                DoubleDouble quotient = a.over(b);
                values[place] = quotient;
                carry(place, of[0], DoubleDouble.ONE.over(b));
                carry(place, of[1], quotient.over(b).negated());
            }
            case NEGATE -> {
                values[place] = a.negated();
                carry(place, of[0], DoubleDouble.ONE.negated());
            }
            case POWER -> power(of[0], of[1], place);
            case SQRT -> {
                values[place] = a.root();
                carry(place, of[0], DoubleDouble.of(0.5).over(values[place]));
            }
            case EXP -> {
                values[place] = a.exp();
                carry(place, of[0], values[place]);
            }
            case LOG -> {
                values[place] = a.log();
                carry(place, of[0], DoubleDouble.ONE.over(a));
            }
            case SIN -> {
                DoubleDouble[] both = a.sineAndCosine();
                values[place] = both[0];
                carry(place, of[0], both[1]);
            }
            case COS -> {
                DoubleDouble[] both = a.sineAndCosine();
                values[place] = both[1];
                carry(place, of[0], both[0].negated());
            }
            case ATAN -> {
                values[place] = a.arctangent();
                carry(place, of[0], DoubleDouble.ONE.over(DoubleDouble.ONE.plus(a.times(a))));
            }
            case SUM -> {
                values[place] = DoubleDouble.ZERO;
                for (int operand : of) {
                    values[place] = values[place].plus(values[operand]);
                    carry(place, operand, DoubleDouble.ONE);
                }
            }
            case DOT -> {
                values[place] = DoubleDouble.ZERO;
                int half = of.length / 2;
                for (int k = 0; k < half; k++) {
                    values[place] = values[place].plus(values[of[k]].times(values[of[half + k]]));
                    carry(place, of[k], values[of[half + k]]);
                    carry(place, of[half + k], values[of[k]]);
                }
            }
            default -> throw new IllegalStateException("not known: " + operation);
        }
    }

    private void power(int base, int exponent, int place) {
        DoubleDouble a = values[base];
        DoubleDouble b = values[exponent];
        boolean isWhole = b.low() == 0 && b.high() == Elementary.round(b.high()) && Math.abs(b.high()) <= 1000;
        if (isWhole) {
            int n = (int) b.high();
            values[place] = a.power(n);
            carry(place, base, n == 0 ? DoubleDouble.ZERO : a.power(n - 1).times(n));
        } else if (a.high() > 0) {
            values[place] = b.times(a.log()).exp();
            carry(place, base, values[place].times(b).over(a));
        } else {
            double value =
                    ((Partials.Binary) Operation.POWER.partials()).value().applyAsDouble(a.high(), b.high());
            values[place] = DoubleDouble.of(value);
        }
        if (exponent < count || exponent >= recording.firstStep()) {
            carry(place, exponent, a.high() > 0 ? values[place].times(a.log()) : DoubleDouble.ZERO);
        }
    }

    private void carry(int place, int operand, DoubleDouble slope) {
        if (operand < count || operand >= recording.firstStep()) {
            for (int j = 0; j < count; j++) {
                DoubleDouble rate = rates[operand * count + j];
                if (rate.high() != 0) {
                    rates[place * count + j] = rates[place * count + j].plus(slope.times(rate));
                }
            }
        }
    }
}
