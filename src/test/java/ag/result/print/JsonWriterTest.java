package ag.result.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds our JSON against that of Jackson. */
final class JsonWriterTest {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void itWritesWhatJacksonWrites(boolean unicode) throws IOException {
        StringBuilder every = new StringBuilder();
        for (char c = 0; c < 0x300; c++) {
            every.append(c);
        }
        every.append("∂θ 𝑥");
        JsonFactory factory = new JsonFactory();
        factory.configure(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature(), !unicode);
        StringWriter text = new StringWriter();
        try (JsonGenerator jackson = factory.createGenerator(text)) {
            jackson.writeStartObject();
            jackson.writeStringField(every.toString(), every.toString());
            jackson.writeNumberField("n", -5L);
            jackson.writeBooleanField("b", true);
            jackson.writeArrayFieldStart("a");
            jackson.writeNumber(1e-300);
            jackson.writeStartArray();
            jackson.writeEndArray();
            jackson.writeNumber(new BigInteger("123456789012345678901234567890"));
            jackson.writeNumber(new BigDecimal("1E+30"));
            jackson.writeNull();
            jackson.writeEndArray();
            jackson.writeObjectFieldStart("o");
            jackson.writeEndObject();
            jackson.writeStringField("last", "");
            jackson.writeEndObject();
        }
        JsonWriter json = new JsonWriter(unicode, () -> {}, IllegalStateException::new);
        json.writeStartObject();
        json.writeStringField(every.toString(), every.toString());
        json.writeNumberField("n", -5L);
        json.writeBooleanField("b", true);
        json.writeArrayFieldStart("a");
        json.writeNumber(1e-300);
        json.writeStartArray();
        json.writeEndArray();
        json.writeNumber(new BigInteger("123456789012345678901234567890"));
        json.writeNumber(new BigDecimal("1E+30"));
        json.writeNull();
        json.writeEndArray();
        json.writeObjectFieldStart("o");
        json.writeEndObject();
        json.writeStringField("last", "");
        json.writeEndObject();
        assertThat(json.toString()).isEqualTo(text.toString());
    }

    @Test
    void itGoesNoDeeperThanReadersDo() {
        JsonWriter json = new JsonWriter(true, () -> {}, () -> new IllegalStateException("too deep"));
        for (int i = 0; i < JsonWriter.DEEPEST; i++) {
            json.writeStartArray();
        }
        assertThatThrownBy(json::writeStartArray).hasMessage("too deep");
    }

    @Test
    void whatIsLongCanBeEnded() {
        JsonWriter json = new JsonWriter(
                true,
                () -> {
                    throw new IllegalStateException("ended");
                },
                IllegalStateException::new);
        assertThatThrownBy(() -> {
                    json.writeStartArray();
                    for (int i = 0; i < 100_000_000; i++) {
                        json.writeNumber(0.5);
                    }
                })
                .hasMessage("ended");
        assertThat(json.toString().length()).isBetween(1 << 20, 1 << 21);
    }
}
