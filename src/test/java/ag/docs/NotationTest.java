package ag.docs;

import static org.assertj.core.api.Assertions.assertThat;

import ag.host.Host;
import ag.lang.source.Diagnostic;
import ag.lang.source.ErrorCode;
import ag.lang.source.SourceText;
import ag.result.Plain;
import ag.result.Result;
import ag.session.Interruption;
import ag.session.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the page on notation says is read, is read so, row by row. */
final class NotationTest {
    private static final String LETTERS = "x = 0.7; y = 1.5; z = 0.3; a = 2; b = 3; c = 4; n = 5\n";
    private static final Pattern CODE = Pattern.compile("`((?:[^`\\\\]|\\\\.)+)`");
    private static final double NEAR = 1e-12;

    /** A row of a table: what is typed, and the expressions beside it. */
    record Row(String typed, List<String> beside) {}

    static Stream<Row> readings() {
        return rows("| typed | means |");
    }

    static Stream<Row> refusals() {
        return rows("| typed | readings |");
    }

    @Test
    void thereAreManyRows() {
        assertThat(readings()).hasSizeGreaterThan(80);
        assertThat(refusals()).hasSizeGreaterThan(15);
    }

    @ParameterizedTest
    @MethodSource("readings")
    void isReadAsThePageSays(Row row) {
        assertThat(Numbers.of(last(row.typed())))
                .hasSameSizeAs(Numbers.of(last(row.beside().getFirst())));
        List<Double> typed = Numbers.of(last(row.typed()));
        List<Double> meant = Numbers.of(last(row.beside().getFirst()));
        for (int i = 0; i < typed.size(); i++) {
            assertThat(Math.abs(typed.get(i) - meant.get(i)))
                    .as("%s gives %s, and %s %s", row.typed(), typed, row.beside(), meant)
                    .isLessThan(NEAR * Math.max(1, Math.abs(meant.get(i))));
        }
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void isRefusedWithReadingsThatWork(Row row) {
        String hint = session(new ArrayList<>())
                .run(new SourceText("row", LETTERS + row.typed()))
                .map(Diagnostic::hint)
                .orElse("");
        assertThat(hint).as("the advice about '%s'", row.typed()).contains(row.beside());
        String before =
                row.typed().contains(";") ? row.typed().substring(0, row.typed().lastIndexOf(';') + 1) : "";
        for (String reading : row.beside()) {
            assertThat(run(before + reading)).as("what '%s' gives", reading).isNotNull();
        }
    }

    /** What can be read in two ways can be so behind a sign, in a sum and in brackets too. */
    @ParameterizedTest
    @MethodSource("refusals")
    void isRefusedWhereverItStands(Row row) {
        int last = row.typed().lastIndexOf(';') + 1;
        String before = row.typed().substring(0, last);
        String typed = row.typed().substring(last).strip();
        if (error(before + typed) != ErrorCode.TWO_READINGS || typed.matches("[d∂].*\\+.*|.* at .*|.*=.*|\\{.*")) {
            return;
        }
        for (String around : List.of("-%s", "7 - %s", "2 + %s - 1", "(%s)", "[%s]", "x*(%s)")) {
            assertThat(error(before + around.formatted(typed)))
                    .as("'%s'", around.formatted(typed))
                    .isEqualTo(ErrorCode.TWO_READINGS);
        }
    }

    private static @Nullable ErrorCode error(String program) {
        return session(new ArrayList<>())
                .run(new SourceText("row", LETTERS + program))
                .map(Diagnostic::error)
                .orElse(null);
    }

    private static Plain last(String program) {
        return run(program).stream()
                .filter(Result.Value.class::isInstance)
                .map(result -> ((Result.Value) result).value())
                .reduce((_, later) -> later)
                .orElseThrow(() -> new AssertionError(program + " gives no value"));
    }

    private static List<Result> run(String program) {
        List<Result> results = new ArrayList<>();
        assertThat(session(results).run(new SourceText("row", LETTERS + program)))
                .as("the mistake in '%s'", program)
                .isEmpty();
        return results;
    }

    private static Session session(List<Result> results) {
        return new Session(results::add, Host.PLAIN, Interruption.none());
    }

    private static Stream<Row> rows(String head) {
        List<String> lines = new Page(Path.of("docs/notation.md")).lines();
        List<Row> rows = new ArrayList<>();
        boolean in = false;
        for (String line : lines) {
            in = line.equals(head) || (in && line.startsWith("|"));
            List<String> codes = CODE.matcher(line)
                    .results()
                    .map(MatchResult::group)
                    .map(code -> code.substring(1, code.length() - 1).replace("\\|", "|"))
                    .toList();
            if (in && codes.size() > 1) {
                rows.add(new Row(codes.getFirst(), codes.subList(1, codes.size())));
            }
        }
        return rows.stream();
    }

    /** The numbers in a value, in their order. */
    private static final class Numbers {
        static List<Double> of(Plain value) {
            return switch (value) {
                case Plain.Real(double number) -> List.of(number);
                case Plain.Vector(double[] numbers) ->
                    java.util.Arrays.stream(numbers).boxed().toList();
                case Plain.Items(List<Plain> items) ->
                    items.stream().flatMap(item -> of(item).stream()).toList();
                case Plain.Truth(boolean truth) -> List.of(truth ? 1.0 : 0.0);
                default -> throw new AssertionError("no numbers: " + value);
            };
        }
    }
}
