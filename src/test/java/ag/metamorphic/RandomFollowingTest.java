package ag.metamorphic;

import static org.assertj.core.api.Assertions.assertThat;

import ag.host.Content;
import ag.host.Files;
import ag.host.Host;
import ag.lang.source.SourceText;
import ag.lang.source.Span;
import ag.metamorphic.RandomStatements.Step;
import ag.result.Plain;
import ag.result.Result;
import ag.session.Interruption;
import ag.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Programs made by chance, each written in several ways that must give the same. */
@Tag("slow")
final class RandomFollowingTest {
    private static final int PROGRAMS = 400;
    private static final int STEPS = 5;

    private static String shown(List<Step> steps) {
        return steps.stream().map(Step::name).collect(Collectors.joining("\n"));
    }

    private static String text(List<Step> steps) {
        return steps.stream().map(Step::text).collect(Collectors.joining("\n"));
    }

    private static String program(List<Step> steps) {
        return RandomStatements.INPUTS + text(steps) + "\n" + RandomStatements.CHANGE + "\n" + shown(steps);
    }

    @Test
    void changedAfterwardsIsWrittenSoFromTheStart() {
        int detached = 0;
        int changed = 0;
        for (int seed = 0; seed < PROGRAMS; seed++) {
            List<Step> steps = RandomStatements.of(seed, STEPS, true);
            String inputs = RandomStatements.INPUTS;
            List<Plain> before = Values.of(inputs + text(steps) + "\n" + shown(steps));
            StringBuilder fresh = new StringBuilder(inputs + RandomStatements.CHANGE + "\n");
            for (int i = 0; i < STEPS; i++) {
                Step step = steps.get(i);
                if (step.detached()) {
                    detached++;
                    // What it draws is drawn there too; what counts is what it was.
                    fresh.append("drawn = ").append(step.value()).append('\n');
                    fresh.append(step.name())
                            .append(" = ")
                            .append(Values.source(before.get(i)))
                            .append('\n');
                } else {
                    fresh.append(step.name()).append(" = ").append(step.value()).append('\n');
                }
            }
            List<Plain> after = Values.of(program(steps));
            List<Plain> wanted = Values.of(fresh + shown(steps));
            for (int i = 0; i < STEPS; i++) {
                changed += Values.same(before.get(i), after.get(i)) ? 0 : 1;
                assertThat(Values.same(after.get(i), wanted.get(i)))
                        .as(
                                "seed %d: %s is %s and not %s in%n%s%nwritten so from the start:%n%s",
                                seed,
                                steps.get(i).name(),
                                Values.text(after.get(i)),
                                Values.text(wanted.get(i)),
                                program(steps),
                                fresh)
                        .isTrue();
            }
        }
        assertThat(detached).isGreaterThan(PROGRAMS / 2);
        assertThat(changed).isGreaterThan(PROGRAMS * 2);
    }

    private static void same(String what, List<Plain> a, List<Plain> b, String program) {
        assertThat(a).hasSameSizeAs(b);
        for (int i = 0; i < a.size(); i++) {
            assertThat(Values.same(a.get(i), b.get(i)))
                    .as("%s: %s and %s in%n%s", what, Values.text(a.get(i)), Values.text(b.get(i)), program)
                    .isTrue();
        }
    }

    @Test
    void whatDoesNotMatterChangesNothing() {
        for (int seed = 0; seed < PROGRAMS / 4; seed++) {
            List<Step> steps = RandomStatements.of(seed, STEPS, true);
            String program = program(steps);
            List<Plain> plain = Values.of(program);
            same("laid out", plain, Values.of(Session.layout(new SourceText("program", program))), program);
            same("renamed", plain, Values.of(renamed(program)), program);
            same("within if true", plain, Values.of(within("if true", steps)), program);
            same("within repeat 1", plain, Values.of(within("repeat 1", steps)), program);
            same("imported", plain, imported(program(steps), steps), program);
            same("entry by entry", plain, entries(program), program);
        }
    }

    @Test
    void theOrderOfIndependentStatementsChangesNothing() {
        for (int seed = 0; seed < PROGRAMS / 4; seed++) {
            List<Step> left = RandomStatements.of(seed, STEPS, false);
            List<Step> right = RandomStatements.of(seed + PROGRAMS, STEPS, false);
            StringBuilder mixed = new StringBuilder(RandomStatements.INPUTS + renamed(RandomStatements.INPUTS) + "\n");
            for (int i = 0; i < STEPS; i++) {
                mixed.append(renamed(right.get(i).text())).append('\n');
                mixed.append(left.get(i).text()).append('\n');
            }
            String change = RandomStatements.CHANGE + "\n" + renamed(RandomStatements.CHANGE) + "\n";
            List<Plain> apart = new ArrayList<>(Values.of(program(left)));
            apart.addAll(Values.of(program(right)));
            String program = mixed + change + shown(left) + "\n" + renamed(shown(right));
            same("in another order", apart, Values.of(program), program);
        }
    }

    private static String within(String head, List<Step> steps) {
        return RandomStatements.INPUTS
                + steps.stream().map(step -> head + " { " + step.text() + " }").collect(Collectors.joining("\n"))
                + "\n" + RandomStatements.CHANGE + "\n" + shown(steps);
    }

    /** The same program with other names for everything that it names itself. */
    private static String renamed(String program) {
        return program.replaceAll(
                "\\b(a|b|c|v|n|M|t\\d|[yzwlgFGkjsxpqriu]|jump|halved|least|same|call|end|f)\\b", "$1_other");
    }

    private static List<Plain> imported(String program, List<Step> steps) {
        Files files = new Files() {
            @Override
            public String read(String path, Span span, Runnable pause) {
                return program.substring(0, program.length() - shown(steps).length());
            }

            @Override
            public void write(String path, Content content, Span span) {
                throw new IllegalStateException("nothing is written");
            }

            @Override
            public String identity(String path, Span span) {
                return path;
            }
        };
        return values(Host.PLAIN.with(files), List.of("import \"program.ag\"\n" + shown(steps)));
    }

    private static List<Plain> entries(String program) {
        return values(Host.PLAIN, program.lines().toList());
    }

    private static List<Plain> values(Host host, List<String> entries) {
        List<Plain> values = new ArrayList<>();
        Session session = new Session(
                result -> {
                    if (result instanceof Result.Value value) {
                        values.add(value.value());
                    }
                },
                host,
                Interruption.none());
        session.interpreter().keepAnswer("ans");
        for (String entry : entries) {
            assertThat(session.run(new SourceText("entry", entry))).as(entry).isEmpty();
        }
        return values;
    }
}
