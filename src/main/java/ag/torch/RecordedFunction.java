package ag.torch;

import ag.engine.Operation;
import ag.engine.Partials;
import ag.nn.Recording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The body of a Python function that does what a {@link Recording} does, for tensors: each number of the recording is a tensor with
 * an element for each sample. What is used once stands where it is used, unless the line would become too long.
 */
final class RecordedFunction {
    /** Beyond it a term gets a name, so that lines stay short. */
    private static final int LONGEST = 44;

    private final PythonLibrary library;
    private final Recording recording;
    private final TorchExpression[] terms;
    private final int[] uses;
    private final List<String> lines = new ArrayList<>();
    private int named;
    private final String prefix;

    private RecordedFunction(PythonLibrary library, Recording recording, List<TorchExpression> inputs) {
        this.library = library;
        this.recording = recording;
        boolean usesT = inputs.stream().anyMatch(input -> input.text().matches("t[0-9]+(\\[.*)?"));
        prefix = usesT ? "step" : "t";
        terms = new TorchExpression[recording.placeCount()];
        uses = new int[terms.length];
        for (int i = 0; i < inputs.size(); i++) {
            terms[i] = inputs.get(i);
        }
        for (int i = 0; i < recording.constantCount(); i++) {
            terms[recording.firstConstant() + i] = TorchExpression.number(recording.constant(i));
        }
        for (Recording.Step step : recording.steps()) {
            for (int operand : step.operands()) {
                uses[operand]++;
            }
        }
        for (int i = 0; i < recording.rootCount(); i++) {
            uses[recording.root(i)]++;
        }
    }

    /**
     * The lines before the result, and the results.
     *
     * @param inputs the terms of its inputs and, after them, of its parameters
     */
    static Body of(Recording recording, List<TorchExpression> inputs) {
        return of(PythonLibrary.TORCH, recording, inputs);
    }

    /** The same for a library of Python. */
    static Body of(PythonLibrary library, Recording recording, List<TorchExpression> inputs) {
        RecordedFunction function = new RecordedFunction(library, recording, inputs);
        function.run();
        List<TorchExpression> roots = IntStream.range(0, recording.rootCount())
                .mapToObj(i -> function.terms[recording.root(i)])
                .toList();
        return new Body(function.lines, roots);
    }

    /** What a function does: some assignments, and its results. */
    record Body(List<String> lines, List<TorchExpression> results) {}

    private void run() {
        RecordedChoices choices = RecordedChoices.in(recording, uses);
        int place = recording.firstStep();
        int last = recording.placeCount() - 1;
        for (Recording.Step step : recording.steps()) {
            if (!choices.isPart(place)) {
                Optional<RecordedChoices.Choice> choice = choices.at(place);
                TorchExpression term = choice.map(this::choice).orElseGet(() -> term(step));
                boolean again = uses[place] > 1 && !term.isName();
                terms[place] = again || (term.text().length() > LONGEST && place < last) ? named(term) : term;
            }
            place++;
        }
    }

    /** {@code torch.where(a > b, then, otherwise)}. */
    private TorchExpression choice(RecordedChoices.Choice choice) {
        String condition = TorchExpression.of(
                        choice.condition(), "ab", List.of(terms[choice.left()], terms[choice.right()]))
                .text();
        return TorchExpression.whole(
                "torch.where(" + condition + ", " + way(choice.then()) + ", " + way(choice.otherwise()) + ")");
    }

    private String way(int place) {
        TorchExpression term = terms[place];
        return term.isNumber() ? PythonText.real(term.text()) : term.text();
    }

    private TorchExpression named(TorchExpression term) {
        named++;
        String name = prefix + named;
        lines.addAll(LongLine.of(PythonText.INDENT, name + " = ", library.text(term.text())));
        return TorchExpression.name(name);
    }

    private TorchExpression term(Recording.Step step) {
        Operation operation = step.operation();
        int[] operands = step.operands();
        return switch (operation.partials()) {
            case Partials.Unary _ -> apply(library.form(operation), "x", operands);
            case Partials.Binary _ -> apply(library.form(operation), "ab", operands);
            case Partials.Vector _ -> reduction(operation, operands);
            case Partials.Leaf _ -> throw new IllegalArgumentException("a leaf is no step: " + operation);
        };
    }

