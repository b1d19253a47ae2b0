package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import ag.lang.source.SourceText;
import ag.lang.syntax.ControlStatement;
import ag.lang.syntax.Lexeme;
import ag.lang.syntax.Lexeme.Kind;
import ag.lang.syntax.Parser;
import ag.lang.syntax.Statement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A statement is whole or not at all: with a mistake at each of its places, a session in which it has failed is one that has never
 * seen it.
 */
final class WholeStatementTest {
    /** What is wrong in three ways: nothing of that name, nothing at that place, nothing of that kind. */
    private static final List<String> MISTAKES = List.of("qqq", "[1, 2][9]", "\"text\"");

    private static final String CHANGES = "k = 11; let b = 9; set a = 8, w[0] = 5; seed 3; u = random(); backward L;"
            + " train net on d { loss mse; optimizer sgd(lr = 0.2); epochs 1; threads 1 }; f(x) = 1; (p, q) = [1, 2];"
            + " set net.parameters = 0*net.parameters; n = 5*a; zero a; ";

    @TempDir
    Path folder;

    static Stream<String> statements() {
        return Stream.of(
                "let a = 100, b = a*2, c = 3",
                "k = a + 5*b",
                "k += 2*a",
                "z[1] = 5*a",
                "set digits 3",
                "for i in [1, 2, a] { if i > a { break }; " + CHANGES + "k/b }",
                "(k, u) = [a + 1, random()]",
                "f(x, y = 2) = x + y*a",
                "set a = 4, w[1] = 5*a, b *= 2",
                "a*random() + f(b)",
                "grad L + a wrt a, b",
                "backward a*random()",
                "zero a, b",
                "check a*b wrt a, b",
                "trace a*b + 2",
                "explain a*b wrt a, b",
                "derive a^2*b wrt a",
                "derive a^2 + b^2 = 25 for db/da",
                "nudge a by 0.5",
                "compare a^2*b wrt a, b",
                "suppose tanh'(x) = 2*x*k { check tanh(a); let a = 5; set b = 4; grad tanh(b)*a }",
                "guess grad(a^2, a) = 4",
                "guess grad(a^2, a) = 2",
                "hint",
                "graph a*b + 2",
                "step a*b",
                "practice a*b",
                "practice product rule level 2 seed 5",
                "worksheet \"product rule\" 2 questions seed 5 answers",
                "solve a*x^2 = b + 9 for x in 0..5",
                "tangent f at 2",
                "linearize a*x^2 at x = 1 + 1",
                "taylor f at 0 order 2 + 1",
                "limit f at 2",
                "limit x + f(2) as x -> 1",
                "critical f",
                "extrema f on 1..2 + a",
                "ode w' = -a*w, w(0) = f(a) from 0 to 1",
                "plot f, f' for x in 1..2",
                "plot loss of net, net",
                "plot boundary of net on d",
                "explore a*b to \"page.html\"",
                "print a*random(), f(b)",
                "assert a + 1 == 3",
                "assert a ≈ 2 within 0.5",
                "seed 5 + a",
                "for i in [1, 2, a] { " + CHANGES + "i + k }",
                "for (i, x) in enumerate([1, a]) { set b = x; seed i }",
                "while a < 5 { set a = a + 1; k = random(); n = k/b }",
                "repeat 2 + 1 { " + CHANGES + "k/b }",
                "if a > 1 { " + CHANGES + "k/b } else { k = 3 }",
                "data d = dataset([[1, 2], [3, a]], [1, random()])",
                "data d { 1, a -> 0; random(), 3 -> b }",
                "mlp net { input 1 + 1; layer 2 tanh; layer 1 + 0; init normal(0.1); seed 4 }",
                "mlp net { input 2; layer 2 }",
                "train net on d { loss mse; optimizer adam(lr = 0.1*k); epochs 2 + 1; batch 2; threads 1 }",
                "train net on d { loss mse; optimizer sgd(lr = [1, 2][epoch]); epochs 2; batch 2; threads 1 }",
                "minimize a^2 + random()*b over a, b { optimizer sgd(lr = 0.1*k); steps 2 + 1 }",
                "minimize a^2 over a { optimizer sgd(lr = [0.1, 0.2][epoch]); steps 2 }",
                "fit [2, 4, 7] ~ a*[1, 2, 3] + b over a in 0..9, b { weights [1, 2, a]; robust huber(0.5 + 1); steps"
                        + " 50 }",
                "summary net",
                "save net to \"net.json\"",
                "load net from \"none.json\"",
                "import \"wrong.ag\"",
                "test \"it holds\" { assert a == 2 }");
    }

    @Test
    void everyKindOfStatementIsTried() {
        Set<Class<?>> tried = new LinkedHashSet<>();
        statements().forEach(text -> tried.add(parsed(text).getFirst().getClass()));
        // It stands in a loop or a function only, where one above has it.
        tried.add(ControlStatement.Leave.class);
        assertThat(tried).containsAll(kinds(Statement.class).toList());
    }

    /** The records of a sealed interface, those of the interfaces below it too. */
    private static Stream<Class<?>> kinds(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(WholeStatementTest::kinds)
                : Stream.of(type);
    }

    @ParameterizedTest
    @MethodSource("statements")
    @Tag("slow")
    void aStatementThatFailsHasChangedNothing(String statement) throws IOException {
        java.nio.file.Files.writeString(folder.resolve("wrong.ag"), CHANGES + "\nqqq\n");
        List<String> failed = new ArrayList<>();
        Talked tried = new Talked(folder);
        for (String wrong : mistaken(statement)) {
            if (tried.run(wrong).isPresent()) {
                failed.add(wrong);
            } else {
                tried = new Talked(folder);
            }
        }
        Talked talked = new Talked(folder);
        failed.forEach(wrong -> assertThat(talked.run(wrong)).as(wrong).isPresent());
        assertThat(talked.look()).as("after %s", failed).isEqualTo(new Talked(folder).look());
        // A test that does not hold has been run all the same.
        assertThat(!failed.isEmpty() || statement.startsWith("test")).isTrue();
    }

    private static List<Statement> parsed(String text) {
        return Parser.parse(new SourceText("statement", text));
    }

    /** The statement as it is, and with each of its names, numbers and texts in turn replaced by a mistake, by each in a short one. */
    private static List<String> mistaken(String statement) {
        List<String> mistaken = new ArrayList<>(List.of(statement));
        int place = 0;
        for (Lexeme lexeme : Lexeme.of(new SourceText("statement", statement))) {
            if (Set.of(Kind.NAME, Kind.NUMBER, Kind.TEXT, Kind.DEFINED).contains(lexeme.kind())) {
                place++;
                boolean isLong = statement.length() > 90;
                for (String mistake : isLong ? List.of(MISTAKES.get(place % MISTAKES.size())) : MISTAKES) {
                    mistaken.add(statement.substring(0, lexeme.span().start())
                            + mistake
                            + statement.substring(lexeme.span().end()));
                }
            }
        }
        return mistaken;
    }
}
