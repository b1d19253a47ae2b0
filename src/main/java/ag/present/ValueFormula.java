package ag.present;

import ag.document.Part;
import ag.lang.algebra.TermText;
import ag.result.Plain;
import java.util.Optional;

/** A value that is a formula, read from its text. */
final class ValueFormula {
    private static final String EQUALS = " = ";

    private ValueFormula() {}

    /** Whether it is a function with its formula, as {@code f(x) = x²}. */
    static boolean isFunction(Plain value) {
        return value instanceof Plain.Described(String type, String text)
                && type.equals("function")
                && text.contains(EQUALS);
    }

    /**
     * The formula; empty where the value is none.
     *
     * @param name what stands before it where it has no name of its own; may be empty
     */
    static Optional<Part.Formula> of(String name, Plain value) {
        if (!(value instanceof Plain.Described(String type, String text))) {
            return Optional.empty();
        }
        if (isFunction(value)) {
            int sign = text.lastIndexOf(EQUALS);
            return named(text.substring(0, sign), text.substring(sign + EQUALS.length()));
        }
        return type.equals("formula") ? named(name, text) : Optional.empty();
    }

    private static Optional<Part.Formula> named(String name, String formula) {
        return TermText.read(formula).map(tree -> Part.Formula.named(name, tree));
    }
}
