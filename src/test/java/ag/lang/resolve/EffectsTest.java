package ag.lang.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import ag.lang.source.SourceText;
import ag.lang.syntax.Parser;
import ag.lang.syntax.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a statement makes, changes and reads, the names of the language aside. */
final class EffectsTest {
    private static final Set<String> LANGUAGE = Set.of(
            "sin", "adam", "sgd", "mse", "csv", "split", "dataset", "make_moons", "tanh", "step", "loss", "epoch");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        let a = 2, b = c                              | a b   |     | c   | false
        y = a*b + sin(a)                              | y     |     | a b | false
        (p, q) = f(a)                                 | p q   |     | a f | false
        f(x) = a*x                                    | f     |     | a   | false
        f(x) = { y = x*a; y }                         | f     |     | a   | false
        c += d                                        | c     | c   | c d | false
        set a = b, c *= d                             |       | a c | a b c d | true
        print "{a} and {b + 1}"                       |       |     | a b | false
        assert a == b                                 |       |     | a b | false
        for i in v { s = i*a; set b = s }             | s     | b   | a b s v | true
        while a < 3 { set a = a + 1 }                 |       | a   | a   | true
        repeat n { set a = b }                        |       | a   | a b n | true
        if a > 1 { y = b } else { z = c }             | y z   |     | a b c | false
        if a > 1 { print b } else if c > 2 { print d } else { print e2 } | |  | a b c d e2 | false
        grad L wrt a                                  |       |     | L a | false
        backward L                                    |       |     | L   | false
        check L                                       |       |     | L   | false
        derive L wrt a                                |       |     | L a | false
        minimize L over w { steps 3; optimizer sgd(lr = 0.1) } | | w | L w | true
        train net on d { epochs 3 }                   |       |     | d net | true
        mlp net { input 2; layer 2 tanh }             | net   |     |     | false
        data d = make_moons(n = k)                    | d     |     | k   | false
        load net from "f"                             | net   |     |     | true
        plot f for x in a..b                          |       |     | a b f | false
        suppose tanh'(x) = x + a { y = b }            | y     |     | a b | false
        test "t" { k = a; assert k == b }             | k     |     | a b k | false
        [k*a for k in v if k > b]                     |       |     | a b v | false
        x -> x + a                                    |       |     | a   | false
        nudge a by h                                  |       |     | a h | false
        seed s                                        |       |     | s   | false
        """)
    void areThoseOfTheText(String text, String defines, String changes, String reads, boolean inputs) {
        List<Statement> statements = Parser.parse(new SourceText("program", text.strip()));
        Effects effects = Effects.of(statements.getLast());
        List<Object> found = new ArrayList<>(
                List.of(own(effects.defines()), own(effects.changes()), own(effects.reads()), effects.changesInputs()));
        assertThat(found).as(text).isEqualTo(List.of(names(defines), names(changes), names(reads), inputs));
    }

    private static Set<String> own(Set<String> names) {
        Set<String> own = new TreeSet<>(names);
        own.removeAll(LANGUAGE);
        return own;
    }

    private static Set<String> names(String orNull) {
        return orNull == null
                ? Set.of()
                : new TreeSet<>(Arrays.asList(orNull.strip().split(" ")));
    }
}
