package ag.lang.builtins;

import ag.engine.Operation;
import ag.lang.source.ErrorCode;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Tensor;
import ag.optimize.RateSchedule;
import ag.result.Numerals;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Learning-rate schedules as functions of the epoch. They are made of operations of the table, so they take vectors of epochs and have
 * derivatives in rates and factors; what counts epochs must be plain whole numbers.
 */
final class RateFunctions {
    private RateFunctions() {}

    static final List<Builtin> ROWS = Stream.concat(
                    Arrays.stream(RateSchedule.values())
                            .map(row -> Builtin.of(
                                    row.written(),
                                    row.parameters(),
                                    row.help(),
                                    row.example(),
                                    call -> of(row, new Terms(call)))),
                    Stream.of(Plateau.ROW))
            .toList();

    private static Datum of(RateSchedule row, Terms t) {
        Datum lr = t.call.numeric(0);
        Datum epoch = t.call.numeric(1);
        return switch (row) {
            case STEP -> {
                Datum steps = t.call.apply(Operation.FLOOR, t.over(epoch, t.count(2)));
                yield t.times(lr, t.power(t.given(3, 0.1), steps));
            }
            case MULTI_STEP -> t.times(lr, t.power(t.given(3, 0.1), passed(t, epoch)));
            case EXPONENTIAL -> t.times(lr, t.power(t.call.numeric(2), epoch));
            case CONSTANT -> {
                Datum begun = t.call.apply(Operation.GREATER_OR_EQUAL, epoch, t.count(3, 5));
                yield t.times(lr, t.power(t.given(2, 1.0 / 3), t.minus(ONE, begun)));
            }
            case LINEAR -> {
                Datum start = t.given(2, 1.0 / 3);
                yield t.times(
                        lr, t.plus(start, t.times(t.minus(t.given(3, 1), start), share(t, epoch, t.count(4, 5)))));
            }
            case POLYNOMIAL -> t.times(lr, t.power(t.minus(ONE, share(t, epoch, t.count(2, 5))), t.given(3, 1)));
            case COSINE -> {
                Datum low = t.given(3, 0);
                Datum fallen = t.half(t.over(epoch, t.count(2)));
                yield t.plus(low, t.times(t.minus(lr, low), t.minus(ONE, fallen)));
            }
            case COSINE_RESTARTS -> {
                Datum low = t.given(4, 0);
                Datum fallen = t.half(sinceRestart(t, epoch));
                yield t.plus(low, t.times(t.minus(lr, low), t.minus(ONE, fallen)));
            }
            case CYCLIC -> {
                Datum most = t.call.numeric(2);
                yield t.plus(lr, t.times(t.minus(most, lr), cycle(t, epoch)));
            }
            case CYCLIC_MOMENTUM -> {
                Datum least = t.given(2, 0.8);
                yield t.plus(lr, t.times(t.minus(least, lr), cycle(t, epoch)));
            }
            case ONE_CYCLE_MOMENTUM ->
                t.minus(lr, t.times(t.minus(lr, t.given(4, 0.85)), t.half(oneCycleShare(t, epoch))));
            case ONE_CYCLE -> oneCycle(t, lr, epoch);
        };
    }

    private static final Datum ONE = new Datum.Num(1);

    /** How much of a number of epochs is over; 1 from its end on. */
    private static Datum share(Terms t, Datum epoch, Datum count) {
        return t.over(t.call.apply(Operation.MIN, epoch, count), count);
    }

    /** How many milestones an epoch has reached. */
    private static Datum passed(Terms t, Datum epoch) {
        Tensor milestones = t.call.vector(2);
        t.refuseHistory(2);
        Datum passed = t.times(new Datum.Num(0), epoch);
        for (double each : t.call.workspace().numbers(milestones)) {
            passed = t.plus(passed, t.call.apply(Operation.GREATER_OR_EQUAL, epoch, new Datum.Num(each)));
        }
        return passed;
    }

    /** How much of the way to the next restart is over. */
    private static Datum sinceRestart(Terms t, Datum epoch) {
        double first = t.whole(2);
        double longer = t.call.has(3) ? t.whole(3) : 1;
        double[] epochs = epoch instanceof Tensor several
                ? t.call.workspace().numbers(several)
                : new double[] {t.call.workspace().number(epoch)};
        double[] begun = new double[epochs.length];
        double[] lengths = new double[epochs.length];
        for (int i = 0; i < epochs.length; i++) {
            double length = first;
            double start = longer == 1 && epochs[i] >= 0 ? first * Math.floor(epochs[i] / first) : 0;
            while (longer > 1 && epochs[i] - start >= length && Double.isFinite(epochs[i])) {
                start += length;
                length *= longer;
            }
            begun[i] = start;
            lengths[i] = length;
        }
        return t.over(t.minus(epoch, like(epoch, begun)), like(epoch, lengths));
    }

