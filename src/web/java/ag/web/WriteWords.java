package ag.web;

import ag.help.Help;
import ag.help.Topic;
import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;

/** Writes the words of the language and what each is for, out of its help, for the page's editor; runs while the page is built. */
public final class WriteWords {
    private WriteWords() {}

    public static void main(String... arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
        try (JsonGenerator json = new JsonFactory().createGenerator(file.toFile(), JsonEncoding.UTF8)) {
            json.writeStartArray();
            for (Topic topic : Help.standard().topics()) {
                json.writeStartObject();
                json.writeStringField("name", topic.name());
                json.writeStringField("kind", topic.kind().name().toLowerCase(Locale.ROOT));
                json.writeStringField("form", topic.form());
                json.writeStringField("summary", topic.summary());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
    }
}
