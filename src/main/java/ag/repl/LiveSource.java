package ag.repl;

import ag.lang.interpreter.Interpreter;
import ag.lang.source.SourceText;
import ag.lang.source.Span;
import ag.lang.syntax.Lexeme;
import ag.lang.syntax.Lexeme.Kind;
import ag.lang.syntax.Statement;
import ag.result.Numerals;
import ag.result.Plain;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Finds the definitions that an entry needs, so that a session of its own can evaluate it while it is typed. Inputs and constants are
 * taken with the numbers they have now, functions and formulas as they were written. Where that might come out differently from in the
 * session itself, there are none: where a name came about in a loop or a file, where what a formula was built on has been given a new meaning
 * since, where numbers are drawn at random, or where a function does more than compute.
 */
final class LiveSource {
    private static final int LONGEST = 400;
    private static final int MOST_NUMBERS = 200;
    private static final double MANY = 1e5;

    private final Interpreter interpreter;
    private final List<Statement> worked;
    /** What has been found of each name; nothing where it cannot be taken. */
    private final Map<String, Optional<Definition>> known = new HashMap<>();

    /** @param worked the statements of the session so far */
    LiveSource(Interpreter interpreter, List<Statement> worked) {
        this.interpreter = interpreter;
        this.worked = worked;
    }

    /**
     * What an entry needs.
     *
     * @param definitions a program
     * @param input the only input among them; empty where there is none, or several
     */
    record Needed(String definitions, Optional<String> input) {}

    /** @param place the number of the statement that made it; inputs and constants stand for their number and come first */
    private record Definition(int place, boolean number, String text, Set<String> names) {}

    /** The definitions that the entry needs; empty where it cannot be evaluated beside the session. */
    Optional<Needed> needed(String entry) {
        List<Lexeme> lexemes = entry.length() > LONGEST || entry.isBlank() || ReplCommand.isOne(entry)
                ? List.of()
                : Lexeme.of(new SourceText("", entry));
        if (lexemes.isEmpty() || !onlyComputes(lexemes)) {
            return Optional.empty();
        }
        Gathering gathering = new Gathering();
        if (!names(lexemes).stream().allMatch(name -> gathering.add(name, Integer.MAX_VALUE))) {
            return Optional.empty();
        }
        Map<String, Definition> found = gathering.found;
        String program = found.values().stream()
                .sorted(Comparator.comparing((Definition definition) -> !definition.number())
                        .thenComparingInt(Definition::place))
                .map(definition -> definition.text() + "\n")
                .collect(Collectors.joining());
        if (makesMany(program + entry)) {
            return Optional.empty();
        }
        List<String> inputs =
                found.keySet().stream().filter(name -> is(name, "input")).toList();
        return Optional.of(new Needed(program, inputs.size() == 1 ? Optional.of(inputs.getFirst()) : Optional.empty()));
    }

    /** Gathers what an entry needs, name by name. */
    private final class Gathering {
        private final Map<String, Definition> found = new LinkedHashMap<>();
        private final Set<String> seen = new HashSet<>();

        /** Adds a name and what it needs, all of it made before the given statement; whether that was possible. */
        boolean add(String name, int before) {
            if (!interpreter.definedNames().contains(name)) {
                return !interpreter.draws(name);
            }
            if (!seen.add(name + " " + before)) {
                return true;
            }
            Optional<Definition> definition = known.computeIfAbsent(name, LiveSource.this::definition);
            if (definition.isEmpty() || definition.get().place() >= before) {
                return false;
            }
            found.put(name, definition.get());
            // What a formula was built on may not have changed since; a function reads its names again at each call.
            int limit = is(name, "formula") ? definition.get().place() : before;
            return definition.get().names().stream().allMatch(used -> add(used, limit));
        }
    }

    private Optional<Definition> definition(String name) {
        Optional<Span> at = interpreter.definedAt(name);
        int place = at.map(this::place).orElse(-1);
        return switch (interpreter.role(name).orElse("")) {
            case "input" -> number(name, place, "let ");
            case "constant" -> number(name, place, "");
            case "formula", "function" ->
                place < 0 ? Optional.empty() : written(name, worked.get(place), place, at.orElseThrow());
            default -> Optional.empty();
        };
    }

    /** The number of the statement that holds the place; -1 where none does, as for a name from a file. */
    private int place(Span at) {
        return IntStream.range(0, worked.size())
                .filter(i -> {
                    Span span = worked.get(i).span();
                    return span.source() == at.source() && span.start() <= at.start() && at.end() <= span.end();
                })
                .reduce(-1, (_, last) -> last);
    }

