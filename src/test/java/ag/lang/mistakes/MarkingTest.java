package ag.lang.mistakes;

import static org.assertj.core.api.Assertions.assertThat;

import ag.engine.Operation;
import ag.lang.algebra.Differentiator;
import ag.lang.algebra.Simplifier;
import ag.lang.algebra.Term;
import ag.lang.algebra.TextWriter;
import ag.lang.mistakes.Marking.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
final class MarkingTest {
    private static final Path PAGE = Path.of("docs", "mistakes.md");
    private static final Path RESOURCES = Path.of("src", "test", "resources", "mistakes");
    private static final Term.Letter X = new Term.Letter("x");
    private static final int FUNCTIONS = 10;

    private static Marking marked(Term function, Term answer) {
        return Marking.formula(function, List.of(X), answer, () -> {});
    }

    private static Marking marked(String function, String answer) {
        return marked(Written.term(function), Written.term(answer));
    }

    private static List<String> codes(Marking marking) {
        return marking.found().stream()
                .flatMap(found -> found.codes().stream())
                .limit(4)
                .toList();
    }

    /** The rows of the page: code, what went wrong, function and answer. */
    private static List<List<String>> page() {
        return Written.rows(PAGE).stream()
                .filter(row -> row.getFirst().startsWith("| `"))
                .map(row -> row.stream()
                        .map(cell -> cell.replace("`", "").replace("|", "").strip())
                        .toList())
                .toList();
    }

    @Test
    void thePageHasAllMistakesAndEachRowIsNamed() {
        List<List<String>> page = page();
        Set<String> known = Catalogue.all().stream().map(Mistake::code).collect(Collectors.toCollection(TreeSet::new));

        assertThat(page).extracting(List::getFirst).containsExactlyInAnyOrderElementsOf(known);
        assertThat(page)
                .allSatisfy(row -> assertThat(codes(marked(row.get(2), row.get(3))))
                        .as(row.toString())
                        .contains(row.getFirst()));
    }

    @Test
    void aMistakeIsNamedForOtherFunctions() {
        assertThat(Written.rows(RESOURCES.resolve("wrong.txt")))
                .allSatisfy(row -> assertThat(codes(marked(row.get(1), row.get(2))))
                        .as(row.toString())
                        .contains(row.getFirst()));
    }

    @Test
    void whatIsRightIsRightInAnyForm() {
        List<List<String>> rows = new ArrayList<>(Written.rows(RESOURCES.resolve("right.txt")));

        rows.addAll(Written.rows(RESOURCES.resolve("odd-forms.txt")));

        assertThat(rows).hasSizeGreaterThanOrEqualTo(400);
        assertThat(rows)
                .allSatisfy(row -> assertThat(marked(row.get(0), row.get(1)).verdict())
                        .as(row.toString())
                        .isEqualTo(Verdict.RIGHT));
    }

    /** The function of each row inside of ten others: whatever the mistake makes of them is named. */
    @Test
    void aMistakeThatIsMadeIsFoundInAnyFunction() {
        List<String> lost = new ArrayList<>();
        for (List<String> row : page()) {
            List<Mistake> mistakes = Catalogue.all().stream()
                    .filter(mistake -> mistake.code().equals(row.getFirst()))
                    .toList();
            int made = 0;
            for (Term function : around(Written.term(row.get(2)))) {
                made += found(function, mistakes, lost);
            }
            if (mistakes.stream().noneMatch(mistake -> mistake.change() instanceof Mistake.Trait)) {
                assertThat(made).as(row.getFirst()).isGreaterThanOrEqualTo(FUNCTIONS / 2);
            }
        }
        assertThat(lost).isEmpty();
    }

    @Test
    void anAntiderivativeIsKnownForWhatItIs() {
        for (Term answer : around(Written.term("x^3"))) {
            Term function = Differentiator.derivative(answer, X);
            Marking marking = marked(function, answer);

            if (marking.verdict() == Verdict.WRONG) {
                assertThat(marking.found()).as(TextWriter.text(function)).isNotEmpty();
                assertThat(codes(marking)).as(TextWriter.text(function)).contains("integrated");
            } else {
                assertThat(function).isEqualTo(answer);
            }
        }
    }

    private static List<Term> around(Term f) {
        return List.of(
                f,
                Term.negative(f),
                Term.sum(f, Term.power(X, 2)),
                Term.minus(Term.apply(Operation.SIN, X), f),
                Term.product(Term.number(3), f),
                Term.product(f, Term.power(Term.e(), X)),
                Term.quotient(f, Term.sum(X, Term.number(2))),
                Term.apply(Operation.ATAN, f),
                Term.power(Term.e(), f),
                Term.power(f, 2));
    }

