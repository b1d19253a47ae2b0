package ag.engine;

import org.jspecify.annotations.Nullable;

/**
 * Where Values live: columns of operation, operands and result, one row for each Value, in the order they were
 * made. A Value is named by its index, its <em>node</em>. Since an operand is always made before what is built on it, the
 * order of the tape is a topological order, and the backward pass is one scan from the result down.
 *
 * <pre>{@code
 * Tape tape = new Tape();
 * int a = tape.input(2), b = tape.input(3);
 * int y = tape.add(tape.multiply(a, b), a);
 * tape.backward(y);
 * tape.gradient(a);   // 4.0
 * }</pre>
 *
 * <p>{@link #set} changes an input; every value built on it follows the next time it is asked for. {@link #mark} and
 * {@link #rewind} drop what was made since a point. A tape is not for use by several threads at once.
 */
public final class Tape {
    // The codes that the scans below switch on; a test holds them equal to the ordinals of the table's rows.
    static final int INPUT = 0;
    static final int CONSTANT = 1;
    static final int ADD = 2;
    static final int SUBTRACT = 3;
    static final int MULTIPLY = 4;
    static final int DIVIDE = 5;
    static final int NEGATE = 6;
    static final int POWER = 7;
    /** Reached by the last backward pass; kept in the sign bit of the operation code, which costs no memory. */
    static final byte REACHED = (byte) 0x80;

    private static final int CODE = 0x7f;
    private static final int[] NO_OPERANDS = {};
    private static final int SMALLEST = 1024;

    /** Below this many nodes every collection is cheap. */
    private static final int LARGE = 1 << 18;

    /** Dead nodes are few where there are more than this many live ones for each. */
    private static final int LITTLE = 8;

    final Columns columns;

    /** Operand lists of reductions over nodes that do not stand side by side. */
    final OperandLists lists = new OperandLists();

    /** What derivatives are built by. */
    final ParsedRules rules = new ParsedRules();

    private final GradientColumn gradient = new GradientColumn();
    private int gradientRoot = -1;
    private boolean truncated;
    private boolean gradientFinite = true;
    private boolean worthCollecting = true;
    private int origin;
    private int staleBelow;
    private int lowestChanged = Integer.MAX_VALUE;
    private @Nullable Fault fault;
    private final NonFiniteListener listener;

    /** An empty tape that grows as needed. */
    public Tape() {
        this(SMALLEST);
    }

    /** An empty tape with room for this many nodes, which saves growing step by step. */
    public Tape(int capacity) {
        this(capacity, false, NonFiniteListener.NONE);
    }

    /**
     * A tape for an interpreter.
     *
     * @param withOrigins keeps for each node the number last given to {@link #origin}
     * @param listener told of each result that turned NaN or infinite although its operands were finite
     */
    public Tape(int capacity, boolean withOrigins, NonFiniteListener listener) {
        columns = new Columns(capacity, withOrigins);
        this.listener = listener;
    }

    /** The number of nodes on the tape. */
    public int size() {
        return columns.size();
    }

    /** A new input: a leaf that gradients are taken with respect to. */
    public int input(double x) {
        return columns.push(INPUT, 0, 0, x, origin);
    }

    /** A new input that carries two numbers of the caller's, returned by {@link #owner} and {@link #element}. */
    public int input(double x, int owner, int element) {
        return columns.push(INPUT, owner, element, x, origin);
    }

    /** A new constant: a leaf that is never differentiated. */
    public int constant(double x) {
        return columns.push(CONSTANT, 0, 0, x, origin);
    }

    public int add(int a, int b) {
        freshen(a, b);
        return result(ADD, a, b, columns.value(a) + columns.value(b));
    }

    public int subtract(int a, int b) {
        freshen(a, b);
        return result(SUBTRACT, a, b, columns.value(a) - columns.value(b));
    }

    public int multiply(int a, int b) {
        freshen(a, b);
        if (((columns.code(a) ^ columns.code(b)) & CODE) == 0
                && Squares.isRoot(this, a)
                && Squares.areSame(this, a, b)) {
            return Squares.square(this, a);
        }
        return result(MULTIPLY, a, b, columns.value(a) * columns.value(b));
    }

    public int divide(int a, int b) {
        freshen(a, b);
        return result(DIVIDE, a, b, columns.value(a) / columns.value(b));
    }

