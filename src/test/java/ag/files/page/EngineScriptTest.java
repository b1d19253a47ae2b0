package ag.files.page;

import static org.assertj.core.api.Assertions.assertThat;

import ag.engine.LocalDerivative;
import ag.engine.Operation;
import ag.engine.Rule;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The script that pages compute with is made of the engine's classes, and has to be made again when those change. */
final class EngineScriptTest {
    private static final String MAKE =
            "the operation table or the engine has changed since src/main/resources/ag/files/page/engine.js was made:"
                    + " run mvn -Pweb process-classes and copy target/web-engine/engine.js there";

    @Test
    void holdsEveryRowOfTheOperationTable() {
        String script = Template.read("engine.js");

        assertThat(Arrays.stream(Operation.values()).filter(row -> !script.contains("\"" + row.name() + "\"")))
                .as(MAKE)
                .isEmpty();
        assertThat(script).doesNotContain("</");
    }

    @Test
    void aRulesSourceIsReadAsTheRule() {
        Arrays.stream(Operation.values())
                .flatMap(row -> LocalDerivative.rules(row).stream())
                .forEach(rule -> assertThat(Rule.parse(rule.source())).isEqualTo(rule));
    }
}
