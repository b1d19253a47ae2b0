package ag.lang.interpreter;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Kinds;
import ag.lang.values.Tensor;
import ag.result.Numerals;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * {@code 0..1 by 0.25}: numbers at equal distances. They are counted and computed as decimals, as they are written, so that
 * {@code 0..1 by 0.1} has eleven numbers, and 0.3 is one of them.
 */
record SteppedRange(
        Code low, Code high, Code step, boolean withEnd, Span lowSpan, Span highSpan, Span stepSpan, Span span)
        implements Code {
    private static final int MOST = 100_000_000;

    @Override
    public Datum run(Frame frame) {
        BigDecimal from = number(frame, low, lowSpan);
        BigDecimal to = number(frame, high, highSpan);
        BigDecimal apart = number(frame, step, stepSpan);
        BigDecimal length = to.subtract(from);
        if (apart.signum() == 0) {
            throw new AgException(
                    ErrorCode.BAD_RANGE, "a range by 0 never ends", stepSpan, "write: 0..1 by 0.25, or 1..0 by -0.25");
        }
        if (apart.signum() * length.signum() < 0) {
            // A start beyond the end, as in 2i..n by i: nothing is left to count, as in a range without steps.
            return Tensor.vector(new double[0]);
        }
        BigDecimal steps = length.divide(apart, 0, RoundingMode.FLOOR);
        boolean endsThere = steps.multiply(apart).compareTo(length) == 0;
        BigDecimal count = endsThere && !withEnd ? steps : steps.add(BigDecimal.ONE);
        if (count.compareTo(BigDecimal.valueOf(MOST)) > 0) {
            throw new AgException(
                    ErrorCode.TOO_LARGE,
                    "a range of that many numbers is too long",
                    span,
                    "at most " + MOST + " numbers go");
        }
        double[] numbers = new double[count.intValue()];
        for (int i = 0; i < numbers.length; i++) {
            if (i % 65_536 == 0) {
                frame.machine.workspace.checkStop(span);
            }
            numbers[i] = from.add(apart.multiply(BigDecimal.valueOf(i))).doubleValue();
        }
        return Tensor.vector(numbers);
    }

    private static BigDecimal number(Frame frame, Code code, Span span) {
        Datum datum = code.run(frame);
        if (!Arithmetic.isNumber(datum)) {
            throw new AgException(
                    ErrorCode.WRONG_TYPE, "a range goes over numbers, and this is " + Kinds.article(datum), span, "");
        }
        double number = frame.machine.workspace.number(datum);
        if (!Double.isFinite(number)) {
            throw new AgException(
                    ErrorCode.BAD_RANGE, "a range has finite ends, and this is " + Numerals.shortest(number), span, "");
        }
        return BigDecimal.valueOf(number);
    }
}
