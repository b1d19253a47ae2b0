package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import ag.lang.builtins.Builtin;
import ag.lang.source.Diagnostic;
import ag.lang.source.SourceText;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Parser;
import ag.lang.syntax.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Which kinds of values each argument of each function takes: in the example of its help every argument is replaced by a value of each
 * kind. {@code reference/argument_kinds.txt} says what goes; a kind that is refused for another reason than its kind has that reason
 * behind it, and one that is refused anywhere but at the argument a {@code !}.
 */
final class ArgumentKindsTest {
    private static final Path KINDS = Path.of("src", "test", "resources", "reference", "argument_kinds.txt");

    private static final Map<String, String> VALUES = new LinkedHashMap<>(Map.of(
            "number", "2",
            "input", "input_number",
            "vector", "[2, 3]",
            "matrix", "[[2, 3], [4, 5]]",
            "list", "[1, [2, 3]]",
            "text", "\"some\"",
            "truth", "true",
            "function", "some_function",
            "network", "some_network",
            "data", "some_data"));

    private static final List<String> ORDER =
            List.of("number", "input", "vector", "matrix", "list", "text", "truth", "function", "network", "data");

    private static final String START = """
        seed 1; let input_number = 2; some_function(x) = x^2
        data some_data { 0, 1 -> 1; 1, 0 -> 0 }
        mlp some_network { input 2; layer 1; seed 3 }
        """;

    private final Answers answers = Answers.after(START);

    @Test
    void areThoseOfTheTable() throws IOException {
        List<String> found = new Answers()
                .library().stream()
                        .filter(function -> !function.example().isEmpty())
                        .sorted((a, b) -> a.name().compareTo(b.name()))
                        .flatMap(function -> lines(function).stream())
                        .toList();
        if (Boolean.getBoolean("golden.update")) {
            Files.write(KINDS, found);
        }
        assertThat(found).isEqualTo(Files.readAllLines(KINDS));
    }

    private List<String> lines(Builtin function) {
        List<String> lines = new ArrayList<>();
        String example = function.example();
        Statement last = Parser.parse(new SourceText("example", example)).getLast();
        if (!(last instanceof Statement.Evaluate shown)
                || !(shown.expression() instanceof Expr.Call call)
                || !(call.callee() instanceof Expr.Name name)
                || !name.name().equals(function.name())) {
            return List.of();
        }
        for (int i = 0; i < call.arguments().size(); i++) {
            Span place = call.arguments().get(i).value().span();
            String kinds = ORDER.stream()
                    .map(kind -> outcome(example, place, kind))
                    .filter(outcome -> !outcome.isEmpty())
                    .collect(Collectors.joining(", "));
            lines.add(function.name() + " " + (i + 1) + ": " + kinds);
        }
        return lines;
    }

    private String outcome(String example, Span place, String kind) {
        String value = Objects.requireNonNull(VALUES.get(kind));
        String program = example.substring(0, place.start()) + value + example.substring(place.end());
        Optional<Diagnostic> mistake = Answers.after(START).mistake(program);
        if (mistake.isEmpty()) {
            return kind;
        }
        Diagnostic problem = mistake.get();
        boolean there =
                problem.span().start() == place.start() && problem.span().end() == place.start() + value.length();
        String reason = problem.error().text();
        return reason.equals("wrong-type") && there ? "" : kind + " " + reason + (there ? "" : "!");
    }
}