    public int negate(int a) {
        freshen(a, a);
        return result(NEGATE, a, a, -columns.value(a));
    }

    /** A named function of one number, such as {@code tape.apply(Operation.TANH, x)}. */
    public int apply(Operation operation, int a) {
        if (!(operation.partials() instanceof Partials.Unary unary)) {
            throw new IllegalArgumentException(operation.title() + " does not take one number");
        }
        freshen(a, a);
        return result(operation.code(), a, a, unary.value().applyAsDouble(columns.value(a)));
    }

    /** An operation of two numbers, such as {@code tape.apply(Operation.POWER, x, n)}. */
    public int apply(Operation operation, int a, int b) {
        if (!(operation.partials() instanceof Partials.Binary binary)) {
            throw new IllegalArgumentException(operation.title() + " does not take two numbers");
        }
        freshen(a, b);
        truncated |= operation == Operation.TRUNCATED;
        if (operation == Operation.POWER
                && isConstant(b)
                && Squares.isRoot(this, a)
                && Squares.isEven(columns.value(b))) {
            int square = Squares.square(this, a);
            return columns.value(b) == 2 ? square : apply(Operation.POWER, square, constant(columns.value(b) / 2));
        }
        return result(operation.code(), a, b, binary.value().applyAsDouble(columns.value(a), columns.value(b)));
    }

    /** A reduction such as {@link Operation#SUM} over the nodes; {@link Operation#DOT} takes both vectors one after the other. */
    public int reduce(Operation operation, int... operands) {
        if (!(operation.partials() instanceof Partials.Vector)) {
            throw new IllegalArgumentException(operation.title() + " does not take a vector");
        }
        if (operands.length == 0) {
            throw new IllegalArgumentException(operation.title() + " needs at least one element");
        }
        for (int operand : operands) {
            freshen(operand, operand);
        }
        int at = lists.add(operands);
        return result(operation.code(), at, operands.length, Reduction.value(this, operation, at));
    }

    /** The dot product of two runs of neighbouring nodes: one node instead of 2·length. */
    public int dotRuns(int startA, int startB, int length) {
        freshenRun(startA, length);
        freshenRun(startB, length);
        int at = lists.addRuns(startA, startB, length);
        return result(Operation.DOT.code(), at, length, Reduction.value(this, Operation.DOT, at));
    }

    /** What the node is worth now, all changes of inputs included. */
    public double value(int node) {
        freshen(node, node);
        return columns.value(node);
    }

    public Operation operation(int node) {
        return OperationArrays.operation(columns.code(node) & CODE);
    }

    /** The operands of a node, in order; none for a leaf. */
    public int[] operands(int node) {
        return switch (shape(node)) {
            case OperationArrays.LEAF -> NO_OPERANDS;
            case OperationArrays.UNARY -> new int[] {columns.first(node)};
            case OperationArrays.BINARY -> new int[] {columns.first(node), columns.second(node)};
            default -> lists.expand(columns.first(node));
        };
    }

    byte shape(int node) {
        return OperationArrays.shape(columns.code(node) & CODE);
    }

    public boolean isLeaf(int node) {
        return (columns.code(node) & CODE) <= CONSTANT;
    }

    public boolean isInput(int node) {
        return (columns.code(node) & CODE) == INPUT;
    }

    public boolean isConstant(int node) {
        return (columns.code(node) & CODE) == CONSTANT;
    }

    /** The first number an input was made with. */
    public int owner(int input) {
        return columns.first(input);
    }

    /** The second number an input was made with. */
    public int element(int input) {
        return columns.second(input);
    }

    /** From now on new nodes come from here. */
    public void origin(int number) {
        origin = number;
    }

    /** The number that new nodes are said to come from now. */
    public int origin() {
        return origin;
    }

    /** The number that stood in {@link #origin(int)} when the node was made. */
    public int originOf(int node) {
        return columns.origin(node);
    }

    /** Changes an input in place; all that is built on it follows. */
    public void set(int input, double x) {
        if (!isInput(input)) {
            throw new IllegalArgumentException("only an input can be set");
        }
        columns.value(input, x);
        lowestChanged = Math.min(lowestChanged, input);
        staleBelow = columns.size();
    }

