package ag.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A number and its derivatives.
 *
 * @param value the number
 * @param slopes its derivative with respect to each input, in the input's shape, in the order the inputs were made
 */
public record Gradient(double value, Map<String, Value> slopes) {
    public Gradient {
        slopes = Collections.unmodifiableMap(new LinkedHashMap<>(slopes));
    }

    /**
     * The derivative with respect to an input, in the input's shape.
     *
     * @throws IllegalArgumentException where the number does not depend on an input of this name
     */
    public Value of(String input) {
        Value slope = slopes.get(input);
        if (slope == null) {
            throw new IllegalArgumentException(
                    "there is no derivative for '" + input + "', only for " + slopes.keySet());
        }
        return slope;
    }
}
