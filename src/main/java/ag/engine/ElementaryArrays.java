package ag.engine;

/**
 * Elementary functions of whole arrays, with the digits of {@link Elementary} bit for bit and several times its speed. Every
 * method reads {@code in[from]} to {@code in[from + count - 1]} and writes the same places of {@code out}; the two may be one
 * array.
 *
 * <p>The just-in-time compiler turns a loop into vector instructions only if it is short, uses one index for all its arrays,
 * and holds no branch and no move between floating point and integer registers. So these moves have a loop of their own,
 * which also notices a number that the plain formula cannot take (infinite, NaN, far out); an array with such a number is
 * done one by one.
 *
 * <p>An instance holds room for intermediate results: one for each thread.
 */
public final class ElementaryArrays {
    private final double[] first;
    private final double[] second;
    private final double[] third;
    private final double[] fourth;

    /**
     * Room for arrays of some length. Short arrays, which stay in the nearest cache together with the room for their
     * intermediate results, are the fastest.
     *
     * @param length what {@code from + count} does not exceed in any call
     */
    public ElementaryArrays(int length) {
        first = new double[length];
        second = new double[length];
        third = new double[length];
        fourth = new double[length];
    }

    /** The length there is room for. */
    public int length() {
        return first.length;
    }

    /** {@link Elementary#exp} of each number. */
    public void exp(double[] in, double[] out, int from, int count) {
        int end = from + count;
        double[] rounded = first;
        double[] scale = second;
        for (int i = from; i < end; i++) {
            rounded[i] = in[i] * Elementary.INVERSE_LN2 + Elementary.ROUNDER;
        }
        if (scales(rounded, scale, from, end)) {
            for (int i = from; i < end; i++) {
                out[i] = Elementary.expReduced(in[i], rounded[i] - Elementary.ROUNDER) * scale[i];
            }
        } else {
            for (int i = from; i < end; i++) {
                out[i] = Elementary.exp(in[i]);
            }
        }
    }

    /**
     * {@code out[i] = e^(in[i] - less[i])}, added to {@code sums[i]} as well: what softmax does row by row. In one go, as most of
     * the time of a short loop is its beginning and its end.
     */
    public void exp(double[] in, double[] less, double[] out, double[] sums, int count) {
        double[] rounded = first;
        double[] scale = second;
        for (int i = 0; i < count; i++) {
            double difference = in[i] - less[i];
            out[i] = difference;
            rounded[i] = difference * Elementary.INVERSE_LN2 + Elementary.ROUNDER;
        }
        if (scales(rounded, scale, 0, count)) {
            for (int i = 0; i < count; i++) {
                double power = Elementary.expReduced(out[i], rounded[i] - Elementary.ROUNDER) * scale[i];
                out[i] = power;
                sums[i] += power;
            }
        } else {
            for (int i = 0; i < count; i++) {
                out[i] = Elementary.exp(out[i]);
                sums[i] += out[i];
            }
        }
    }

    /**
     * {@link Elementary#tanh} of each number, and its derivative, which shares most of the work. The power of two is made by
     * shifting, in two steps since 31 bits are too few: moves between floating point and integer registers are not vectorised,
     * conversions are.
     */
    public void tanh(double[] in, double[] out, double[] slope, int count) {
        if (!areBelow(Elementary.TANH_PLAIN, in, count)) {
            for (int i = 0; i < count; i++) {
                double x = in[i];
                out[i] = Elementary.tanh(x);
                slope[i] = Elementary.tanhSlope(x);
            }
            return;
        }
        for (int i = 0; i < count; i++) {
            double x = in[i];
            double twice = Math.abs(x) + Math.abs(x);
            double n = (twice * Elementary.INVERSE_LN2 + Elementary.ROUNDER) - Elementary.ROUNDER;
            int whole = (int) n;
            int half = whole >> 1;
            double t = Elementary.scaledExpm1(twice, n, (double) (1 << half) * (double) (1 << (whole - half)));
            out[i] = Math.signum(x) * Elementary.tanhOf(t);
            slope[i] = Elementary.tanhSlopeOf(t);
        }
    }

    /** {@link Elementary#sigmoid} of each number. */
    public void sigmoid(double[] in, double[] out, int from, int count) {
        int end = from + count;
        for (int i = from; i < end; i++) {
            out[i] = Math.min(in[i], Elementary.SIGMOID_IS_ONE);
        }
        exp(out, out, from, count);
        for (int i = from; i < end; i++) {
            out[i] = Elementary.sigmoidOf(out[i]);
        }
    }