    /** The present end of the tape, for {@link #rewind}. */
    public int mark() {
        return columns.size();
    }

    /** Drops every node made since the mark. */
    public void rewind(int mark) {
        if (mark > columns.size()) {
            throw new IllegalArgumentException("the mark lies beyond the end of the tape");
        }
        lists.rewind(this, mark, columns.size());
        columns.rewind(mark);
        staleBelow = Math.min(staleBelow, mark);
        if (gradientRoot >= mark) {
            gradientRoot = -1;
        }
    }

    /** Whether a node of {@link Operation#TRUNCATED} was ever made. */
    boolean hasTruncated() {
        return truncated;
    }

    /**
     * The backward pass: the gradient of the root with respect to every node it depends on. It starts afresh each time;
     * contributions that reach a node along several ways add up.
     *
     * @throws TruncatedException where the root is the beginning of a series that has no further derivative
     */
    public void backward(int root) {
        freshen(root, root);
        Truncation.require(this, root);
        gradient.reserve(root, columns);
        gradientRoot = root;
        if (fault == null) {
            gradientFinite = new BackwardPass(this, gradient).run(root);
        } else {
            new FaultyPass(this, gradient, fault).run(root);
        }
    }

    /**
     * A part of a backward pass, from the end of the tape down to a node: see {@link Section}.
     *
     * @param roots where it begins, with their {@code gradients}
     * @param below nodes below the floor; what they have got so far stands in {@code gathered}, and what they have got afterwards
     */
    void backward(int[] roots, double[] gradients, int floor, int[] below, double[] gathered) {
        int top = columns.size() - 1;
        gradient.reserve(top, columns);
        gradientRoot = top;
        columns.clearReached();
        gradient.clear(floor, top);
        for (int i = 0; i < gathered.length; i++) {
            gradient.set(below[i], gathered[i]);
        }
        for (int i = 0; i < roots.length; i++) {
            if (roots[i] >= floor) {
                gradient.set(roots[i], 0);
            }
        }
        for (int i = 0; i < roots.length; i++) {
            gradient.add(roots[i], gradients[i]);
            columns.reach(roots[i]);
        }
        new BackwardPass(this, gradient).scan(top, floor);
        for (int i = 0; i < gathered.length; i++) {
            gathered[i] = gradient.get(below[i]);
        }
    }

    /** From now on every backward pass makes this mistake; null for none. Returns the mistake that was made until now. */
    public @Nullable Fault inject(@Nullable Fault mistake) {
        Fault before = fault;
        fault = mistake;
        return before;
    }

    /** The mistake that backward passes make; null for none. */
    public @Nullable Fault fault() {
        return fault;
    }

    /** The derivative of a node in its operand number {@code index}, as a backward pass uses it now. */
    public double slope(int node, int index) {
        return fault == null ? LocalDerivative.value(this, node, index) : fault.slope(this, node, index);
    }

    /** The gradient that the last {@link #backward} found; 0 for a node it did not reach. */
    public double gradient(int node) {
        return isReached(node) ? gradient.get(node) : 0;
    }

    /** Whether the last {@link #backward} found a finite gradient for every input it reached. */
    public boolean isGradientFinite() {
        return gradientFinite;
    }

    /** The root of the last {@link #backward}; -1 where there is none. */
    public int gradientRoot() {
        return gradientRoot;
    }

    /** Whether the root of the last {@link #backward} depends on the node. */
    public boolean isReached(int node) {
        return node <= gradientRoot && columns.code(node) < 0;
    }

    /**
     * Marks the nodes from {@code base} on that the roots depend on: the first half of tidying up.
     * {@link #isNeeded} tells what was marked, {@link #need} marks more leaves, {@link #collect} keeps what is marked.
     */
    public void mark(int base, int[] roots) {
        beginMarking(base);
        for (int root : roots) {
            columns.reach(root);
        }
        mark(base);
    }

    /** Before {@link #need} marks what is to be kept from {@code base} on, and {@link #mark(int)} what that depends on. */
    public void beginMarking(int base) {
        gradientRoot = -1;
        if (lowestChanged < base) {
            recompute();
        }
        columns.clearReached();
    }

