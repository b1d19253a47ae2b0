package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import ag.host.Host;
import ag.lang.source.Diagnostic;
import ag.lang.source.SourceText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A letter whose formula would depend on the letter itself is refused, however long the way around; every other program is worth what it says. */
@Tag("slow")
class CircularFormulasTest {
    private static final List<String> LETTERS = List.of("p", "q", "r");

    @Test
    void exactlyTheCircularDefinitionsAreRefused() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            List<String> definitions = new ArrayList<>();
            for (String name : LETTERS) {
                for (String value : List.of("p", "q + 1", "2r", "p q", "s")) {
                    definitions.add(name + " = " + value);
                }
            }
            for (String first : definitions) {
                for (String second : definitions) {
                    for (String third : definitions) {
                        program(List.of(first, second, third));
                    }
                }
            }
        });
    }

    private static void program(List<String> lines) {
        Map<String, Set<String>> letters = new HashMap<>();
        int refused = -1;
        for (int i = 0; i < lines.size() && refused < 0; i++) {
            String name = lines.get(i).substring(0, 1);
            Set<String> own = new HashSet<>();
            for (String read : List.of("p", "q", "r", "s")) {
                if (lines.get(i).substring(4).contains(read)) {
                    // A formula in a formula stays what it was when that was written.
                    own.addAll(letters.getOrDefault(read, Set.of(read)));
                }
            }
            if (hangsOn(name, own, letters)) {
                refused = i;
            } else {
                letters.put(name, own);
            }
        }
        List<String> codes = new ArrayList<>();
        Session session = new Session(_ -> {}, Host.PLAIN, Interruption.none());
        for (String line : lines) {
            codes.add(
                    session.run(new SourceText("", line)).map(Diagnostic::code).orElse(""));
        }
        assertThat(codes.indexOf("given-by-itself")).as("%s", lines).isEqualTo(refused);
    }

    /** Whether a letter stands for one of these by now, or for what one of these stands for. */
    private static boolean hangsOn(String name, Set<String> own, Map<String, Set<String>> letters) {
        Set<String> reached = new HashSet<>(own);
        while (reached.addAll(reached.stream()
                .flatMap(letter -> letters.getOrDefault(letter, Set.of()).stream())
                .toList())) {}
        return reached.contains(name);
    }
}
