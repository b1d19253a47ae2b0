package ag.engine;

/** A part of a derivative while its graph is being built: a number known now, or a node of the tape. */
sealed interface DerivativePart {
    record Known(double value) implements DerivativePart {}

    record Node(int index) implements DerivativePart {}

    default boolean is(double number) {
        return this instanceof Known known && known.value == number;
    }
}
