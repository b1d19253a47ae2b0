package ag.lang.statements;

/** A line that answers a question for a derivative. */
final class TypedAnswer {
    private TypedAnswer() {}

    /** What stands behind the last sign of equality, for {@code y' = 2x} answers as {@code 2x} does. */
    static String formula(String line) {
        return line.substring(line.lastIndexOf('=') + 1).strip();
    }
}
