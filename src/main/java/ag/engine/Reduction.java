package ag.engine;

/** The operations that take a whole vector: their values and what they hand back to each element. */
final class Reduction {
    private Reduction() {}

    static double value(Tape tape, Operation operation, int at) {
        double[] value = tape.value;
        OperandLists lists = tape.lists;
        if (operation == Operation.DOT) {
            return dot(value, lists, at);
        }
        int n = lists.length(at);
        return switch (operation) {
            case SUM -> {
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    sum += value[lists.get(at, i)];
                }
                yield sum;
            }
            case LARGEST -> {
                double largest = Double.NEGATIVE_INFINITY;
                for (int i = 0; i < n; i++) {
                    largest = Math.max(largest, value[lists.get(at, i)]);
                }
                yield largest;
            }
            case SMALLEST -> {
                double smallest = Double.POSITIVE_INFINITY;
                for (int i = 0; i < n; i++) {
                    smallest = Math.min(smallest, value[lists.get(at, i)]);
                }
                yield smallest;
            }
            case NORM -> norm(value, lists, at, n);
            case LOGSUMEXP -> logSumExp(value, lists, at, n);
            case ELEMENT -> {
                int chosen = chosen(value[lists.get(at, 0)], n);
                yield chosen == 0 ? Double.NaN : value[lists.get(at, chosen)];
            }
            default -> throw new IllegalArgumentException(operation.title() + " is not a reduction");
        };
    }

    /** The local derivative of a reduction in its i-th element. */
    static double slope(Tape tape, int node, int index) {
        Operation operation = tape.operation(node);
        OperandLists lists = tape.lists;
        int at = tape.first[node];
        double y = tape.value[node];
        if (operation == Operation.DOT) {
            return tape.value[partner(lists, at, index)];
        }
        double x = tape.value[lists.get(at, index)];
        return switch (operation) {
            case SUM -> 1;
            case LARGEST, SMALLEST -> x == y ? 1.0 / ties(tape.value, lists, at, y) : 0;
            case NORM -> y == 0 ? 0 : x / y;
            case LOGSUMEXP -> Shares.of(tape.value, lists, at).of(x);
            case ELEMENT -> index > 0 && index == chosen(tape.value[lists.get(at, 0)], lists.length(at)) ? 1 : 0;
            default -> throw new IllegalArgumentException(operation.title() + " is not a reduction");
        };
    }

    /** The node that a dot product multiplies its operand number {@code index} by. */
    private static int partner(OperandLists lists, int at, int index) {
        int length = lists.length(at);
        if (lists.isRuns(at)) {
            return index < length ? lists.get(at, 1) + index : lists.get(at, 0) + index - length;
        }
        int half = length / 2;
        return lists.get(at, index < half ? index + half : index - half);
    }

    static void backward(Tape tape, Operation operation, int node, double[] gradient) {
        OperandLists lists = tape.lists;
        int at = tape.first[node];
        double g = gradient[node];
        if (operation == Operation.DOT) {
            backwardDot(tape, at, g, gradient);
            return;
        }
        if (operation == Operation.LOGSUMEXP) {
            backwardLogSumExp(tape, at, g, gradient);
            return;
        }
        double[] value = tape.value;
        double y = value[node];
        int n = lists.length(at);
        int ties = operation == Operation.LARGEST || operation == Operation.SMALLEST ? ties(value, lists, at, y) : 1;
        int chosen = operation == Operation.ELEMENT ? chosen(value[lists.get(at, 0)], n) : 0;
        for (int i = 0; i < n; i++) {
            int element = lists.get(at, i);
            double x = value[element];
            tape.code[element] |= Tape.REACHED;
            gradient[element] += switch (operation) {
                case SUM -> g;
                case LARGEST, SMALLEST -> x == y ? g / ties : 0;
                case NORM -> y == 0 ? 0 : g * (x / y);
                case ELEMENT -> i > 0 && i == chosen ? g : 0;
                default -> throw new IllegalArgumentException(operation.title() + " is not a reduction");
            };
        }
    }

    static int ties(double[] value, OperandLists lists, int at, double y) {
        int ties = 0;
        for (int i = 0; i < lists.length(at); i++) {
            ties += value[lists.get(at, i)] == y ? 1 : 0;
        }
        return ties;
    }

    /** The operand that an index means, the index being the first of {@code n}; 0 where it means none. */
    private static int chosen(double index, int n) {
        int place = (int) index;
        return place == index && place >= 0 && place < n - 1 ? place + 1 : 0;
    }

    private static double dot(double[] value, OperandLists lists, int at) {
        int n = lists.length(at);
        double sum = 0;
        if (lists.isRuns(at)) {
            int a = lists.get(at, 0);
            int b = lists.get(at, 1);
            for (int i = 0; i < n; i++) {
                sum += value[a + i] * value[b + i];
            }
        } else {
            int half = n / 2;
            for (int i = 0; i < half; i++) {
                sum += value[lists.get(at, i)] * value[lists.get(at, half + i)];
            }
        }
        return sum;
    }

    private static void backwardLogSumExp(Tape tape, int at, double g, double[] gradient) {
        OperandLists lists = tape.lists;
        Shares shares = Shares.of(tape.value, lists, at);
        for (int i = 0; i < lists.length(at); i++) {
            int element = lists.get(at, i);
            tape.code[element] |= Tape.REACHED;
            gradient[element] += g * shares.of(tape.value[element]);
        }
    }

    private static void backwardDot(Tape tape, int at, double g, double[] gradient) {
        OperandLists lists = tape.lists;
        double[] value = tape.value;
        byte[] code = tape.code;
        int n = lists.length(at);
        if (lists.isRuns(at)) {
            int a = lists.get(at, 0);
            int b = lists.get(at, 1);
            for (int i = 0; i < n; i++) {
                gradient[a + i] += g * value[b + i];
            }
            for (int i = 0; i < n; i++) {
                gradient[b + i] += g * value[a + i];
            }
            for (int i = 0; i < n; i++) {
                code[a + i] |= Tape.REACHED;
                code[b + i] |= Tape.REACHED;
            }
            return;
        }
        int half = n / 2;
        for (int i = 0; i < half; i++) {
            int a = lists.get(at, i);
            int b = lists.get(at, half + i);
            gradient[a] += g * value[b];
            gradient[b] += g * value[a];
            code[a] |= Tape.REACHED;
            code[b] |= Tape.REACHED;
        }
    }

    /** The length of a vector, scaled by its largest element where the squares would overflow or vanish. */
    private static double norm(double[] value, OperandLists lists, int at, int n) {
        double squares = 0;
        double largest = 0;
        for (int i = 0; i < n; i++) {
            double x = value[lists.get(at, i)];
            squares += x * x;
            largest = Math.max(largest, Math.abs(x));
        }
        if ((squares > 1e-290 && squares < Double.POSITIVE_INFINITY) || largest == 0 || !Double.isFinite(largest)) {
            return Math.sqrt(squares);
        }
        double scaled = 0;
        for (int i = 0; i < n; i++) {
            double x = value[lists.get(at, i)] / largest;
            scaled += x * x;
        }
        return largest * Math.sqrt(scaled);
    }

    /**
     * m + log(1 + Σ e^(x - m)) with m the largest element, which the sum leaves out: nothing overflows, and what the others add to m
     * keeps its digits.
     */
    private static double logSumExp(double[] value, OperandLists lists, int at, int n) {
        int largest = largest(value, lists, at, n);
        double m = value[lists.get(at, largest)];
        return Double.isInfinite(m) ? m : m + Elementary.log1p(others(value, lists, at, n, largest));
    }

    /** The place of the first element that no other exceeds; of a NaN where there is one. */
    private static int largest(double[] value, OperandLists lists, int at, int n) {
        int largest = 0;
        for (int i = 1; i < n; i++) {
            double x = value[lists.get(at, i)];
            if (x > value[lists.get(at, largest)] || Double.isNaN(x)) {
                largest = i;
            }
        }
        return largest;
    }

    /** Σ e^(x - m) over all elements but that of place {@code largest}, which is m. */
    private static double others(double[] value, OperandLists lists, int at, int n, int largest) {
        double m = value[lists.get(at, largest)];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += i == largest ? 0 : expOfDifference(value[lists.get(at, i)], m);
        }
        return sum;
    }

    /** What an element's exponential is divided by: Σ e^(x - m), and m. Not the rounded logarithm, which has lost their digits. */
    private record Shares(double m, double total) {
        static Shares of(double[] value, OperandLists lists, int at) {
            int n = lists.length(at);
            int largest = largest(value, lists, at, n);
            return new Shares(value[lists.get(at, largest)], 1 + others(value, lists, at, n, largest));
        }

        /** e^x over the sum of all e^x; 0 for an element of -inf even when the whole vector is -inf. */
        double of(double x) {
            return x == Double.NEGATIVE_INFINITY ? 0 : expOfDifference(x, m) / total;
        }
    }

    /** e^(a - b), with what rounding took away from the difference. */
    private static double expOfDifference(double a, double b) {
        double difference = a - b;
        double power = Elementary.exp(difference);
        double lost = Slopes.lostByDifference(a, b, difference);
        return power == 0 || Double.isNaN(lost) ? power : power + power * lost;
    }
}