    private Optional<Definition> number(String name, int place, String before) {
        return interpreter
                .definition(name)
                .flatMap(defined -> source(defined.value()))
                .map(value -> new Definition(place, true, before + name + " = " + value, Set.of()));
    }

    private Optional<Definition> written(String name, Statement statement, int place, Span at) {
        String text = switch (statement) {
            case Statement.Definition made
            when made.nameSpan().equals(at) && made.operator() == null ->
                name + " = " + made.value().span().text();
            case Statement.Evaluate made
            when made.expression().span().equals(at) ->
                name + " = " + made.expression().span().text();
            case Statement.FunctionDefinition made
            when made.nameSpan().equals(at) -> made.span().text();
            case Statement.Let let ->
                let.bindings().stream()
                        .filter(binding -> binding.nameSpan().equals(at))
                        .map(binding -> name + " = " + binding.value().span().text())
                        .findFirst()
                        .orElse("");
            default -> "";
        };
        List<Lexeme> lexemes = Lexeme.of(new SourceText("", text));
        return text.isEmpty() || !onlyComputes(lexemes)
                ? Optional.empty()
                : Optional.of(new Definition(place, false, text, names(lexemes)));
    }

    /** Whether no statement is in it that does more than name a value. */
    private static boolean onlyComputes(List<Lexeme> lexemes) {
        return lexemes.stream()
                .noneMatch(lexeme ->
                        (lexeme.kind() == Kind.COMMAND && !lexeme.text().equals("let"))
                                || lexeme.kind() == Kind.STRANGE);
    }

    private Set<String> names(List<Lexeme> lexemes) {
        Set<String> own = lexemes.stream()
                .filter(lexeme -> lexeme.kind() == Kind.DEFINED)
                .map(Lexeme::text)
                .collect(Collectors.toSet());
        EntryNames names =
                new EntryNames(name -> own.contains(name) ? Optional.of("own") : interpreter.role(name), lexemes);
        return IntStream.range(0, lexemes.size())
                .filter(i -> switch (lexemes.get(i).kind()) {
                    case NAME, TENTATIVE, OPERATOR -> true;
                    default -> false;
                })
                .mapToObj(names::of)
                .flatMap(List::stream)
                .map(EntryNames.Part::name)
                .filter(name -> !own.contains(name))
                .collect(Collectors.toSet());
    }

    /** Whether it may make enough values at once to fill the memory: a large number is in it, and something that counts to it. */
    private static boolean makesMany(String program) {
        List<Lexeme> lexemes = Lexeme.of(new SourceText("", program));
        boolean large = lexemes.stream()
                .anyMatch(lexeme -> lexeme.kind() == Kind.NUMBER
                        && lexeme.text().charAt(0) <= '9'
                        && Double.parseDouble(lexeme.text().replace("_", "")) >= MANY);
        return large
                && lexemes.stream()
                        .anyMatch(lexeme ->
                                lexeme.kind() == Kind.OPENING || lexeme.text().startsWith(".."));
    }

    private boolean is(String name, String role) {
        return interpreter.role(name).filter(role::equals).isPresent();
    }

    private static Optional<String> source(Plain value) {
        return switch (value) {
            case Plain.Real real ->
                row(new double[] {real.value()}, 0, 1).map(row -> row.substring(1, row.length() - 1));
            case Plain.Vector vector -> row(vector.values(), 0, vector.values().length);
            case Plain.Matrix matrix -> {
                List<Optional<String>> rows = IntStream.range(
                                0, matrix.values().length > MOST_NUMBERS ? 0 : matrix.rows())
                        .mapToObj(i -> row(matrix.values(), i * matrix.columns(), matrix.columns()))
                        .toList();
                yield rows.isEmpty() || rows.contains(Optional.<String>empty())
                        ? Optional.empty()
                        : Optional.of(rows.stream().map(Optional::get).collect(Collectors.joining(", ", "[", "]")));
            }
            case Plain.Truth truth -> Optional.of(Boolean.toString(truth.value()));
            case Plain.Text _, Plain.Items _, Plain.Described _, Plain.NotComputed _ -> Optional.empty();
        };
    }

    private static Optional<String> row(double[] values, int from, int count) {
        DoubleStream numbers = DoubleStream.of(values).skip(from).limit(count);
        return count > MOST_NUMBERS
                        || !DoubleStream.of(values).skip(from).limit(count).allMatch(Double::isFinite)
                ? Optional.empty()
                : Optional.of(numbers.mapToObj(Numerals::shortest).collect(Collectors.joining(", ", "[", "]")));
    }
}
