package ag.client;

import static org.assertj.core.api.Assertions.assertThat;

import ag.assist.Suggestion;
import ag.lang.source.SourceText;
import ag.machine.FileAccess;
import ag.result.Format;
import ag.result.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every word that is completed, and of what stays from one program to the next. */
final class LiveSessionTest {
    private static final String START =
            "let alpha = 2, beta = 3; gamma2(t) = t^2; total = alpha*beta; data points { 1 -> 2 };"
                    + " mlp net { input 1; layer 1 }";

    private final LiveSession session = started(null);

    private static LiveSession started(@Nullable Long seed) {
        LiveSession session = new LiveSession(FileAccess.NONE, seed);
        assertThat(session.evaluate(new SourceText("start", START), _ -> {})).isEmpty();
        return session;
    }

    /** Where an expression begins, all names can stand; a word that has begun leaves those that begin so, in the same order. */
    @ParameterizedTest
    @ValueSource(strings = {"", "2 + ", "x = ", "print ", "f(2, ", "grad ", "set ", "train ", "alpha."})
    void aWordThatHasBegunLeavesWhatBeginsSo(String before) {
        List<String> all = texts(before, before.length());
        assertThat(all).isNotEmpty().doesNotHaveDuplicates();
        TreeSet<String> beginnings = new TreeSet<>();
        for (String name : all) {
            beginnings.add(name.substring(0, 1));
            beginnings.add(name.substring(0, Math.min(2, name.length())));
            beginnings.add(name);
        }
        for (String word : beginnings) {
            if (!word.chars().allMatch(Character::isLetterOrDigit)) {
                continue;
            }
            Completion completion = session.complete(before + word, before.length() + word.length());
            assertThat(completion.start()).as(before + word).isEqualTo(before.length());
            assertThat(completion.end()).isEqualTo(before.length() + word.length());
            assertThat(completion.suggestions()).extracting(Suggestion::text).doesNotHaveDuplicates();
            assertThat(completion.suggestions().stream().map(Suggestion::text).filter(all::contains))
                    .as(before + word)
                    .containsExactlyElementsOf(
                            all.stream().filter(name -> name.startsWith(word)).toList());
            assertThat(completion.suggestions()).allMatch(each -> each.text().startsWith(word));
        }
    }

    private List<String> texts(String text, int cursor) {
        return session.complete(text, cursor).suggestions().stream()
                .map(Suggestion::text)
                .toList();
    }

    /** What stands behind the cursor does not count, and a cursor outside of the text stands at its end. */
    @ParameterizedTest
    @CsvSource({"'2*alp + beta', 5, 2, 5", "'alp', 99, 0, 3", "'alp', -1, 0, 0", "'alpha', 2, 0, 2"})
    void theCursorEndsTheWord(String text, int cursor, int start, int end) {
        Completion completion = session.complete(text, cursor);
        assertThat(List.of(completion.start(), completion.end())).containsExactly(start, end);
        assertThat(completion.suggestions().stream().map(Suggestion::text)).contains("alpha");
    }

    @Test
    void namesStandInTheOrderOfTheirDefinition() {
        assertThat(session.definitions().stream().map(Result.Defined::name))
                .containsExactly("alpha", "beta", "gamma2", "total", "points", "net");
        session.evaluate(new SourceText("more", "set beta = 5; zeta = 1"), _ -> {});
        assertThat(session.definitions().stream().map(Result.Defined::name))
                .containsExactly("alpha", "beta", "gamma2", "total", "points", "net", "zeta");
        assertThat(session.definition("total").orElseThrow().value().toString()).contains("10");
        assertThat(session.definition("nobody")).isEmpty();
    }

