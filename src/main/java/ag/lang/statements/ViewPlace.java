package ag.lang.statements;

import ag.lang.algebra.Meanings;
import ag.lang.algebra.PointEvaluation;
import ag.lang.algebra.TermReader;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.SourceText;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Parser;
import ag.lang.syntax.Statement;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Dialogue;
import ag.lang.values.Kinds;
import ag.lang.values.Plains;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import ag.result.Numerals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where a view looks: {@code at 3}, {@code at (1, 2)}, {@code at x = 1, y = 2}; nothing where the letters hold their values. */
record ViewPlace(List<Spot> spots) {
    /** Numbers to begin with where none was named: the first at which there is a value. */
    private static final double[] SOME = {2, 0.5, -0.5, -2, 10};

    ViewPlace {
        spots = List.copyOf(spots);
    }

    /**
     * One value.
     *
     * @param letter null where it was not named
     * @param typed the same as it was typed: theta for θ
     */
    record Spot(@Nullable String letter, String typed, Code value, Span span) {
        /** The letter among those of a function, which may have kept it as it was typed. */
        String among(List<String> letters) {
            return letter == null || (letters.contains(typed) && !letters.contains(letter)) ? typed : letter;
        }
    }

    /**
     * The letters of what is looked at.
     *
     * @param needed those that need a value
     * @param ordered in the order in which they are given without names
     * @param others whether others can be named too
     */
    record Letters(List<String> needed, List<String> ordered, boolean others) {
        static Letters of(List<String> letters) {
            return new Letters(letters, letters, true);
        }
    }

    static ViewPlace of(List<Expr.Point> points, StatementCompiler compiler, Scope scope) {
        return new ViewPlace(points.stream()
                .map(point -> new Spot(
                        point.letter() == null
                                        || !(Subject.spelled(point.letter(), compiler, scope) instanceof Expr.Name name)
                                ? null
                                : name.name(),
                        point.letter() == null ? "" : point.letter().name(),
                        compiler.expressions().compileDetached(point.value(), scope),
                        point.value().span()))
                .toList());
    }

    boolean isEmpty() {
        return spots.isEmpty();
    }

    /** Whether all values have their letters. */
    boolean isNamed() {
        return spots.stream().allMatch(spot -> spot.letter() != null);
    }

    /**
     * The values of the letters: what the place says, what the letters hold, or what is answered at the terminal. Empty where that
     * one had enough.
     *
     */
    Optional<Map<String, Datum>> values(Frame frame, Subject subject, Subject.Visit visit, Letters letters) {
        Map<String, Datum> values = given(frame, subject, letters);
        List<String> missing = new ArrayList<>();
        for (String letter : letters.needed()) {
            if (!values.containsKey(letter)) {
                Datum held = held(frame, letter);
                values.put(letter, held);
                if (held instanceof Datum.Nothing) {
                    missing.add(letter);
                }
            }
        }
        if (missing.isEmpty()) {
            return Optional.of(values);
        }
        Workspace workspace = frame.machine.workspace;
        Optional<Dialogue> dialogue = workspace.dialogue();
        if (dialogue.isEmpty()) {
            throw unknown(frame, subject, visit, values, missing);
        }
        for (String letter : missing) {
            Optional<Double> number =
                    asked(workspace, dialogue.get(), subject.text() + " at " + letter + " = ", subject);
            if (number.isEmpty()) {
                return Optional.empty();
            }
            values.put(letter, new Datum.Num(number.get()));
        }
        return Optional.of(values);
    }

    private Map<String, Datum> given(Frame frame, Subject subject, Letters letters) {
        Map<String, Datum> values = new LinkedHashMap<>();
        List<String> ordered = letters.ordered();
        int next = 0;
        for (Spot spot : spots) {
            if (spot.letter() == null && next == ordered.size()) {
                throw tooMany(subject, ordered);
            }
            String letter = spot.letter() == null ? ordered.get(next++) : spot.among(ordered);
            if (!letters.others() && !ordered.contains(letter)) {
                throw new AgException(
                        ErrorCode.UNKNOWN_ARGUMENT,
                        "'" + subject.text() + "' has no letter '" + letter + "'",
                        spot.span(),
                        "its letters: " + String.join(", ", ordered));
            }
            Datum value = spot.value().run(frame);
            if (!Arithmetic.isNumber(value) && !(value instanceof Tensor)) {
                throw new AgException(
                        ErrorCode.WRONG_TYPE,
                        "a place is a number, and this is " + Kinds.article(value),
                        spot.span(),
                        "write: " + subject.line(letter + " = 2"));
            }
            values.put(letter, value);
        }
        return values;
    }

