package ag.session;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value: an object's fields, a list, a number or a text; truth values and null are the texts that stand for them. */
sealed interface Json {
    record Fields(Map<String, Json> fields) implements Json {
        Json get(String name) {
            Json value = fields.get(name);
            if (value == null) {
                throw new IllegalArgumentException("no field " + name + " in " + fields.keySet());
            }
            return value;
        }

        String text(String name) {
            return ((Text) get(name)).text();
        }
    }

    record Items(List<Json> items) implements Json {}

    /** A number; also the texts that stand for what JSON cannot hold, such as {@code "NaN"}. */
    record Real(double value) implements Json {}

    record Text(String text) implements Json {}

    static Fields parse(String line) {
        try (JsonParser parser = new JsonFactory().createParser(line)) {
            parser.nextToken();
            return (Fields) value(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Json value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                Map<String, Json> fields = new LinkedHashMap<>();
                for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                    parser.nextToken();
                    fields.put(name, value(parser));
                }
                yield new Fields(fields);
            }
            case START_ARRAY -> {
                List<Json> items = new ArrayList<>();
                while (!parser.nextToken().isStructEnd()) {
                    items.add(value(parser));
                }
                yield new Items(items);
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Real(parser.getDoubleValue());
            case VALUE_STRING ->
                switch (parser.getText()) {
                    case "NaN", "Infinity", "-Infinity" -> new Real(Double.parseDouble(parser.getText()));
                    default -> new Text(parser.getText());
                };
            case VALUE_TRUE, VALUE_FALSE, VALUE_NULL -> new Text(parser.getText());
            default -> throw new IllegalArgumentException("no value: " + parser.currentToken());
        };
    }

    /** All numbers in it, in order. */
    default List<Double> numbers() {
        return switch (this) {
            case Real real -> List.of(real.value());
            case Items items ->
                items.items().stream().flatMap(item -> item.numbers().stream()).toList();
            case Fields _, Text _ -> throw new IllegalArgumentException("not numbers: " + this);
        };
    }

    /** How its lists are nested: the length on each level, outermost first; nothing for a number. */
    default List<Integer> shape() {
        if (!(this instanceof Items(List<Json> items))) {
            return List.of();
        }
        List<Integer> shape = new ArrayList<>(List.of(items.size()));
        if (!items.isEmpty()) {
            shape.addAll(items.getFirst().shape());
        }
        return shape;
    }
}