    /** {@link Elementary#sigmoid} of each number, and its derivative; {@code out} may be {@code in}. */
    public void sigmoid(double[] in, double[] out, double[] slope, int count) {
        if (!areBelow(Elementary.SIGMOID_IS_ONE, in, count)) {
            for (int i = 0; i < count; i++) {
                double x = in[i];
                out[i] = Elementary.sigmoid(x);
                slope[i] = Elementary.sigmoidSlope(x);
            }
            return;
        }
        exp(in, out, 0, count);
        for (int i = 0; i < count; i++) {
            slope[i] = Elementary.sigmoidSlopeOf(out[i]);
        }
        for (int i = 0; i < count; i++) {
            out[i] = Elementary.sigmoidOf(out[i]);
        }
    }

    /** Whether none of the numbers is infinite. */
    public boolean areFinite(double[] in, int count) {
        return areBelow(Double.POSITIVE_INFINITY, in, count);
    }

    /** Whether all numbers are closer to 0 than a bound; NaN is not. */
    private static boolean areBelow(double bound, double[] in, int count) {
        double largest = 0;
        for (int i = 0; i < count; i++) {
            largest = Math.max(largest, Math.abs(in[i]));
        }
        return largest < bound;
    }

    /** {@link Elementary#log} of each number. */
    public void log(double[] in, double[] out, int from, int count) {
        int end = from + count;
        double[] mantissa = first;
        double[] exponent = second;
        long odd = 0;
        for (int i = from; i < end; i++) {
            long bits = Double.doubleToRawLongBits(in[i]);
            odd |= Elementary.outOfLog(bits);
            mantissa[i] = Elementary.mantissa(bits);
            exponent[i] = Elementary.exponent(bits);
        }
        if (odd >= 0) {
            double[] part = third;
            for (int i = from; i < end; i++) {
                part[i] = Elementary.logPart(mantissa[i]);
            }
            for (int i = from; i < end; i++) {
                out[i] = Elementary.logSum(part[i], mantissa[i], exponent[i], 0);
            }
        } else {
            for (int i = from; i < end; i++) {
                out[i] = Elementary.log(in[i]);
            }
        }
    }

    /** {@link Elementary#log1p} of each number. */
    public void log1p(double[] in, double[] out, int from, int count) {
        int end = from + count;
        double[] mantissa = first;
        double[] exponent = second;
        long odd = 0;
        for (int i = from; i < end; i++) {
            long bits = Double.doubleToRawLongBits(1 + in[i]);
            odd |= Elementary.outOfLog1p(in[i], bits);
            mantissa[i] = Elementary.mantissa(bits);
            exponent[i] = Elementary.exponent(bits);
        }
        if (odd >= 0) {
            for (int i = from; i < end; i++) {
                double sum = 1 + in[i];
                out[i] = Elementary.lostBySum(in[i], sum) / sum;
            }
            double[] part = third;
            for (int i = from; i < end; i++) {
                part[i] = Elementary.logPart(mantissa[i]);
            }
            for (int i = from; i < end; i++) {
                out[i] = Elementary.logSum(part[i], mantissa[i], exponent[i], out[i]);
            }
        } else {
            for (int i = from; i < end; i++) {
                out[i] = Elementary.log1p(in[i]);
            }
        }
    }

    /** {@link Elementary#softplus} of each number. */
    public void softplus(double[] in, double[] out, int from, int count) {
        int end = from + count;
        double[] part = fourth;
        for (int i = from; i < end; i++) {
            part[i] = -Math.abs(in[i]);
        }
        exp(part, part, from, count);
        log1p(part, part, from, count);
        for (int i = from; i < end; i++) {
            out[i] = Math.max(in[i], 0) + part[i];
        }
    }

    /** Powers of two for the rounded exponents; false if one is out of the range of the plain formulas. */
    private static boolean scales(double[] rounded, double[] scale, int from, int end) {
        long distances = 0;
        for (int i = from; i < end; i++) {
            distances |= Elementary.distanceInScale(rounded[i]);
            scale[i] = Elementary.powerOfTwo(rounded[i]);
        }
        return Elementary.isInScale(distances);
    }
}
