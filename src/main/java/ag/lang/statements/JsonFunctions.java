package ag.lang.statements;

import ag.lang.builtins.Builtin;
import ag.lang.builtins.Call;
import ag.lang.source.ErrorCode;
import ag.lang.values.Datum;
import ag.lang.values.Workspace;
import java.util.List;

/** {@code json("runs.json")} and {@code from_json(text)}: what other programs have written. */
final class JsonFunctions {
    static final List<Builtin> ROWS = List.of(
            Builtin.of(
                    "json",
                    "file",
                    "what a JSON file says: numbers, texts, vectors, lists, and objects, whose fields are d.name or"
                            + " d[\"name\"]; null is nan",
                    "",
                    call -> read(call, call.workspace().read(call.text(0), call.spanOf(0)), call.text(0))),
            Builtin.of(
                    "from_json",
                    "s",
                    "what a text in JSON says, as json reads a file",
                    "from_json(\"[1, 2.5, null]\")",
                    call -> read(call, call.text(0), "the text")));

    private JsonFunctions() {}

    private static Datum read(Call call, String text, String what) {
        Workspace workspace = call.workspace();
        try {
            return JsonText.read(workspace, text, () -> workspace.checkStop(call.span()));
        } catch (JsonText.NoJson problem) {
            throw call.problem(
                    0,
                    ErrorCode.BAD_FILE,
                    what + " is not JSON: " + problem.getMessage(),
                    "lines(\"notes.txt\") reads any text");
        }
    }
}
