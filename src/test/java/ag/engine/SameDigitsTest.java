package ag.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Functions whose digits differ from platform to platform are called through {@link Elementary} everywhere in the program. */
final class SameDigitsTest {
    private static final Pattern OWN = Pattern.compile("StrictMath\\b|\\bMath(\\.|::)"
            + "(exp|expm1|log|log10|log1p|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|cbrt|hypot|fma|rint)\\b");

    @Test
    void onlyOneClassNamesThem() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            List<String> naming = sources.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> OWN.matcher(read(path)).find())
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
            assertThat(naming).containsExactly("Elementary.java");
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
