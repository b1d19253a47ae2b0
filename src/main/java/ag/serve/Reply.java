package ag.serve;

import ag.client.MimeBundle;
import ag.lang.source.Diagnostic;
import ag.lang.source.Span;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Builds one line of an answer. */
final class Reply {
    private static final JsonFactory JSON = new JsonFactory();

    private final StringWriter text = new StringWriter();
    private final JsonGenerator json;

    /** Writes fields of a JSON object. */
    @FunctionalInterface
    interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    private Reply(String id, String event) throws IOException {
        json = JSON.createGenerator(text);
        json.writeStartObject();
        json.writeFieldName("id");
        json.writeRawValue(id);
        json.writeStringField("event", event);
    }

    /** The line of an event, without its end. */
    static String line(String id, String event, Fields fields) {
        try {
            Reply reply = new Reply(id, event);
            fields.write(reply.json);
            reply.json.writeEndObject();
            reply.json.close();
            return reply.text.toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static void document(JsonGenerator json, MimeBundle document) throws IOException {
        json.writeObjectFieldStart("document");
        for (var form : document.forms().entrySet()) {
            json.writeStringField(form.getKey(), form.getValue());
        }
        json.writeEndObject();
    }

    static void diagnostic(JsonGenerator json, Diagnostic diagnostic) throws IOException {
        Span span = diagnostic.span();
        json.writeStringField("code", diagnostic.code());
        json.writeStringField("message", diagnostic.message());
        json.writeStringField("hint", diagnostic.hint());
        json.writeStringField("file", span.source().name());
        json.writeNumberField("line", span.line());
        json.writeNumberField("column", span.column());
        json.writeNumberField("end_column", span.endColumn());
    }
}