    private TorchExpression apply(String form, String letters, int[] operands) {
        List<TorchExpression> of = new ArrayList<>();
        for (int i = 0; i < operands.length; i++) {
            boolean again = TorchExpression.occurrences(form, letters.charAt(i)) > 1;
            TorchExpression term = terms[operands[i]];
            if (again && !term.isName() && !term.isNumber()) {
                term = named(term);
                terms[operands[i]] = term;
            }
            of.add(term);
        }
        return TorchExpression.of(form, letters, of);
    }

    private TorchExpression reduction(Operation operation, int[] operands) {
        return switch (operation) {
            case DOT -> {
                int half = operands.length / 2;
                int[] left = Arrays.copyOfRange(operands, 0, half);
                int[] right = Arrays.copyOfRange(operands, half, operands.length);
                TorchExpression first = half == 1 ? terms[operands[0]] : stacked(left);
                yield half == 1
                        ? apply(library.form(Operation.MULTIPLY), "ab", operands)
                        : TorchExpression.of(
                                library.form(operation),
                                "vw",
                                List.of(first, Arrays.equals(left, right) ? first : stacked(right)));
            }
            case ELEMENT ->
                TorchExpression.of(
                        library.form(operation),
                        "av",
                        List.of(terms[operands[0]], stacked(Arrays.copyOfRange(operands, 1, operands.length))));
            case SUM ->
                operands.length <= 3
                        ? added(operands)
                        : TorchExpression.of(library.form(operation), "v", List.of(stacked(operands)));
            default -> TorchExpression.of(library.form(operation), "v", List.of(stacked(operands)));
        };
    }

    private TorchExpression added(int[] operands) {
        TorchExpression sum = terms[operands[0]];
        for (int i = 1; i < operands.length; i++) {
            sum = TorchExpression.of(library.form(Operation.ADD), "ab", List.of(sum, terms[operands[i]]));
        }
        return sum;
    }

    /** The numbers side by side along a last axis; what is the same for all samples is spread over them. */
    private TorchExpression stacked(int[] operands) {
        return slice(operands).orElseGet(() -> {
            boolean mixed = recording.parameterCount() > 0
                    || Arrays.stream(operands).anyMatch(place -> terms[place].isNumber());
            List<String> items = Arrays.stream(operands)
                    .mapToObj(place -> terms[place])
                    .map(term -> term.isNumber() ? "torch.tensor(" + PythonText.real(term.text()) + ")" : term.text())
                    .map(library::text)
                    .toList();
            named++;
            String name = prefix + named;
            lines.addAll(
                    mixed
                            ? PythonText.list(
                                    PythonText.INDENT, name + library.text(" = torch.broadcast_tensors("), items, ")")
                            : PythonText.list(
                                    PythonText.INDENT, name + library.text(" = torch.stack(["), items, "], -1)"));
            if (mixed) {
                lines.add(PythonText.INDENT + library.text(name + " = torch.stack(" + name + ", -1)"));
            }
            return TorchExpression.name(name);
        });
    }

    /** Numbers that stand in a matrix or a vector one after the other: {@code output[:, 0:3]}. */
    private Optional<TorchExpression> slice(int[] operands) {
        int first = operands[0];
        if (first >= recording.firstConstant() || operands.length < 2) {
            return Optional.empty();
        }
        String text = terms[first].text();
        int low = Math.max(text.lastIndexOf(' '), text.lastIndexOf('[')) + 1;
        String opening = text.substring(0, low);
        boolean inOrder = text.endsWith("]")
                && IntStream.range(0, operands.length)
                        .allMatch(i -> operands[i] == first + i
                                && operands[i] < recording.firstConstant()
                                && terms[operands[i]].text().startsWith(opening));
        if (!inOrder) {
            return Optional.empty();
        }
        int from = Integer.parseInt(text.substring(low, text.length() - 1));
        return Optional.of(TorchExpression.whole(opening + from + ":" + (from + operands.length) + "]"));
    }

    /** A function with a docstring. */
    static String function(String name, String arguments, String says, Body body, String result) {
        String lines = Stream.concat(body.lines.stream(), LongLine.of(PythonText.INDENT, "return ", result).stream())
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        return "def " + name + "(" + arguments + "):\n    \"\"\"" + says + "\"\"\"\n" + lines;
    }
}