    private AgException tooMany(Subject subject, List<String> letters) {
        String named = letters.stream().map(letter -> letter + " = 2").collect(Collectors.joining(", "));
        return new AgException(
                ErrorCode.WHICH_LETTER,
                "'" + subject.text() + "' has "
                        + (letters.isEmpty()
                                ? "no letter to be given a value"
                                : "the letters " + String.join(", ", letters) + ", and here "
                                        + (spots.size() == 1 ? "is one number" : "are " + spots.size() + " numbers")),
                spots.getLast().span(),
                letters.isEmpty() ? "" : "name them: at " + named);
    }

    /** The number that a letter holds in the session; nothing where it holds none. */
    private static Datum held(Frame frame, String letter) {
        Datum held = frame.machine.globals.cell(letter).value;
        return held != null && Arithmetic.isNumber(held)
                ? new Datum.Num(frame.machine.workspace.shown(held))
                : new Datum.Nothing();
    }

    private static Optional<Double> asked(Workspace workspace, Dialogue dialogue, String prompt, Subject subject) {
        while (true) {
            workspace.checkStop(subject.statement());
            Optional<String> line = dialogue.ask(prompt).map(String::strip);
            if (line.isEmpty() || line.get().isEmpty() || line.get().equals("q")) {
                return Optional.empty();
            }
            Optional<Double> number = number(line.get());
            if (number.isPresent()) {
                return number;
            }
            workspace.note(
                    "write a number, such as 2 or π/2; nothing ends the question",
                    subject.of().span());
        }
    }

    /** A number, or arithmetic with numbers. */
    static Optional<Double> number(String line) {
        try {
            List<Statement> statements = Parser.parse(new SourceText("answer", line));
            return statements.size() == 1 && statements.getFirst() instanceof Statement.Evaluate evaluate
                    ? TermReader.read(evaluate.expression(), Meanings.LETTERS)
                            .map(term -> PointEvaluation.of(term, Map.of()))
                            .filter(Double::isFinite)
                    : Optional.empty();
        } catch (AgException | IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private static AgException unknown(
            Frame frame, Subject subject, Subject.Visit visit, Map<String, Datum> values, List<String> missing) {
        Map<String, Double> some = some(frame, visit, values, missing);
        List<String> named = new ArrayList<>();
        values.forEach((letter, value) -> named.add(letter + " = "
                + (value instanceof Datum.Nothing
                        ? Numerals.shortest(some.getOrDefault(letter, 2.0))
                        : frame.machine.format.text(Plains.shown(frame.machine.workspace, value)))));
        String letters = missing.size() == 1
                ? missing.getFirst() + " has"
                : String.join(", ", missing.subList(0, missing.size() - 1)) + " and " + missing.getLast() + " have";
        return new AgException(
                ErrorCode.NO_PLACE,
                letters + " no value yet, and " + subject.word() + " looks at '" + subject.text() + "' at a place",
                subject.of().span(),
                "write: " + subject.line(String.join(", ", named)));
    }

    /** Numbers for the letters at which there is a value. */
    static Map<String, Double> some(Frame frame, Subject.Visit visit, Map<String, Datum> values, List<String> missing) {
        Map<String, Double> first = new LinkedHashMap<>();
        for (double start : SOME) {
            Map<String, Datum> tried = new LinkedHashMap<>(values);
            Map<String, Double> numbers = new LinkedHashMap<>();
            for (int i = 0; i < missing.size(); i++) {
                numbers.put(missing.get(i), start + i);
                tried.put(missing.get(i), new Datum.Num(start + i));
            }
            if (Subject.isDefined(frame, visit, tried)) {
                return numbers;
            }
            if (first.isEmpty()) {
                first = numbers;
            }
        }
        return first;
    }
}