    private static Datum like(Datum epoch, double[] numbers) {
        return epoch instanceof Tensor several ? several.withNumbers(numbers) : new Datum.Num(numbers[0]);
    }

    /** How high a cycle has risen, from 0 to 1: of the two ways the one that is lower, as they meet at the top. */
    private static Datum cycle(Terms t, Datum epoch) {
        double up = t.call.has(3) ? t.whole(3) : 2000;
        double down = t.call.has(4) && t.call.number(4) != 0 ? t.whole(4) : up;
        String mode = Plateau.word(t.call, 5, List.of("triangular", "triangular2", "exp_range"));
        Datum cycles = t.over(epoch, new Datum.Num(up + down));
        Datum before = t.call.apply(Operation.FLOOR, cycles);
        Datum place = t.minus(cycles, before);
        double top = up / (up + down);
        Datum height = t.call.apply(
                Operation.MIN, t.over(place, new Datum.Num(top)), t.over(t.minus(ONE, place), new Datum.Num(1 - top)));
        return switch (mode) {
            case "triangular2" -> t.times(height, t.power(new Datum.Num(0.5), before));
            case "exp_range" -> t.times(height, t.power(t.given(6, 1), epoch));
            default -> height;
        };
    }

    /** Up from the first rate, then down to the last: of the two ways the one that is behind, as they meet at the top. */
    private static Datum oneCycle(Terms t, Datum most, Datum epoch) {
        double top = t.part(3, 0.3) * t.whole(2) - 1;
        Datum first = t.over(most, t.given(4, 25));
        Datum lowest = t.over(first, t.given(5, 10000));
        Datum falls = t.call.apply(Operation.GREATER, epoch, new Datum.Num(top));
        Datum low = t.plus(t.times(first, t.minus(ONE, falls)), t.times(lowest, falls));
        Datum share = oneCycleShare(t, epoch);
        return t.plus(low, t.times(t.minus(most, low), t.half(share)));
    }

    /** From 0 to 1 at the top, and back to 0 at the end. */
    private static Datum oneCycleShare(Terms t, Datum epoch) {
        int total = t.whole(2);
        double last = total - 1;
        double top = t.part(3, 0.3) * total - 1;
        Datum share = ONE;
        if (top > 0) {
            share = t.call.apply(Operation.MIN, share, t.over(epoch, new Datum.Num(top)));
        }
        if (top < last) {
            Datum left = t.call.apply(Operation.MAX, t.minus(new Datum.Num(last), epoch), new Datum.Num(0));
            share = t.call.apply(Operation.MIN, share, t.over(left, new Datum.Num(last - top)));
        }
        return share;
    }

    /** Arithmetic on the arguments of a call. */
    private record Terms(Call call) {
        Datum given(int parameter, double standard) {
            return call.has(parameter) ? call.numeric(parameter) : new Datum.Num(standard);
        }

        Datum count(int parameter, int standard) {
            return call.has(parameter) ? count(parameter) : new Datum.Num(standard);
        }

        Datum count(int parameter) {
            return new Datum.Num(whole(parameter));
        }

        int whole(int parameter) {
            refuseHistory(parameter);
            return call.whole(parameter, 1, Integer.MAX_VALUE);
        }

        /** A number from 0 to 1. */
        double part(int parameter, double standard) {
            if (!call.has(parameter)) {
                return standard;
            }
            refuseHistory(parameter);
            double part = call.number(parameter);
            if (!(part >= 0 && part <= 1)) {
                throw call.problem(
                        parameter,
                        ErrorCode.BAD_ARGUMENT,
                        "this must be a number from 0 to 1, and it is " + Numerals.shortest(part),
                        "leave it out for " + Numerals.shortest(standard));
            }
            return part;
        }

        /** A schedule jumps where an epoch is counted, so there is no derivative in what counts them. */
        void refuseHistory(int parameter) {
            if (Arithmetic.hasHistory(call.get(parameter))) {
                throw call.problem(
                        parameter,
                        ErrorCode.HAS_HISTORY,
                        call.name() + " counts epochs by this, and it has a history",
                        "take it without its history, by detach(…)");
            }
        }

        Datum plus(Datum a, Datum b) {
            return call.apply(Operation.ADD, a, b);
        }

        Datum minus(Datum a, Datum b) {
            return call.apply(Operation.SUBTRACT, a, b);
        }

        Datum times(Datum a, Datum b) {
            return call.apply(Operation.MULTIPLY, a, b);
        }

        Datum over(Datum a, Datum b) {
            return call.apply(Operation.DIVIDE, a, b);
        }

        Datum power(Datum a, Datum b) {
            return call.apply(Operation.POWER, a, b);
        }

        /** From 0 to 1 as half a wave of the cosine. */
        Datum half(Datum share) {
            Datum wave = call.apply(Operation.COS, times(new Datum.Num(Math.PI), share));
            return over(minus(ONE, wave), new Datum.Num(2));
        }
    }
}
