package ag.lang.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import ag.host.Host;
import ag.lang.source.AgException;
import ag.lang.source.SourceText;
import ag.lang.statements.StandardLanguage;
import ag.lang.values.Datum;
import ag.lang.values.Stop;
import ag.lang.values.Workspace;
import ag.result.Format;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps recorded in stretches have the value and the gradients, digit by digit, of the loop that records all of them. */
final class IterateTest {
    private static final String START = "let a = 0.9, b = 0.3, c = -0.5, w = [0.2, 0.4, -0.7];"
            + " d = a*b + 1; g(x) = { y = x*b; y + a }; k = 2.5;";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x -> tanh(a*x + b) | b",
                "x -> x/2 + a/x | a",
                "x -> d*x/3 - exp(c*x^2)/d | c*d",
                "x -> 1.5 | a",
                "x -> a | a",
                "x -> k*x*(1 - x) | 0.3 + a/10",
                "x -> cos(x) | 1",
                "x -> w[0]*x + w[1]*w[2] | w[1]",
                "x -> if x > 0.5 then a*x - 0.3 else b + x*x | a",
                "x -> g(x)/2 | a",
                "x -> sum(w)*x^2 - log(1 + exp(x)) | c",
                "x -> log_sum(x) | c",
            })
    void numbersAreThoseOfTheLoop(String function, String start) {
        for (int steps : new int[] {1, 2, 7, 40}) {
            for (int every : new int[] {1, 3, 7, 100}) {
                String before = START + "log_sum(x) = logsumexp([x, a, x*b]) - 1; f = " + function + "; ";
                List<String> loop = outcome(
                        before + "x = " + start + "; repeat " + steps + " { x = f(x) }; L = x",
                        "L",
                        "a",
                        "b",
                        "c",
                        "w");
                List<String> stretches = outcome(
                        before + "L = iterate(f, " + start + ", " + steps + ", every = " + every + ")",
                        "L",
                        "a",
                        "b",
                        "c",
                        "w");
                boolean constant = loop.getFirst().contains("depends on no input");
                assertThat(
                                constant
                                        ? stretches.stream()
                                                .filter(bits -> !bits.endsWith(" 0x0.0p0")
                                                        && !bits.contains("depends on no input"))
                                                .toList()
                                        : stretches)
                        .as("%s, %d steps, %d at a time", function, steps, every)
                        .isEqualTo(constant ? loop.subList(1, loop.size()) : loop);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void soAreThoseOfFormulasByChance(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 6; i++) {
            String formula = formula(random, 4);
            numbersAreThoseOfTheLoop("x -> tanh(" + formula + ")", random.nextBoolean() ? "a" : "0.25");
        }
    }

    private static String formula(Random random, int depth) {
        String[] names = {"a", "b", "c", "x", "x", "d", "w[1]", "0.7", "k"};
        if (depth == 0 || random.nextInt(6) == 0) {
            return names[random.nextInt(names.length)];
        }
        String one = formula(random, depth - 1);
        return switch (random.nextInt(7)) {
            case 0 -> "(" + one + " + " + formula(random, depth - 1) + ")";
            case 1 -> "(" + one + " - " + formula(random, depth - 1) + ")";
            case 2, 3 -> "(" + one + "*" + formula(random, depth - 1) + ")";
            case 4 -> "sin(" + one + ")";
            case 5 -> "(" + one + "/(2 + (" + formula(random, depth - 1) + ")^2))";
            default -> "g(" + one + ")";
        };
    }

    /** Several values at once: each for itself has the gradients of the loop. */
    @Test
    void aVectorHasThoseOfTheLoop() {
        String before = START + "f = v -> [tanh(a*v[0] + v[1]), v[1] + v[0]*exp(c*v[0])]; ";
        for (int every : new int[] {1, 4, 30}) {
            for (String element : List.of("v[0]", "v[1]")) {
                assertThat(outcome(
                                before + "v = iterate(f, [b, 0.1], 30, every = " + every + "); L = " + element,
                                "L",
                                "a",
                                "b",
                                "c"))
                        .isEqualTo(outcome(
                                before + "v = [b, 0.1]; repeat 30 { v = f(v) }; L = " + element, "L", "a", "b", "c"));
            }
        }
    }

    /** What depends on the value, what changes it, and what a derivative is taken at. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "set a = 0.4; L | x = b; repeat 20 { x = f(x) }; set a = 0.4; x",
                "set b = 0.4; grad(L, b) | x = b; repeat 20 { x = f(x) }; set b = 0.4; grad(x, b)",
                "grad(L^3 + b, a) | 3*L^2*grad(L, a)",
                "h(t) = iterate(f, t, 20, 6); h'(0.3) | h(t) = { x = t; repeat 20 { x = f(x) }; x }; h'(0.3)",
                "iterate(f, 0.5, 0, 3) | 0.5",
                "iterate(x -> x + 1, 0, 100000) | 100000",
                "grad(grad(iterate(f, b, 20), a), b) | x = b; repeat 20 { x = f(x) }; grad(grad(x, a), b)",
                "repeat 3 { set a = a - 0.1*grad(L, a) }; L |"
                        + " repeat 3 { x = b; repeat 20 { x = f(x) }; set a = a - 0.1*grad(x, a) };"
                        + " x = b; repeat 20 { x = f(x) }; x",
            })
    void theValueIsOneLikeAnyOther(String program, String other) {
        String before = START + "f(x) = tanh(a*x + b); L = iterate(f, b, 20, every = 6); ";
        assertThat(last(before + program)).isEqualTo(last(before + other));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grad(grad(L, a), b) | steps of iterate in stretches have the first derivatives alone",
                "h(t) = iterate(f, t, 20, every = 6); h''(0.3) | the first derivatives alone",
                "h(s, t) = iterate(x -> s*x, t, 20, every = 6); hessian(h, [0.3, 0.4]) | the first derivatives alone",
                "h(s, t) = iterate(x -> s*x, t, 20, every = 6); gradient(p -> gradient(h, p)[0], [0.3, 0.4]) |"
                        + " the first derivatives alone",
                "iterate(x -> x + uniform(0, 1), a, 20, 3) | random numbers",
                "iterate(x -> [x, x], a, 20, 3) | gives what it is given",
                "iterate(x -> sqrt(x)*0, a - 0.9, 20, 3) | not finite",
            })
    void whatCannotBeIsRefused(String program, String message) {
        assertThat(last(START + "f(x) = tanh(a*x + b); L = iterate(f, b, 20, every = 6); " + program))
                .contains(message);
    }

    private static String last(String program) {
        List<String> results = new ArrayList<>();
        Format format = new Format(12);
        Workspace workspace = new Workspace(
                result -> {
                    if (result instanceof ag.result.Result.Value value) {
                        results.add(format.text(value.value()));
                    }
                },
                Host.PLAIN,
                Stop.NEVER);
        try {
            new Interpreter(workspace, new StandardLanguage()).run(new SourceText("iterate.ag", program));
        } catch (AgException problem) {
            results.add(problem.diagnostic().message());
        }
        return results.getLast();
    }

    /** The bits of a value and of its gradients, by one backward pass. */
    private static List<String> outcome(String program, String value, String... inputs) {
        List<String> bits = new ArrayList<>();
        Workspace workspace = new Workspace(result -> {}, Host.PLAIN, Stop.NEVER);
        Interpreter interpreter = new Interpreter(workspace, new StandardLanguage());
        try {
            interpreter.run(new SourceText("iterate.ag", program + "; backward " + value));
        } catch (AgException problem) {
            bits.add(problem.diagnostic().message());
        }
        Datum held = interpreter.machine().globals.cell(value).read();
        bits.add(Double.toHexString(workspace.shown(Held.peeled(Objects.requireNonNull(held)))));
        workspace.inputs().all().stream()
                .filter(input -> List.of(inputs).contains(input.name()))
                .forEach(input -> {
                    for (double gradient : input.accumulated() == null ? new double[0] : input.accumulated()) {
                        bits.add(input.name() + " " + Double.toHexString(gradient + 0.0));
                    }
                });
        return bits;
    }
}
