package ag.serve;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request, as one line of JSON.
 *
 * @param id what the answers carry, as JSON: a number or a text of the client's choice
 * @param action what is to be done; empty where the client has not said
 * @param fields the other fields; numbers and truths as text
 */
record ClientRequest(String id, String action, Map<String, String> fields) {
    private static final JsonFactory JSON = new JsonFactory();

    ClientRequest {
        fields = Map.copyOf(fields);
    }

    /** What was sent is no request. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        Malformed(String message) {
            super(message);
        }
    }

    /**
     * Reads a line.
     *
     * @throws Malformed where it is not one JSON object whose fields are texts, numbers and truths
     */
    static ClientRequest read(String line) throws Malformed {
        Map<String, String> fields = new LinkedHashMap<>();
        String id = "null";
        try (JsonParser json = JSON.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new Malformed("a request is one JSON object on a line");
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                JsonToken value = json.nextToken();
                if (value == null || value.isStructStart()) {
                    throw new Malformed("the field '" + name + "' must be a text, a number, true or false");
                }
                if (name.equals("id")) {
                    id = value == JsonToken.VALUE_STRING ? quoted(json.getText()) : json.getText();
                } else if (value != JsonToken.VALUE_NULL) {
                    fields.put(name, json.getText());
                }
            }
            if (json.nextToken() != null) {
                throw new Malformed("there is something behind the request; each has a line of its own");
            }
        } catch (JsonProcessingException broken) {
            throw new Malformed("this is no JSON: " + broken.getOriginalMessage());
        } catch (IOException impossible) {
            throw new Malformed("this cannot be read");
        }
        String action = fields.getOrDefault("do", "");
        fields.remove("do");
        return new ClientRequest(id, action, fields);
    }

    private static String quoted(String text) throws IOException {
        StringWriter written = new StringWriter();
        try (var json = JSON.createGenerator(written)) {
            json.writeString(text);
        }
        return written.toString();
    }

    /** A field that has to be there. */
    String required(String name) throws Malformed {
        String value = fields.get(name);
        if (value == null) {
            throw new Malformed("'" + action + "' needs the field '" + name + "'");
        }
        return value;
    }

    /** Where in the code a question is: in characters of Unicode, as Python counts, told in units of UTF-16; its end where none is named. */
    int cursor(String code) throws Malformed {
        String at = fields.get("cursor");
        if (at == null) {
            return code.length();
        }
        try {
            int characters = Integer.parseInt(at);
            return code.offsetByCodePoints(0, Math.max(0, Math.min(characters, code.codePointCount(0, code.length()))));
        } catch (NumberFormatException none) {
            throw new Malformed("'cursor' is a whole number of characters, and not " + at);
        }
    }

    boolean isTrue(String name) {
        return fields.getOrDefault(name, "").equals("true");
    }
}
