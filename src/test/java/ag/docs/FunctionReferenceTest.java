package ag.docs;

import static org.assertj.core.api.Assertions.assertThat;

import ag.host.Host;
import ag.session.Interruption;
import ag.session.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables of the language reference say what the program knows. */
final class FunctionReferenceTest {
    private static final boolean UPDATE = Boolean.getBoolean("golden.update");
    private static final Page PAGE = new Page(Path.of("docs", "language.md"));

    private final FunctionReference reference;

    FunctionReferenceTest(@TempDir Path scratch) {
        Session session = new Session(_ -> {}, Host.PLAIN, Interruption.none());
        reference = new FunctionReference(session.interpreter().library(), scratch);
    }

    @Test
    void theTablesOfTheLanguageReferenceAreThoseOfTheProgram() {
        List<String> expected = new ArrayList<>(PAGE.lines());
        Map.of(
                        "operators",
                        reference.operators(),
                        "operations",
                        reference.operations(),
                        "builtins",
                        reference.builtins())
                .forEach((name, table) -> replace(expected, name, table));
        if (UPDATE) {
            PAGE.write(expected);
        }
        assertThat(PAGE.lines()).isEqualTo(expected);
    }

    @Test
    void everyOperationAndEveryFunctionHasALine() {
        assertThat(String.join("\n", reference.operations()))
                .contains("`tanh(x)`", "`1 - y^2`", "`max(a, b)`", "`max(v)`");
        assertThat(String.join("\n", reference.builtins())).contains("`make_moons(", "`hessian(f, point)`", "`len(v)`");
    }

    /** Puts a table between the comments that mark its place. */
    private static void replace(List<String> lines, String name, List<String> table) {
        int begin = lines.indexOf("<!-- " + name + ": printed from the program -->");
        int end = begin + lines.subList(Math.max(begin, 0), lines.size()).indexOf("<!-- end -->");
        assertThat(begin).as("the place of the table of %s", name).isNotNegative();
        lines.subList(begin + 1, end).clear();
        lines.addAll(begin + 1, table);
    }
}
