package ag.files.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ag.engine.Domain;
import ag.engine.Operation;
import ag.lang.source.SourceText;
import ag.machine.ThisMachine;
import ag.result.DerivativeResult;
import ag.result.Plain;
import ag.result.Result;
import ag.session.Interruption;
import ag.session.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A formula in which every operation of the table has inputs of its own follows the sliders on a page as it follows {@code set}. */
@Tag("slow")
final class EveryOperationOnAPageTest {
    private static final double TOLERANCE = 1e-12;

    @TempDir
    private Path folder;

    private final List<String> terms = new ArrayList<>();
    private final List<Double> numbers = new ArrayList<>();

    /** A page takes a hundred inputs, and all operations have more. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void whenAllSlidersMoveThePageHasTheNumbersOfAg(int half) throws Exception {
        Arrays.stream(Operation.values())
                .filter(operation -> operation.name().length() % 2 == half)
                .forEach(this::use);
        String formula = String.join(" + ", terms);
        run("let v = " + numbers + "; explore " + formula + " to \"page.html\"");
        try (Browser browser =
                Browser.open(folder.resolve("page.html"), Files.createDirectory(folder.resolve("profile")))) {
            for (int i = 0; i < numbers.size(); i++) {
                browser.evaluate("(() => { const slider = document.querySelectorAll('[type=range]')[" + i + "];"
                        + " slider.value = Number(slider.value) + 3; slider.dispatchEvent(new Event('input')); })()");
            }

            String moved = browser.evaluate(
                    "[...document.querySelectorAll('[type=number]')]" + ".map((field) => field.value).join(', ')");
            assertThat(numbers(moved)).doesNotContainAnyElementsOf(numbers);
            DerivativeResult.Gradient expected =
                    (DerivativeResult.Gradient) run("let v = " + numbers + "; set v = [" + moved + "]; grad " + formula)
                            .getLast();
            double[] gradients = ((Plain.Vector) expected.slopes().getFirst().gradient()).values();
            List<Double> shown =
                    numbers(browser.evaluate("inputs.map((input) => state.gradient[input.index]).join(', ')"));
            assertThat(shown).hasSize(gradients.length);
            for (int i = 0; i < gradients.length; i++) {
                same(shown.get(i), gradients[i], "the gradient of v[" + i + "] in " + formula);
            }
            same(Double.parseDouble(browser.evaluate("String(state.value[root])")), expected.value(), formula);
        }
    }

    /** A term in which the operation is applied to inputs that nothing else has, at a place inside its domain. */
    private void use(Operation operation) {
        switch (operation.kind()) {
            case LEAF, INTERNAL -> {}
            case PREFIX -> terms.add("(" + operation.symbol() + input(operation, 0.37) + ")");
            case INFIX ->
                terms.add("(" + input(operation, 0.37) + " " + operation.symbol() + " " + input(operation, 0.64) + ")");
            case FUNCTION, LOSS -> {
                String second = operation.partials().arity() == 1 ? "" : ", " + input(operation, 0.64);
                terms.add(operation.symbol() + "(" + input(operation, 0.37) + second + ")");
            }
            case REDUCTION -> {
                String vector = "[" + input(operation, 0.37) + ", " + input(operation, 0.64) + "]";
                boolean ofPairs = operation == Operation.DOT;
                terms.add(operation.symbol() + "(" + vector + (ofPairs ? ", " + vector + "*2" : "") + ")");
            }
        }
    }

    private String input(Operation operation, double share) {
        Domain domain = operation.domain();
        numbers.add(domain.low() + share * (domain.high() - domain.low()));
        return "v[" + (numbers.size() - 1) + "]";
    }

    private List<Result> run(String program) {
        List<Result> results = new ArrayList<>();
        Session session =
                new Session(results::add, ThisMachine.host((path, _) -> folder.resolve(path)), Interruption.none());
        assertThat(session.run(new SourceText("test", program))).isEmpty();
        return results;
    }

    private static List<Double> numbers(String list) {
        return Stream.of(list.split(", ", -1)).map(Double::valueOf).collect(Collectors.toList());
    }

    private static void same(double shown, double expected, String what) {
        assertThat(shown).as(what).isCloseTo(expected, within(TOLERANCE * Math.max(1, Math.abs(expected))));
    }
}
