package ag.engine;

/** The operations that take a whole vector: their values and what they hand back to each element. */
final class Reduction {
    private Reduction() {}

    static double value(Tape tape, Operation operation, int at) {
        Columns columns = tape.columns;
        OperandLists lists = tape.lists;
        if (operation == Operation.DOT) {
            return dot(columns, lists, at);
        }
        int n = lists.length(at);
        return switch (operation) {
            case SUM -> {
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    sum += columns.value(lists.get(at, i));
                }
                yield sum;
            }
            case LARGEST -> {
                double largest = Double.NEGATIVE_INFINITY;
                for (int i = 0; i < n; i++) {
                    largest = Math.max(largest, columns.value(lists.get(at, i)));
                }
                yield largest;
            }
            case SMALLEST -> {
                double smallest = Double.POSITIVE_INFINITY;
                for (int i = 0; i < n; i++) {
                    smallest = Math.min(smallest, columns.value(lists.get(at, i)));
                }
                yield smallest;
            }
            case NORM -> norm(columns, lists, at, n);
            case LOGSUMEXP -> logSumExp(columns, lists, at, n);
            case ELEMENT -> {
                int chosen = chosen(columns.value(lists.get(at, 0)), n);
                yield chosen == 0 ? Double.NaN : columns.value(lists.get(at, chosen));
            }
            default -> throw new IllegalArgumentException(operation.title() + " is not a reduction");
        };
    }

    /** The local derivative of a reduction in its i-th element. */
    static double slope(Tape tape, int node, int index) {
        Operation operation = tape.operation(node);
        OperandLists lists = tape.lists;
        int at = tape.columns.first(node);
        double y = tape.columns.value(node);
        if (operation == Operation.DOT) {
            return tape.columns.value(partner(lists, at, index));
        }
        double x = tape.columns.value(lists.get(at, index));
        return switch (operation) {
            case SUM -> 1;
            case LARGEST, SMALLEST -> x == y ? 1.0 / ties(tape.columns, lists, at, y) : 0;
            case NORM -> y == 0 ? 0 : x / y;
            case LOGSUMEXP -> Shares.of(tape.columns, lists, at).of(x);
            case ELEMENT ->
                index > 0 && index == chosen(tape.columns.value(lists.get(at, 0)), lists.length(at)) ? 1 : 0;
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

    static void backward(Tape tape, Operation operation, int node, GradientColumn gradient) {
        OperandLists lists = tape.lists;
        int at = tape.columns.first(node);
        double g = gradient.get(node);
        if (operation == Operation.DOT) {
            backwardDot(tape, at, g, gradient);
            return;
        }
        if (operation == Operation.LOGSUMEXP) {
            backwardLogSumExp(tape, at, g, gradient);
            return;
        }
        Columns columns = tape.columns;
        double y = columns.value(node);
        int n = lists.length(at);
        int ties = operation == Operation.LARGEST || operation == Operation.SMALLEST ? ties(columns, lists, at, y) : 1;
        int chosen = operation == Operation.ELEMENT ? chosen(columns.value(lists.get(at, 0)), n) : 0;
        for (int i = 0; i < n; i++) {
            int element = lists.get(at, i);
            double x = columns.value(element);
            tape.columns.reach(element);
            double share = switch (operation) {
                case SUM -> g;
                case LARGEST, SMALLEST -> x == y ? g / ties : 0;
                case NORM -> y == 0 ? 0 : g * (x / y);
                case ELEMENT -> i > 0 && i == chosen ? g : 0;
                default -> throw new IllegalArgumentException(operation.title() + " is not a reduction");
            };
            gradient.add(element, share);
        }
    }

    static int ties(Columns columns, OperandLists lists, int at, double y) {
        int ties = 0;
        for (int i = 0; i < lists.length(at); i++) {
            ties += columns.value(lists.get(at, i)) == y ? 1 : 0;
        }
        return ties;
    }

    /** The operand that an index means, the index being the first of {@code n}; 0 where it means none. */
    private static int chosen(double index, int n) {
        int place = (int) index;
        return place == index && place >= 0 && place < n - 1 ? place + 1 : 0;
    }

    private static double dot(Columns columns, OperandLists lists, int at) {
        int n = lists.length(at);
        double sum = 0;
        if (lists.isRuns(at)) {
            int a = lists.get(at, 0);
            int b = lists.get(at, 1);
            if (Columns.isWithinChunk(a, n) && Columns.isWithinChunk(b, n)) {
                return dot(columns.values(a), Columns.place(a), columns.values(b), Columns.place(b), n);
            }
            for (int i = 0; i < n; i++) {
                sum += columns.value(a + i) * columns.value(b + i);
            }
        } else {
            int half = n / 2;
            for (int i = 0; i < half; i++) {
                sum += columns.value(lists.get(at, i)) * columns.value(lists.get(at, half + i));
            }
        }
        return sum;
    }

    private static double dot(double[] valueA, int a, double[] valueB, int b, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += valueA[a + i] * valueB[b + i];
        }
        return sum;
    }

    private static void backwardLogSumExp(Tape tape, int at, double g, GradientColumn gradient) {
        OperandLists lists = tape.lists;
        Shares shares = Shares.of(tape.columns, lists, at);
        for (int i = 0; i < lists.length(at); i++) {
            int element = lists.get(at, i);
            tape.columns.reach(element);
            gradient.add(element, g * shares.of(tape.columns.value(element)));
        }
    }

    private static void backwardDot(Tape tape, int at, double g, GradientColumn gradient) {
        OperandLists lists = tape.lists;
        Columns columns = tape.columns;
        int n = lists.length(at);
        if (lists.isRuns(at)) {
            int a = lists.get(at, 0);
            int b = lists.get(at, 1);
            handRun(columns, gradient, g, a, b, n);
            handRun(columns, gradient, g, b, a, n);
            columns.reach(a, n);
            columns.reach(b, n);
            return;
        }
        int half = n / 2;
        for (int i = 0; i < half; i++) {
            int a = lists.get(at, i);
            int b = lists.get(at, half + i);
            gradient.add(a, g * columns.value(b));
            gradient.add(b, g * columns.value(a));
            columns.reach(a);
            columns.reach(b);
        }
    }

    /** Adds g times the values of one run to the gradients of the other. */
    private static void handRun(Columns columns, GradientColumn gradient, double g, int to, int from, int n) {
        if (Columns.isWithinChunk(to, n) && Columns.isWithinChunk(from, n)) {
            double[] gradients = gradient.chunk(to);
            double[] values = columns.values(from);
            int at = Columns.place(to);
            int other = Columns.place(from);
            for (int i = 0; i < n; i++) {
                gradients[at + i] += g * values[other + i];
            }
            return;
        }
        for (int i = 0; i < n; i++) {
            gradient.add(to + i, g * columns.value(from + i));
        }
    }

    /** The length of a vector, scaled by its largest element where the squares would overflow or vanish. */
    private static double norm(Columns columns, OperandLists lists, int at, int n) {
        double squares = 0;
        double largest = 0;
        for (int i = 0; i < n; i++) {
            double x = columns.value(lists.get(at, i));
            squares += x * x;
            largest = Math.max(largest, Math.abs(x));
        }
        if ((squares > 1e-290 && squares < Double.POSITIVE_INFINITY) || largest == 0 || !Double.isFinite(largest)) {
            return Math.sqrt(squares);
        }
        double scaled = 0;
        for (int i = 0; i < n; i++) {
            double x = columns.value(lists.get(at, i)) / largest;
            scaled += x * x;
        }
        return largest * Math.sqrt(scaled);
    }

    /**
     * m + log(1 + Σ e^(x - m)) with m the largest element, which the sum leaves out: nothing overflows, and what the others add to m
     * keeps its digits.
     */
    private static double logSumExp(Columns columns, OperandLists lists, int at, int n) {
        int largest = largest(columns, lists, at, n);
        double m = columns.value(lists.get(at, largest));
        return Double.isInfinite(m) ? m : m + Elementary.log1p(others(columns, lists, at, n, largest));
    }

    /** The place of the first element that no other exceeds; of a NaN where there is one. */
    private static int largest(Columns columns, OperandLists lists, int at, int n) {
        int largest = 0;
        for (int i = 1; i < n; i++) {
            double x = columns.value(lists.get(at, i));
            if (x > columns.value(lists.get(at, largest)) || Double.isNaN(x)) {
                largest = i;
            }
        }
        return largest;
    }

    /** Σ e^(x - m) over all elements but that of place {@code largest}, which is m. */
    private static double others(Columns columns, OperandLists lists, int at, int n, int largest) {
        double m = columns.value(lists.get(at, largest));
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += i == largest ? 0 : expOfDifference(columns.value(lists.get(at, i)), m);
        }
        return sum;
    }

    /** What an element's exponential is divided by: Σ e^(x - m), and m. Not the rounded logarithm, which has lost their digits. */
    private record Shares(double m, double total) {
        static Shares of(Columns columns, OperandLists lists, int at) {
            int n = lists.length(at);
            int largest = largest(columns, lists, at, n);
            return new Shares(columns.value(lists.get(at, largest)), 1 + others(columns, lists, at, n, largest));
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
