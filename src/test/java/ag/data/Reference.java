package ag.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One line of a file with outside answers: named texts and named numbers, nested arrays being flattened. */
final class Reference {
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, List<Double>> numbers = new HashMap<>();

    private Reference() {}

    /** All lines of a JSON-lines file in the folder {@code data} of the test resources. */
    static List<Reference> read(String file) {
        try (InputStream stream = Objects.requireNonNull(Reference.class.getResourceAsStream("/data/" + file), file)) {
            List<Reference> lines = new ArrayList<>();
            for (String line : new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                lines.add(parse(line));
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reference parse(String line) throws IOException {
        Reference reference = new Reference();
        String name = "";
        try (JsonParser parser = new JsonFactory().createParser(line)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                switch (token) {
                    case FIELD_NAME -> name = parser.currentName();
                    case VALUE_STRING -> reference.texts.put(name, parser.getText());
                    case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                        reference
                                .numbers
                                .computeIfAbsent(name, _ -> new ArrayList<>())
                                .add(parser.getDoubleValue());
                    default -> {}
                }
            }
        }
        return reference;
    }

    boolean has(String name) {
        return texts.containsKey(name) || numbers.containsKey(name);
    }

    String text(String name) {
        return Objects.requireNonNull(texts.get(name), name);
    }

    double[] numbers(String name) {
        return Objects.requireNonNull(numbers.get(name), name).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    int[] integers(String name) {
        return Objects.requireNonNull(numbers.get(name), name).stream()
                .mapToInt(Double::intValue)
                .toArray();
    }

    double number(String name) {
        return numbers(name)[0];
    }

    double numberOr(String name, double otherwise) {
        return has(name) ? number(name) : otherwise;
    }

    int integer(String name) {
        return (int) number(name);
    }

    /** A random source for the seed of this line. */
    RandomSource random() {
        return new RandomSource((long) number("seed"));
    }

    @Override
    public String toString() {
        StringBuilder label = new StringBuilder(String.join(" ", texts.values()));
        for (String name : List.of("seed", "n_samples", "n", "noise")) {
            if (has(name)) {
                label.append(' ').append(name).append(' ').append(number(name));
            }
        }
        return label.toString();
    }
}
