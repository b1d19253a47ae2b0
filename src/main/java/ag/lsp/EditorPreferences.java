package ag.lsp;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import org.jspecify.annotations.Nullable;

/**
 * What an editor has asked for when it started the server.
 *
 * @param hints whether programs run for a short time, so that values can be shown beside their lines
 * @param files whether such a run may touch files
 * @param showsResults whether the editor has a place for results; others get a message
 */
record EditorPreferences(boolean hints, boolean files, boolean showsResults) {
    static EditorPreferences of(@Nullable Object options) {
        return new EditorPreferences(
                flag(options, "hints", true), flag(options, "files", false), flag(options, "results", false));
    }

    private static boolean flag(@Nullable Object options, String name, boolean standard) {
        if (options instanceof JsonObject object && object.get(name) instanceof JsonPrimitive value) {
            return value.isBoolean() ? value.getAsBoolean() : standard;
        }
        return standard;
    }
}
