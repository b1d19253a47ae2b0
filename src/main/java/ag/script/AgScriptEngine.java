package ag.script;

import ag.api.AgSession;
import ag.api.Gradient;
import ag.api.Output;
import ag.api.ProgramException;
import ag.api.Value;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.script.AbstractScriptEngine;
import javax.script.Bindings;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptException;
import javax.script.SimpleBindings;
import org.jspecify.annotations.Nullable;

/**
 * Runs programs. What Java puts in the bindings is an input of the program, so that it has gradients; what the program defines is in
 * the bindings after it, a function as a {@link ag.api.RealFunction}. Bindings of their own are sessions of their own. Programs touch no files.
 *
 * <p>A program gives what its last expression or {@code grad} gave: a number, text, truth value, list, or for {@code grad} a map
 * from the inputs to the derivatives; null where there was neither. All else that it shows goes to the context's writer, remarks to
 * the writer of errors.
 */
final class AgScriptEngine extends AbstractScriptEngine {
    /** Where bindings keep their session: no name that a program could use. */
    private static final String SESSION = "ag.session";

    /** A session with what it and its bindings last had in common. */
    private record Kept(AgSession session, Map<String, Object> shared) {}

    private final ScriptEngineFactory factory;

    AgScriptEngine(ScriptEngineFactory factory) {
        this.factory = factory;
    }

    @Override
    public ScriptEngineFactory getFactory() {
        return factory;
    }

    @Override
    public Bindings createBindings() {
        return new SimpleBindings();
    }

    @Override
    public @Nullable Object eval(Reader reader, ScriptContext context) throws ScriptException {
        try {
            return eval(reader.readAllAsString(), context);
        } catch (IOException unread) {
            throw new ScriptException(unread);
        }
    }

    @Override
    public @Nullable Object eval(String program, ScriptContext context) throws ScriptException {
        Bindings bindings = context.getBindings(ScriptContext.ENGINE_SCOPE);
        Kept kept = bindings.get(SESSION) instanceof Kept known ? known : new Kept(new AgSession(), new HashMap<>());
        bindings.put(SESSION, kept);
        Bindings global = context.getBindings(ScriptContext.GLOBAL_SCOPE);
        Map<String, Object> unhidden = global == null ? new LinkedHashMap<>() : new LinkedHashMap<>(global);
        unhidden.keySet().removeAll(bindings.keySet());
        String file = Objects.toString(context.getAttribute(ScriptEngine.FILENAME), "script");
        try {
            take(unhidden, kept);
            take(bindings, kept);
            return run(file, program, kept, unhidden.keySet(), context);
        } catch (ProgramException mistake) {
            ScriptException told = new ScriptException(mistake.problem(), file, mistake.line(), mistake.column());
            told.initCause(mistake);
            throw told;
        } catch (IllegalArgumentException | IOException problem) {
            throw new ScriptException(problem);
        }
    }

    private static @Nullable Object run(
            String file, String program, Kept kept, Set<String> global, ScriptContext context) throws IOException {
        Map<String, Value> before = kept.session().names();
        try {
            Output output = kept.session().run(file, program);
            show(output, context);
            return result(output);
        } finally {
            Map<String, Value> given = new LinkedHashMap<>(kept.session().names());
            // What is in the global scope stays there alone, unless the program has changed it.
            given.entrySet()
                    .removeIf(each ->
                            global.contains(each.getKey()) && each.getValue().equals(before.get(each.getKey())));
            give(given, kept, context.getBindings(ScriptContext.ENGINE_SCOPE));
        }
    }

    /** Tells the session what Java has put into the bindings or changed there since. */
    private static void take(Map<String, Object> bindings, Kept kept) {
        bindings.forEach((name, value) -> {
            if (value != null
                    && AgSession.isName(name)
                    && !value.equals(kept.shared().get(name))) {
                kept.session().set(name, value);
                kept.shared().put(name, value);
            }
        });
    }

    /** Puts what the program has defined into the bindings, as far as it has a form in Java. */
    private static void give(Map<String, Value> given, Kept kept, Bindings bindings) {
        given.forEach((name, value) -> toJava(name, value, kept.session()).ifPresent(plain -> {
            kept.shared().put(name, plain);
            bindings.put(name, plain);
        }));
    }

    private static Optional<Object> toJava(String name, Value value, AgSession session) {
        if (value instanceof Value.Described described) {
            return described.type().equals("function") ? Optional.of(session.function(name)) : Optional.empty();
        }
        return Optional.of(value.toJava());
    }

    private static void show(Output output, ScriptContext context) throws IOException {
        Writer writer = context.getWriter();
        writer.write(output.printed());
        writer.flush();
        Writer remarks = context.getErrorWriter();
        for (String remark : output.remarks()) {
            remarks.write("note: " + remark + "\n");
        }
        remarks.flush();
    }

    private static @Nullable Object result(Output output) {
        Optional<Object> slopes = output.gradient().map(Gradient::slopes).map(AgScriptEngine::toJava);
        return output.value().map(Value::toJava).or(() -> slopes).orElse(null);
    }

    private static Map<String, Object> toJava(Map<String, Value> slopes) {
        Map<String, Object> plain = new LinkedHashMap<>();
        slopes.forEach((input, slope) -> plain.put(input, slope.toJava()));
        return plain;
    }
}
