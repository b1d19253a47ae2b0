package ag.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A rule with a case in it must be as smooth as the function: derivatives to third order where an operand passes through a
 * special point of a rule (0, 1, -1, a tie) against {@code special_points.csv}, from mpmath's Taylor series.
 */
final class SpecialPointsTest {
    private static final double ERROR = 1e-11;

    @TestFactory
    Stream<DynamicTest> derivativesToThirdOrder() {
        List<String> lines = lines().filter(line -> !line.startsWith("#")).toList();
        assertThat(lines).hasSizeGreaterThan(100);
        return lines.stream().map(line -> dynamicTest(line, () -> check(line.split("; "))));
    }

    private static void check(String... parts) {
        String program = "f(x) = " + parts[0] + "\n";
        for (int order = 0; order <= 3; order++) {
            double found = Programs.number(program + "f" + "'".repeat(order) + "(" + parts[1] + ")");
            double exact = Double.parseDouble(parts[2 + order]);
            assertThat(Programs.agree(found, exact, ERROR))
                    .as("derivative %d of %s at %s is %s, and should be %s", order, parts[0], parts[1], found, exact)
                    .isTrue();
        }
    }

    private static Stream<String> lines() {
        try (var stream =
                Objects.requireNonNull(SpecialPointsTest.class.getResourceAsStream("/reference/special_points.csv"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
