package ag.lang.statements;

import ag.lang.interpreter.WithMembers;
import ag.lang.values.Datum;
import ag.lang.values.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An object of a JSON file in the language: {@code d.name}, {@code d["a name with spaces"]}. */
record JsonObject(Map<String, Datum> fields) implements WithMembers {
    private static final int MOST_SHOWN = 8;

    JsonObject(Map<String, Datum> fields) {
        this.fields = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    @Override
    public String kind() {
        return "JSON object";
    }

    @Override
    public @Nullable Datum member(Workspace workspace, String name) {
        return fields.get(name);
    }

    @Override
    public List<String> members() {
        return List.copyOf(fields.keySet());
    }

    @Override
    public String toString() {
        Set<String> names = fields.keySet();
        return names.stream().limit(MOST_SHOWN).collect(Collectors.joining(", ", "{", ""))
                + (names.size() > MOST_SHOWN ? ", … " + names.size() + " in all}" : "}");
    }
}
