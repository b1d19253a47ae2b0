package ag.engine;

import java.util.Arrays;

/**
 * The squares of {@code norm}, {@code hypot} and {@code abs}. These functions have a corner at 0 and their squares have none: built as
 * a sum of squares, with no root in between, a square has all its derivatives there too.
 */
final class Squares {
    private Squares() {}

    /** Whether the node is a root whose square is smooth. */
    static boolean isRoot(Tape tape, int node) {
        return switch (tape.operation(node)) {
            case NORM, HYPOT, ABS -> true;
            default -> false;
        };
    }

    /** Whether two roots are of the same numbers. */
    static boolean areSame(Tape tape, int a, int b) {
        return a == b || Arrays.equals(tape.operands(a), tape.operands(b));
    }

    static boolean isEven(double exponent) {
        return exponent >= 2 && exponent % 2 == 0;
    }

    /** The square of a root, as a new node. */
    static int square(Tape tape, int root) {
        int[] of = tape.operands(root);
        return switch (tape.operation(root)) {
            case ABS -> tape.apply(Operation.POWER, of[0], tape.constant(2));
            case HYPOT -> tape.reduce(Operation.DOT, of[0], of[1], of[0], of[1]);
            default -> {
                int[] both = new int[2 * of.length];
                System.arraycopy(of, 0, both, 0, of.length);
                System.arraycopy(of, 0, both, of.length, of.length);
                yield tape.reduce(Operation.DOT, both);
            }
        };
    }
}
