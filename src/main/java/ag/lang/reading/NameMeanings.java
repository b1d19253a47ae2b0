package ag.lang.reading;

import java.util.List;

/** The names where an expression stands. */
public interface NameMeanings {
    Meaning of(String name);

    /** The name by which a name is known, which may have been spelled in another way first: θ for theta, x_1 for x₁. */
    String spelled(String name);

    /** The inputs that the value of a name was computed from. */
    List<String> inputs(String name);

    /** Whether a formula is written in a name, itself or by way of the formulas in it: y in u after {@code u = x^2; y = u^3}. */
    boolean isWrittenIn(String formula, String name);
}
