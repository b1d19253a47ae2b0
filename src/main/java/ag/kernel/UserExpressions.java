package ag.kernel;

import ag.client.LiveSession;
import ag.client.MimeBundle;
import ag.client.MimeBundles;
import ag.lang.source.Diagnostic;
import ag.lang.source.SourceText;
import ag.result.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Expressions that a notebook's extension asks for beside a cell: their values after it, or what is wrong with them. */
record UserExpressions(LiveSession session, MimeBundles documents) {
    /** The values of expressions, each by its name. */
    Map<String, Object> values(Map<String, String> expressions) {
        Map<String, Object> values = new LinkedHashMap<>();
        expressions.forEach((name, expression) -> values.put(name, value(expression)));
        return values;
    }

    private Map<String, Object> value(String expression) {
        List<MimeBundle> found = new ArrayList<>();
        Optional<Diagnostic> mistake =
                session.evaluate(new SourceText("user expression", expression), result -> add(result, found));
        if (mistake.isPresent()) {
            Diagnostic wrong = mistake.get();
            return Map.of("status", "error", "ename", wrong.code(), "evalue", wrong.message(), "traceback", List.of());
        }
        Map<String, Object> data = new LinkedHashMap<>();
        found.forEach(bundle -> bundle.forms().forEach(data::put));
        return Map.of("status", "ok", "data", data, "metadata", Map.of());
    }

    private void add(Result result, List<MimeBundle> found) {
        if (result instanceof Result.Value value) {
            found.clear();
            found.add(documents.of(value));
        }
    }
}
