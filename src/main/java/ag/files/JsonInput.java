package ag.files;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads a document of JSON that may be damaged: what is not as it must be is refused with its line. Nothing is made room for
 * before it has been seen, so a small file cannot ask for much memory.
 */
final class JsonInput {
    /** Names of models and functions stay far below this. */
    private static final int LONGEST_TEXT = 100_000;

    static final String DAMAGED = "the file is damaged; use an older copy, or make it again";

    private final Path file;
    private final JsonParser json;

    /** Reads what a document is made of, from its first token to its last. */
    @FunctionalInterface
    interface Shape<T> {
        T read(JsonInput json) throws IOException;
    }

    /** Takes the value of a field. */
    @FunctionalInterface
    interface Fields {
        void read(String name) throws IOException;
    }

    /** Takes an element of a list. */
    @FunctionalInterface
    interface Element {
        void read() throws IOException;
    }

    /** The checksum that a document carries, and where. */
    record Seal(String checksum, int line) {}

    private JsonInput(Path file, JsonParser json) {
        this.file = file;
        this.json = json;
    }

    /**
     * Reads a file from its beginning to its end.
     *
     * @param pause run between two blocks; what it throws ends the reading
     */
    static <T> T read(Path file, Runnable pause, Shape<T> shape) {
        try (Reader reader = StrictText.open(file, pause);
                JsonParser json = factory().createParser(StrictText.withoutByteOrderMark(reader))) {
            return new JsonInput(file, json).document(shape);
        } catch (CharacterCodingException _) {
            throw StrictText.notUtf8(file);
        } catch (IOException failure) {
            throw FileTrouble.reading(file, failure);
        }
    }

    private <T> T document(Shape<T> shape) throws IOException {
        try {
            if (json.nextToken() == null) {
                throw StoreException.of(file, "the file is empty", DAMAGED);
            }
            T result = shape.read(this);
            if (json.nextToken() != null) {
                throw wrong("there is something behind the end");
            }
            return result;
        } catch (JsonEOFException _) {
            throw StoreException.of(file, "the file has no end: it was cut short", DAMAGED);
        } catch (StreamConstraintsException _) {
            throw wrong(json.currentLocation().getLineNr(), "something here is longer than anything 'ag' writes");
        } catch (JsonProcessingException _) {
            throw wrong(json.currentLocation().getLineNr(), "this is not JSON");
        }
    }

    private static JsonFactory factory() {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(LONGEST_TEXT)
                        .build())
                .build();
    }

    /** The line of what is being read. */
    int line() {
        return json.currentTokenLocation().getLineNr();
    }

    /** What is being read is not as it must be. */
    StoreException wrong(String problem) {
        return wrong(line(), problem);
    }

    /** What was read in a line above is not as it must be. */
    StoreException wrong(int line, String problem) {
        return StoreException.atLine(file, line, problem, DAMAGED);
    }

    /** Reads an object in which none of the required fields may be missing, and none may be given twice. */
    void object(List<String> required, Fields fields) throws IOException {
        expect(JsonToken.START_OBJECT, "a '{'");
        int line = line();
        Set<String> seen = new HashSet<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            if (!seen.add(name)) {
                throw wrong(ReadFailure.quoted(name) + " is given twice");
            }
            json.nextToken();
            fields.read(name);
        }
        for (String name : required) {
            if (!seen.contains(name)) {
                throw wrong(line, ReadFailure.quoted(name) + " is missing from what begins here");
            }
        }
    }

    /** A field that has no place here. */
    StoreException unknown(String name) {
        return wrong("nothing called " + ReadFailure.quoted(name) + " belongs here");
    }

    /** Takes the field that says what kind of document it is. */
    void format(String expected) throws IOException {
        String format = text();
        if (!format.equals(expected)) {
            throw StoreException.atLine(
                    file,
                    line(),
                    "the format of the file is %s, not %s"
                            .formatted(ReadFailure.quoted(format), ReadFailure.quoted(expected)),
                    "name another file");
        }
    }

    /** Takes the field that says how new the document is. */
    int version(int newest) throws IOException {
        int version = whole(Integer.MAX_VALUE);
        if (version > newest) {
            throw StoreException.atLine(
                    file,
                    line(),
                    "the file has version %d, and this 'ag' knows versions up to %d".formatted(version, newest),
                    "a newer 'ag' wrote it: read it with that one");
        }
        return version;
    }

    void list(Element element) throws IOException {
        expect(JsonToken.START_ARRAY, "a '['");
        while (json.nextToken() != JsonToken.END_ARRAY) {
            element.read();
        }
    }

    String text() throws IOException {
        expect(JsonToken.VALUE_STRING, "a text in quotes");
        return json.getText();
    }

    boolean truth() throws IOException {
        if (json.currentToken() != JsonToken.VALUE_TRUE && json.currentToken() != JsonToken.VALUE_FALSE) {
            throw wrong("this must be true or false");
        }
        return json.getBooleanValue();
    }

    /** A whole number from 1 up. */
    int count() throws IOException {
        int number = whole(Integer.MAX_VALUE);
        if (number == 0) {
            throw wrong("this must be 1 or more");
        }
        return number;
    }

    /** A whole number from 0 to {@code largest}. */
    int whole(int largest) throws IOException {
        return (int) whole((long) largest);
    }

    /** A whole number from 0 to {@code largest}. */
    long whole(long largest) throws IOException {
        boolean fits = json.currentToken() == JsonToken.VALUE_NUMBER_INT
                && json.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
        if (!fits || json.getLongValue() < 0 || json.getLongValue() > largest) {
            throw wrong("this must be a whole number from 0 to " + largest);
        }
        return json.getLongValue();
    }

    /** A number; NaN and the infinities are texts. */
    double number() throws IOException {
        return switch (json.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> finite(json.getDoubleValue());
            case VALUE_STRING -> special(json.getText());
            case null, default -> throw wrong("this must be a number");
        };
    }

    private double finite(double number) {
        if (Double.isInfinite(number)) {
            throw wrong("this number is too large");
        }
        return number;
    }

    private double special(String text) {
        return switch (text) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw wrong("this must be a number");
        };
    }

    /** Reads a list of numbers behind those that are there already, and says how many there were. */
    int numbers(NumberList into) throws IOException {
        int before = into.size();
        list(() -> {
            if (into.isFull()) {
                throw wrong("there are more numbers than fit into memory");
            }
            into.add(number());
        });
        return into.size() - before;
    }

    /** Reads exactly this many whole numbers from 0 to 2^32 - 1. */
    int[] words(int count) throws IOException {
        int[] words = new int[count];
        int[] seen = {0};
        list(() -> {
            if (seen[0] == count) {
                throw wrong("there must be %d numbers, and there are more".formatted(count));
            }
            words[seen[0]++] = (int) whole(0xFFFF_FFFFL);
        });
        if (seen[0] < count) {
            throw wrong("there must be %d numbers, and there are %d".formatted(count, seen[0]));
        }
        return words;
    }

    /** Takes the field that tells damage, to be given to {@link #verify} when the document is complete. */
    Seal seal() throws IOException {
        return new Seal(text(), line());
    }

    /** Refuses the document if its checksum is another one than it was sealed with. */
    void verify(Seal seal, String checksum, String hint) {
        if (!seal.checksum().equals(checksum)) {
            throw StoreException.atLine(
                    file,
                    seal.line(),
                    "something in the file has changed since it was written: it gives the checksum %s"
                            .formatted(checksum),
                    hint);
        }
    }

    private void expect(JsonToken token, String words) {
        if (json.currentToken() != token) {
            throw wrong("this must be " + words);
        }
    }
}