    /** What a thing is made of is suggested behind its dot, and all of it can be read. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        fit     | parameters errors covariance residual degrees r_squared steps
        points  | inputs targets
        net     | parameters
        """)
    void membersAreSuggestedAndCanBeRead(String thing, String members) {
        session.evaluate(new SourceText("fit", "let u = 1, v = 1; fit [2, 4, 7] ~ u*[1, 2, 3] + v over u, v"), _ -> {});
        assertThat(texts(thing + ".", thing.length() + 1)).containsAll(List.of(members.split(" ", -1)));
        for (String member : members.split(" ", -1)) {
            assertThat(shown(session, thing + "." + member)).as(member).hasSize(1);
        }
    }

    /** A fresh session has the digits and the seed, and none of the names. */
    @Test
    void aFreshSessionKeepsHowAndForgetsWhat() {
        LiveSession seeded = started(7L);
        seeded.evaluate(new SourceText("digits", "set digits 9"), _ -> {});
        assertThat(seeded.format()).isEqualTo(new Format(9));
        LiveSession fresh = seeded.fresh();
        assertThat(fresh.format()).isEqualTo(new Format(9));
        assertThat(fresh.definitions()).isEmpty();
        assertThat(shown(fresh, "random()")).isEqualTo(shown(new LiveSession(FileAccess.NONE, 7L), "random()"));
        assertThat(shown(fresh.fresh(), "random()"))
                .isNotEqualTo(shown(new LiveSession(FileAccess.NONE, 8L), "random()"));
    }

    private static List<String> shown(LiveSession session, String program) {
        List<String> shown = new ArrayList<>();
        session.evaluate(new SourceText("cell", program), result -> {
            if (result instanceof Result.Value value) {
                shown.add(value.value().toString());
            }
        });
        return shown;
    }

    /** An interruption ends one program; the next one runs. */
    @Test
    void anInterruptionEndsOneProgram() {
        List<Result> results = new ArrayList<>();
        var ended = session.evaluate(new SourceText("cell", "print 1; while true { }"), result -> {
            results.add(result);
            session.interrupt();
        });
        assertThat(ended.orElseThrow().error().text()).isEqualTo("interrupted");
        assertThat(results).hasSize(2);
        assertThat(shown(session, "alpha + 1")).hasSize(1);
        session.interrupt();
        assertThat(session.definition("total")).isPresent();
        assertThat(shown(session, "alpha + 1")).hasSize(1);
    }

    /** What goes wrong in ag itself is told as such, at the statement that was running, and the session stays. */
    @Test
    void aFailureOfOursIsNotTakenForAMistakeOfTheProgram() {
        var ended = session.evaluate(new SourceText("cell", "zeta = 4\nzeta + 1"), result -> {
            if (result instanceof Result.Value) {
                throw new IllegalStateException("broken");
            }
        });
        assertThat(ended.orElseThrow().error().text()).isEqualTo("internal");
        assertThat(ended.orElseThrow().message()).contains("ag itself has failed", "broken");
        assertThat(ended.orElseThrow().span().line()).isEqualTo(2);
        assertThat(shown(session, "zeta")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1 + 1        | COMPLETE
        (1 +         | INCOMPLETE
        for i in 1..3 { | INCOMPLETE
        1 + )        | INVALID
        let 2 = x    | INVALID
        nobody(1)    | COMPLETE
        """)
    void aTextCanRunAsItIsOrNot(String text, Completeness completeness) {
        assertThat(LiveSession.completeness(text)).isEqualTo(completeness);
    }

    @ParameterizedTest
    @CsvSource({"'tanh(2)', 2, 'tanh'", "'2*alpha', 4, 'alpha'", "'2*alpha', 7, 'alpha'", "'net', 0, 'net'"})
    void theNameAtTheCursorIsExplained(String text, int cursor, String name) {
        assertThat(session.inspect(text, cursor).orElseThrow()).contains(name);
    }

    @ParameterizedTest
    @CsvSource({"'2 * 3', 2", "'nobody', 3", "'', 0"})
    void whatIsNoKnownNameIsNot(String text, int cursor) {
        assertThat(session.inspect(text, cursor)).isEmpty();
    }
}
