package ag.script;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import org.jspecify.annotations.Nullable;

/** Makes engines. Java finds it by its line in {@code META-INF/services}. */
public final class AgScriptEngineFactory implements ScriptEngineFactory {
    private static final String NAME = "ag";
    /** Versions of the language are those of the program. */
    private static final String VERSION = "0.1";

    @Override
    public String getEngineName() {
        return NAME;
    }

    @Override
    public String getEngineVersion() {
        return VERSION;
    }

    @Override
    public List<String> getExtensions() {
        return List.of("ag");
    }

    @Override
    public List<String> getMimeTypes() {
        return List.of("text/x-ag");
    }

    @Override
    public List<String> getNames() {
        return List.of(NAME);
    }

    @Override
    public String getLanguageName() {
        return NAME;
    }

    @Override
    public String getLanguageVersion() {
        return VERSION;
    }

    /** What is asked for by the keys of {@link ScriptEngine}; null for others. An engine is for one thread at a time, which is null too. */
    @Override
    public @Nullable Object getParameter(String key) {
        return Map.of(
                        ScriptEngine.ENGINE, getEngineName(),
                        ScriptEngine.ENGINE_VERSION, getEngineVersion(),
                        ScriptEngine.LANGUAGE, getLanguageName(),
                        ScriptEngine.LANGUAGE_VERSION, getLanguageVersion(),
                        ScriptEngine.NAME, NAME)
                .get(key);
    }

    @Override
    public String getMethodCallSyntax(String object, String method, String... arguments) {
        return method + "(" + String.join(", ", arguments) + ")";
    }

    @Override
    public String getOutputStatement(String text) {
        return "print \"" + text.replaceAll("[\"\\\\{}]", "\\\\$0").replace("\n", "\\n") + "\"";
    }

    @Override
    public String getProgram(String... statements) {
        return List.of(statements).stream().collect(Collectors.joining("\n"));
    }

    @Override
    public ScriptEngine getScriptEngine() {
        return new AgScriptEngine(this);
    }
}
