package ag.result.print;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Writes one document of JSON, on one line and without blanks. Its methods are called as those of Jackson's generator are. */
final class JsonWriter {
    /** Readers of JSON, Jackson among them, go no deeper. */
    static final int DEEPEST = 1000;

    /** What is shorter is written whole, even when the program is to end: its last words too. */
    private static final int LONG = 1 << 20;

    private static final int BETWEEN = 1 << 12;

    private final StringBuilder text = new StringBuilder();
    private final boolean unicode;
    private final Runnable between;
    private final Supplier<RuntimeException> tooDeep;
    private int depth;
    /** Whether the next value or name has one before it in the same list or object. */
    private boolean follows;

    private int nextPause = LONG;

    /**
     * @param unicode whether more than ASCII may be written as it is; if not, it is escaped, which means the same
     * @param between run now and then once the document is long; what it throws ends the writing
     * @param tooDeep what is thrown where lists are nested deeper than {@link #DEEPEST}
     */
    JsonWriter(boolean unicode, Runnable between, Supplier<RuntimeException> tooDeep) {
        this.unicode = unicode;
        this.between = between;
        this.tooDeep = tooDeep;
    }

    void writeStartObject() {
        begin('{');
    }

    void writeEndObject() {
        end('}');
    }

    void writeStartArray() {
        begin('[');
    }

    void writeEndArray() {
        end(']');
    }

    void writeFieldName(String name) {
        separate();
        quote(name);
        text.append(':');
        follows = false;
    }

    void writeString(String value) {
        separate();
        quote(value);
    }

    void writeNumber(double value) {
        literal(Double.toString(value));
    }

    void writeNumber(BigInteger value) {
        literal(value.toString());
    }

    void writeNumber(BigDecimal value) {
        literal(value.toString());
    }

    void writeBoolean(boolean value) {
        literal(Boolean.toString(value));
    }

    void writeNull() {
        literal("null");
    }

    void writeStringField(String name, @Nullable String value) {
        writeFieldName(name);
        if (value == null) {
            writeNull();
        } else {
            writeString(value);
        }
    }

    void writeNumberField(String name, long value) {
        writeFieldName(name);
        literal(Long.toString(value));
    }

    void writeBooleanField(String name, boolean value) {
        writeFieldName(name);
        writeBoolean(value);
    }

    void writeArrayFieldStart(String name) {
        writeFieldName(name);
        writeStartArray();
    }

    void writeObjectFieldStart(String name) {
        writeFieldName(name);
        writeStartObject();
    }

    /** What has been written. */
    @Override
    public String toString() {
        return text.toString();
    }

    private void begin(char bracket) {
        separate();
        if (++depth > DEEPEST) {
            throw tooDeep.get();
        }
        text.append(bracket);
        follows = false;
    }

    private void end(char bracket) {
        depth--;
        text.append(bracket);
        follows = true;
    }

    private void literal(String value) {
        separate();
        text.append(value);
    }

    private void separate() {
        if (follows) {
            text.append(',');
        }
        follows = true;
        if (text.length() > nextPause) {
            nextPause = text.length() + BETWEEN;
            between.run();
        }
    }

    private void quote(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            character(value.charAt(i));
        }
        text.append('"');
    }

    private void character(char c) {
        switch (c) {
            case '"' -> text.append("\\\"");
            case '\\' -> text.append("\\\\");
            case '\b' -> text.append("\\b");
            case '\f' -> text.append("\\f");
            case '\n' -> text.append("\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> {
                if (c < ' ' || (c > '~' + 1 && !unicode)) {
                    text.append("\\u");
                    for (int shift = 12; shift >= 0; shift -= 4) {
                        text.append("0123456789ABCDEF".charAt(c >> shift & 0xf));
                    }
                } else {
                    text.append(c);
                }
            }
        }
    }
}
