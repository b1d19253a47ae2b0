package ag.files;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a document of JSON that people can read: each field on a line of its own, and several numbers to a line. A number is
 * written with as few digits as it takes to read the same number back; one that JSON cannot hold is a text: {@code "NaN"}.
 */
final class JsonOutput {
    private static final int NUMBERS_PER_LINE = 8;

    private final JsonGenerator json;

    /** Writes the fields of a document. */
    @FunctionalInterface
    interface Body {
        void writeTo(JsonOutput json) throws IOException;
    }

    /** Writes a document to a file, whole or not at all. */
    static void write(Path file, String format, int version, Body body) {
        WholeFile.write(file, out -> {
            JsonOutput document = new JsonOutput(out);
            document.json.writeStartObject();
            document.text("format", format);
            document.whole("version", version);
            body.writeTo(document);
            document.json.writeEndObject();
            document.json.writeRaw('\n');
            document.json.close();
        });
    }

    private JsonOutput(OutputStream out) throws IOException {
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter layout = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator(""));
        layout.indentObjectsWith(lines);
        layout.indentArraysWith(lines);
        json = new JsonFactory()
                .createGenerator(out, JsonEncoding.UTF8)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .setPrettyPrinter(layout);
    }

    void text(String name, String text) throws IOException {
        json.writeStringField(name, text);
    }

    void whole(String name, long number) throws IOException {
        json.writeNumberField(name, number);
    }

    void truth(String name, boolean truth) throws IOException {
        json.writeBooleanField(name, truth);
    }

    void number(String name, double number) throws IOException {
        json.writeFieldName(name);
        json.writeRawValue(text(number));
    }

    void beginObject(String name) throws IOException {
        json.writeObjectFieldStart(name);
    }

    void endObject() throws IOException {
        json.writeEndObject();
    }

    void beginList(String name) throws IOException {
        json.writeArrayFieldStart(name);
    }

    void beginItem() throws IOException {
        json.writeStartObject();
    }

    void endList() throws IOException {
        json.writeEndArray();
    }

    /** A matrix, a row on each line. */
    void rows(String name, double[] numbers, int from, int rows, int columns) throws IOException {
        json.writeArrayFieldStart(name);
        for (int row = 0; row < rows; row++) {
            json.writeRawValue("[" + line(numbers, from + row * columns, columns) + "]");
        }
        json.writeEndArray();
    }

    /** A short vector, on one line. */
    void row(String name, double[] numbers, int from, int count) throws IOException {
        json.writeFieldName(name);
        json.writeRawValue("[" + line(numbers, from, count) + "]");
    }

    /** A long vector, broken into lines. */
    void vector(String name, double[] numbers) throws IOException {
        json.writeArrayFieldStart(name);
        lines(numbers);
        json.writeEndArray();
    }

    private void lines(double[] numbers) throws IOException {
        for (int at = 0; at < numbers.length; at += NUMBERS_PER_LINE) {
            // To the generator a line of numbers is one value; the comma between two such values separates their
            // numbers.
            json.writeRawValue(line(numbers, at, Math.min(NUMBERS_PER_LINE, numbers.length - at)));
        }
    }

    /** Long vectors, one behind the other. */
    void vectors(String name, List<double[]> vectors) throws IOException {
        json.writeArrayFieldStart(name);
        for (double[] numbers : vectors) {
            json.writeStartArray();
            lines(numbers);
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    /** A long vector of whole numbers from 0 to 2^32 - 1, each in the bits of an int. */
    void words(String name, int[] words) throws IOException {
        json.writeArrayFieldStart(name);
        for (int at = 0; at < words.length; at += NUMBERS_PER_LINE) {
            json.writeRawValue(Arrays.stream(words, at, Math.min(words.length, at + NUMBERS_PER_LINE))
                    .mapToObj(Integer::toUnsignedString)
                    .collect(Collectors.joining(", ")));
        }
        json.writeEndArray();
    }

    private static String line(double[] numbers, int from, int count) {
        StringBuilder line = new StringBuilder();
        for (int i = from; i < from + count; i++) {
            line.append(i > from ? ", " : "").append(text(numbers[i]));
        }
        return line.toString();
    }

    private static String text(double number) {
        return Double.isFinite(number) ? Double.toString(number) : "\"" + number + "\"";
    }
}
