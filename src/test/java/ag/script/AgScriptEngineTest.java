package ag.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ag.api.RealFunction;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.script.Bindings;
import javax.script.ScriptContext;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.script.ScriptException;
import org.junit.jupiter.api.Test;

final class AgScriptEngineTest {
    private final ScriptEngineManager manager = new ScriptEngineManager();
    private final ScriptEngine engine = Objects.requireNonNull(manager.getEngineByName("ag"));

    @Test
    void isFoundByNameExtensionAndType() {
        assertThat(manager.getEngineByExtension("ag")).isNotNull();
        assertThat(manager.getEngineByMimeType("text/x-ag")).isNotNull();
        assertThat(engine.getFactory().getParameter(ScriptEngine.LANGUAGE)).isEqualTo("ag");
        assertThat(engine.getFactory().getParameter("THREADING")).isNull();
    }

    @Test
    void whatIsPutIsAnInputWithGradients() throws ScriptException {
        engine.put("a", 3);
        assertThat(engine.eval("L = a^2; grad L")).isEqualTo(Map.of("a", 6.0));
        assertThat(engine.get("L")).isEqualTo(9.0);
        engine.put("a", 4);
        assertThat(engine.eval(new StringReader("L"))).isEqualTo(16.0);
        engine.eval("set a = 5");
        assertThat(engine.get("a")).isEqualTo(5.0);
        assertThat(engine.get("L")).isEqualTo(25.0);
    }

    @Test
    void vectorsTextsAndFunctionsPass() throws ScriptException {
        engine.put("v", List.of(1, 2.5));
        engine.put("t", "x{1}");
        assertThat(engine.eval("f(x) = x^2; t")).isEqualTo("x{1}");
        assertThat(engine.eval("2v")).isEqualTo(List.of(2.0, 5.0));
        assertThat(((RealFunction) engine.get("f")).derivative().at(3)).isEqualTo(6);
        assertThat(engine.eval("f(4)")).isEqualTo(16.0);
        assertThat(engine.eval("b = 1")).isNull();
    }

    @Test
    void bindingsOfTheirOwnAreSessionsOfTheirOwn() throws ScriptException {
        engine.eval("let a = 1");
        Bindings other = engine.createBindings();
        other.put("a", 10);
        assertThat(engine.eval("a + 1", other)).isEqualTo(11.0);
        assertThat(engine.eval("a + 1")).isEqualTo(2.0);
    }

    @Test
    void theGlobalScopeIsSeenAndFollowed() throws ScriptException {
        manager.put("g", 2);
        assertThat(engine.eval("y = g + 1; y")).isEqualTo(3.0);
        manager.put("g", 5);
        assertThat(engine.eval("y")).isEqualTo(6.0);
        assertThat(engine.getBindings(ScriptContext.ENGINE_SCOPE)).doesNotContainKey("g");
        engine.eval("set g = 7");
        assertThat(engine.get("g")).isEqualTo(7.0);
        assertThat(engine.eval("y")).isEqualTo(8.0);
    }

    @Test
    void whatIsPrintedGoesToTheWriters() throws ScriptException {
        StringWriter text = new StringWriter();
        StringWriter remarks = new StringWriter();
        engine.getContext().setWriter(text);
        engine.getContext().setErrorWriter(remarks);
        engine.eval(engine.getFactory().getOutputStatement("{\"hi\"}") + "\nlog(-1)");
        assertThat(text).hasToString("{\"hi\"}\n");
        assertThat(remarks.toString()).startsWith("note: log(-1)");
    }

    @Test
    void aMistakeHasItsPlace() {
        engine.put(ScriptEngine.FILENAME, "model.ag");
        assertThatExceptionOfType(ScriptException.class)
                .isThrownBy(() -> engine.eval("b = 5\nb + raet"))
                .satisfies(mistake -> {
                    assertThat(mistake.getFileName()).isEqualTo("model.ag");
                    assertThat(mistake.getLineNumber()).isEqualTo(2);
                    assertThat(mistake.getColumnNumber()).isEqualTo(5);
                    assertThat(mistake).hasMessageContaining("unknown name 'raet'");
                });
        assertThat(engine.get("b")).isEqualTo(5.0);
        engine.put("x", new Object());
        assertThatExceptionOfType(ScriptException.class).isThrownBy(() -> engine.eval("1"));
    }
}