    /** Marks the nodes from {@code base} on that those marked by {@link #need} depend on. */
    public void mark(int base) {
        int live = Relocation.mark(this, base, columns.size());
        int dead = columns.size() - base - live;
        worthCollecting = columns.size() - base < LARGE || dead > live / LITTLE;
        // Only what stays has to be brought up to date.
        recompute(worthCollecting);
    }

    /**
     * Whether {@link #mark(int, int[])} found enough that can be dropped to be worth moving the rest. Of a long tape that is needed almost
     * whole, as that of a long loop is, nothing is moved.
     */
    public boolean isWorthCollecting() {
        return worthCollecting;
    }

    /** Whether {@link #mark(int, int[])} reached the node. */
    public boolean isNeeded(int node) {
        return columns.code(node) < 0;
    }

    /** Marks one more node to be kept; after {@link #mark(int)} only a leaf. */
    public void need(int node) {
        columns.reach(node);
    }

    /** Marks neighbours to be kept, as {@link #need(int)} marks one. */
    public void need(int start, int length) {
        columns.reach(start, length);
    }

    /** Drops what stands behind the last node that {@link #mark(int)} has marked, which moves nothing and needs no memory. */
    public void dropUnneededEnd(int base) {
        int end = columns.size();
        while (end > base && !columns.isReached(end - 1)) {
            end--;
        }
        rewind(end);
    }

    /** Keeps what the roots depend on: {@link #mark(int, int[])} and {@link #collect(int)} in one. */
    public Relocation collect(int base, int[] roots) {
        mark(base, roots);
        return collect(base);
    }

    /** Keeps what {@link #mark(int, int[])} has marked, moves it together from {@code base} up, and says where each node went. */
    public Relocation collect(int base) {
        Relocation moved = Relocation.slide(this, base, columns.size());
        columns.rewind(moved.newSize());
        return moved;
    }

    /** The memory that {@link #collect(int)} itself needs for a moment, at most, in bytes. */
    public long bytesToCollect(int base) {
        return Relocation.bytes(columns.size() - base) + lists.bytes() / 2;
    }

    /** The memory held by the tape's arrays, gradients and unused room included, in bytes. */
    public long bytes() {
        return columns.bytes() + gradient.bytes() + lists.bytes();
    }

    private int result(int operation, int a, int b, double y) {
        int node = columns.push(operation, a, b, y, origin);
        if (!(Math.abs(y) < Domain.LEAST_BESIDE_POLE) && isWithoutValue(node, y)) {
            born(node);
        }
        return node;
    }

    /** Whether a node has no number for a value: NaN, an infinity, or the huge one that stands for it beside a pole. */
    boolean isWithoutValue(int node, double y) {
        if (!Double.isFinite(y)) {
            return true;
        }
        Domain domain = operation(node).domain();
        return domain.poles() && domain.isBesidePole(columns.value(columns.first(node)), y);
    }

    /** Tells the listener of a node without a value whose operands are all finite: it was born here. */
    private void born(int node) {
        for (int operand : operands(node)) {
            if (!Double.isFinite(columns.value(operand))) {
                return;
            }
        }
        listener.born(node);
    }

    /** Gives back the room that nodes do not take, and all gradients: for when memory has run out. */
    public void trim() {
        releaseGradients();
        columns.trim(SMALLEST);
    }

    /** Gives back the memory of all gradients. */
    public void releaseGradients() {
        gradient.trim();
        gradientRoot = -1;
    }

    /** Inputs have changed below {@code staleBelow}: what was built there is recomputed when it is asked for. Leaves never are. */
    private void freshen(int a, int b) {
        if ((a < staleBelow && !isLeaf(a)) || (b < staleBelow && !isLeaf(b))) {
            recompute();
        }
    }

    private void freshenRun(int start, int length) {
        if (start >= staleBelow) {
            return;
        }
        int kinds = 0;
        for (int i = start; i < start + length; i++) {
            kinds |= columns.code(i) & CODE;
        }
        // Or-ing the codes of leaves, 0 and 1, gives a leaf's code; anything else goes above.
        if (kinds > CONSTANT) {
            recompute();
        }
    }

    private void recompute() {
        recompute(false);
    }

    private void recompute(boolean onlyReached) {
        int end = staleBelow;
        int start = lowestChanged;
        staleBelow = 0;
        lowestChanged = Integer.MAX_VALUE;
        ForwardPass.recompute(this, start, end, onlyReached, this::born);
    }
}
