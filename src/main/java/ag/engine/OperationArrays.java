package ag.engine;

/** The operation table once more, as arrays indexed by operation code: what the passes over a tape look up for each node. */
final class OperationArrays {
    static final byte LEAF = 0;
    static final byte UNARY = 1;
    static final byte BINARY = 2;
    static final byte VECTOR = 3;

    private static final Operation[] OPERATIONS = Operation.values();
    private static final byte[] SHAPES = new byte[OPERATIONS.length];
    private static final Partials.Unary[] UNARIES = new Partials.Unary[OPERATIONS.length];
    private static final Partials.Binary[] BINARIES = new Partials.Binary[OPERATIONS.length];

    static {
        for (int code = 0; code < OPERATIONS.length; code++) {
            switch (OPERATIONS[code].partials()) {
                case Partials.Leaf _ -> SHAPES[code] = LEAF;
                case Partials.Unary unary -> {
                    SHAPES[code] = UNARY;
                    UNARIES[code] = unary;
                }
                case Partials.Binary binary -> {
                    SHAPES[code] = BINARY;
                    BINARIES[code] = binary;
                }
                case Partials.Vector _ -> SHAPES[code] = VECTOR;
            }
        }
    }

    private OperationArrays() {}

    static Operation operation(int code) {
        return OPERATIONS[code];
    }

    static byte shape(int code) {
        return SHAPES[code];
    }

    /** The function of one number; only for a row of that shape. */
    static Partials.Unary unary(int code) {
        return UNARIES[code];
    }

    /** The function of two numbers; only for a row of that shape. */
    static Partials.Binary binary(int code) {
        return BINARIES[code];
    }
}