    /** Makes the first wrong answer that comes of these mistakes, and has it judged. */
    private static int found(Term function, List<Mistake> mistakes, List<String> lost) {
        List<Term> wrong = new ArrayList<>();
        Term right = Differentiator.derivative(function, X);
        Candidates candidates = new Candidates(new Mistake.Task(function, X), candidate -> {
            if (wrong.isEmpty() && !ag.lang.algebra.Equality.equal(candidate.answer(), right)) {
                wrong.add(candidate.answer());
            }
        });
        mistakes.forEach(candidates::single);
        for (Term answer : wrong) {
            Marking marking = marked(function, answer);
            boolean named = codes(marking).contains(mistakes.getFirst().code());
            // Where four others come to the same, they are as likely.
            if (marking.verdict() == Verdict.RIGHT || !(named || marking.found().size() == 4)) {
                lost.add(mistakes.getFirst().code() + ": " + TextWriter.text(function) + " → " + TextWriter.text(answer)
                        + " " + codes(marking));
            }
        }
        return wrong.size();
    }

    @Test
    void noDerivativeByTheRulesIsCalledWrong() {
        Random random = new Random(5);
        for (int i = 0; i < 150; i++) {
            Term function = function(random, 3);
            Term right = Differentiator.derivative(function, X);

            for (Term form : List.of(right, Simplifier.simplify(right), Term.sum(right, Term.ONE, Term.number(-1)))) {
                assertThat(marked(function, form).verdict())
                        .as(TextWriter.text(function) + " → " + TextWriter.text(form))
                        .isNotEqualTo(Verdict.WRONG);
            }
        }
    }

    private static Term function(Random random, int depth) {
        if (depth == 0) {
            return random.nextInt(3) == 0 ? Term.number(1 + random.nextInt(5)) : X;
        }
        List<Operation> functions = List.of(Operation.SIN, Operation.COS, Operation.SQRT, Operation.LOG, Operation.ABS);
        return switch (random.nextInt(6)) {
            case 0 -> Term.sum(function(random, depth - 1), function(random, depth - 1));
            case 1 -> Term.product(function(random, depth - 1), function(random, depth - 1));
            case 2 -> Term.quotient(function(random, depth - 1), function(random, depth - 1));
            case 3 -> Term.power(function(random, depth - 1), 2 + random.nextInt(3));
            case 4 -> Term.power(Term.e(), function(random, depth - 1));
            default -> Term.apply(functions.get(random.nextInt(functions.size())), function(random, depth - 1));
        };
    }

    @Test
    void twoMistakesAtOnceAreFound() {
        Marking marking = marked("x^2*sin(3x)", "2x*cos(x)");

        assertThat(marking.found()).isNotEmpty().allMatch(found -> found.made().size() == 2);
        assertThat(codes(marking)).contains("product-of-derivatives");
    }

    @Test
    void whatFitsNothingIsAskedForByItsParts() {
        assertThat(marked("sin(x^2)", "x + 17").found()).isEmpty();
        assertThat(marked("sin(x^2)", "x + 17").question())
                .contains("inner function x²")
                .doesNotContain("cos");
        assertThat(marked("x*sin(x)", "x + 17").question()).contains("the factors x and sin(x)");
        assertThat(marked("x/sin(x)", "x + 17").question()).contains("x and sin(x)");
    }

    /** Short answers that two mistakes together would give by chance, and others that nothing gives. */
    @Test
    void whatIsArbitraryIsNotExplained() {
        for (String function : List.of("x^2*sin(x)", "sqrt(x^2+1)", "(x^2+1)^3", "atan(x)", "1/(x^2+1)", "3x^2+2x")) {
            for (String answer : List.of("42", "x + 17", "ln(x)", "x^3 - 7", "e^x + 2", "5x^4 - x", "tan(x)")) {
                assertThat(codes(marked(function, answer)))
                        .as(function + " → " + answer)
                        .isEmpty();
            }
        }
    }

    @Test
    void aConstantHasNoChain() {
        assertThat(marked("e^4", "0").verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(codes(marked("e^4", "4e^3"))).containsExactly("constant-as-variable");
        assertThat(codes(marked("ln(5)", "1/5"))).containsExactly("constant-as-variable");
    }

    @Test
    void aNumberThatFitsTwoMistakesNamesBoth() {
        Map<Term.Letter, Double> at = Map.of(X, 2.0);
        Marking marking =
                Marking.number(Written.term("x^4"), List.of(X), at, value -> Math.abs(value - 16) < 1e-9, () -> {});

        assertThat(marking.verdict()).isEqualTo(Verdict.WRONG);
        assertThat(codes(marking)).contains("not-derived");
        assertThat(Marking.number(Written.term("x^2"), List.of(X), at, value -> value == 4, () -> {})
                        .verdict())
                .isEqualTo(Verdict.RIGHT);
    }

    @Test
    void aMistakeInTheFirstDerivativeIsCarriedOnToTheSecond() {
        Marking marking = Marking.formula(
                Written.term("x^3*sin(x)"), List.of(X, X), Written.term("6x*cos(x) - 3x^2*sin(x)"), () -> {});

        assertThat(codes(marking)).contains("product-of-derivatives");
    }
}
