package ag.lang.interpreter;

import ag.lang.algebra.Term;
import ag.lang.resolve.Effects;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Parts;
import ag.lang.syntax.WrittenNames;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Evaluation;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A formula in letters that have no value: what it says, and what its other names stood for when it was written. Once all its letters
 * have values it is worth what they make of it.
 */
public final class Formula implements Datum.Thing {
    private final Expr expression;
    private final Code code;
    private final Frame frame;
    private final Set<Cell> letters;
    private final Map<Cell, @Nullable Datum> captured;
    private final Map<String, Integer> locals;
    private @Nullable Datum value;
    private List<Datum> made = List.of();
    private boolean follows;
    private long version;

    private Formula(
            Expr expression,
            Code code,
            Frame frame,
            Set<Cell> letters,
            Map<Cell, @Nullable Datum> captured,
            Map<String, Integer> locals) {
        this.expression = expression;
        this.code = code;
        this.frame = frame;
        this.letters = letters;
        this.captured = captured;
        this.locals = locals;
    }

    /**
     * The formula that an expression is.
     *
     * @param code evaluates it
     * @param names the global names in it
     * @param locals the slots of the local names around it
     */
    static Formula of(Expr expression, Code code, Frame frame, Set<Cell> names, Map<String, Integer> locals) {
        Map<Cell, @Nullable Datum> captured = Captured.of(names, frame);
        Set<Cell> letters = new LinkedHashSet<>();
        captured.forEach((cell, held) -> {
            if (held instanceof Formula inner) {
                letters.addAll(inner.letters);
            } else if (held == null && cell.builtin == null) {
                if (!WrittenNames.mayBeFree(cell.name)) {
                    throw UnknownName.problem(frame.machine.globals, cell.name, place(cell.name, expression));
                }
                letters.add(cell);
            }
        });
        letters.forEach(captured::remove);
        Formula formula = new Formula(expression, code, frame.copy(), letters, captured, locals);
        if (formula.hasPlaces()) {
            Set<String> read = formula.read();
            letters.stream()
                    .filter(letter -> !read.contains(letter.name))
                    .forEach(letter -> captured.put(letter, null));
            letters.removeIf(letter -> !read.contains(letter.name));
        }
        return formula;
    }

    /** Whether a place is given in it, or in a function that it calls: the letters of a place are none of the formula. */
    private boolean hasPlaces() {
        boolean[] found = {false};
        Consumer<Expr> look = part -> found[0] |= part instanceof Expr.At;
        Parts.each(expression, look);
        for (Datum held : captured.values()) {
            Expr inner = held instanceof Closure closure ? closure.code().formula() : null;
            if (inner != null) {
                Parts.each(inner, look);
            }
        }
        return found[0];
    }

    /** The names that are read when it is written out, or by functions that are no formulas. */
    private Set<String> read() {
        Set<String> read = new HashSet<>(Effects.of(written()).reads());
        for (Datum held : captured.values()) {
            if (held instanceof Closure closure && closure.code().formula() == null) {
                closure.code().names().forEach(cell -> read.add(cell.name));
            }
        }
        return read;
    }

    /** Where a name stands first. */
    private static Span place(String name, Expr expression) {
        List<Span> found = new ArrayList<>();
        Parts.each(expression, part -> {
            if (part instanceof Expr.Name at && at.name().equals(name)) {
                found.add(at.span());
            }
        });
        return found.isEmpty() ? expression.span() : found.getFirst();
    }

    @Override
    public String kind() {
        return expression instanceof Expr.Equation ? "equation" : "formula";
    }

    public Expr expression() {
        return expression;
    }

    Frame frame() {
        return frame;
    }

    Map<Cell, @Nullable Datum> captured() {
        return captured;
    }

    /** All letters that it was written with, with a value by now or not. */
    public Set<Cell> letters() {
        return letters;
    }

    /** The letters that still have no value. */
    public List<String> open() {
        Set<String> open = new TreeSet<>();
        for (Cell letter : letters) {
            if (letter.read() == null) {
                open.add(letter.name);
            } else if (letter.value instanceof Formula formula && !formula.hangsOn(letter)) {
                open.addAll(formula.open());
            }
        }
        return List.copyOf(open);
    }

    /** Whether its value depends on a name, by way of what its letters stand for by now. */
    boolean hangsOn(Cell name) {
        Set<Cell> reached = new LinkedHashSet<>(letters);
        Deque<Cell> next = new ArrayDeque<>(letters);
        while (!next.isEmpty()) {
            if (next.pop().value instanceof Formula inner) {
                inner.letters.stream().filter(reached::add).forEach(next::push);
            }
        }
        return reached.contains(name);
    }

    /** Whether a name stands in it, or in a formula that it is written in; one that only a derivative in it is of is none. */
    public boolean isWrittenIn(String name) {
        Set<Formula> reached = new LinkedHashSet<>(Set.of(this));
        Deque<Formula> next = new ArrayDeque<>(reached);
        while (!next.isEmpty()) {
            Formula formula = next.pop();
            for (Cell letter : formula.letters) {
                if (letter.name.equals(name)) {
                    return true;
                }
            }
            for (Map.Entry<Cell, @Nullable Datum> held : formula.captured.entrySet()) {
                if (held.getKey().name.equals(name)) {
                    return !derives(formula.expression, name);
                }
                if (held.getValue() instanceof Formula inner && reached.add(inner)) {
                    next.push(inner);
                }
            }
        }
        return false;
    }

    /** Whether a derivative is taken in it, or in a formula that it is written in. */
    boolean takesDerivatives() {
        boolean[] found = {false};
        Parts.each(expression, part -> found[0] |= part instanceof Expr.Derivative);
        return found[0]
                || captured.values().stream()
                        .anyMatch(held -> held instanceof Formula inner && inner.takesDerivatives());
    }

    private static boolean derives(Expr expression, String name) {
        boolean[] found = {false};
        Parts.each(expression, part -> {
            if (part instanceof Expr.Derivative derivative) {
                Parts.each(
                        derivative.of(),
                        of -> found[0] |=
                                of instanceof Expr.Name at && at.name().equals(name));
            }
        });
        return found[0];
    }

    /** What it is worth; a letter without a value ends that. */
    public Datum value(Machine machine, Span span) {
        List<Datum> now = new ArrayList<>();
        for (Cell letter : letters) {
            now.add(machine.current(letter.read(), letter.name, span));
        }
        Datum last = value;
        if (last != null
                && made.equals(now)
                && (follows || version == machine.workspace.inputs().version())) {
            return last;
        }
        Datum result;
        boolean looked;
        try (Evaluation evaluation = machine.workspace.evaluation().formula()) {
            result = machine.with(captured, () -> code.run(frame.copy()));
            looked = evaluation.looked();
        }
        if (looked) {
            machine.workspace.evaluation().look();
        }
        if (machine.isSupposing()) {
            // What holds only here is not kept.
            return result;
        }
        machine.rebuilt();
        // The graph follows its inputs by itself, unless its course was chosen by them.
        value = result;
        made = now;
        follows = Arithmetic.hasHistory(result) && !looked;
        version = machine.workspace.inputs().version();
        return result;
    }

    /** Renames what it holds after the tape was tidied. */
    void relocate(UnaryOperator<Datum> moved) {
        captured.replaceAll((cell, held) -> held == null ? null : moved.apply(held));
        if (value != null) {
            value = moved.apply(value);
        }
        made = made.stream().map(moved).toList();
    }

    /** What it says, with the formulas and functions in it written out. */
    public Expr written() {
        return Written.out(expression, present(), here()).expression();
    }

    /** What its names stand for, with the formulas that its letters have been given since it was written. */
    Map<Cell, @Nullable Datum> present() {
        Map<Cell, @Nullable Datum> present = new LinkedHashMap<>(captured);
        Deque<Cell> next = new ArrayDeque<>(letters);
        Set<Cell> seen = new LinkedHashSet<>(letters);
        while (!next.isEmpty()) {
            Cell letter = next.pop();
            if (letter.value instanceof Formula formula && !formula.hangsOn(letter)) {
                present.put(letter, formula);
                formula.letters.stream().filter(seen::add).forEach(next::push);
            }
        }
        return present;
    }

    /** The formula for algebra; empty where it is none. */
    public Optional<Term> term() {
        return FormulaText.term(written());
    }

    /** The formula for algebra in one of the formulas that it is written in, as in a letter; empty where it is none. */
    public Optional<Term> termIn(String name) {
        return FormulaText.term(Written.around(new Expr.Name(name, expression.span()), expression, present(), here()));
    }

    /** The numbers that local names stood for. */
    Map<String, Expr> here() {
        Map<String, Expr> numbers = new HashMap<>();
        locals.forEach((name, slot) -> {
            if (frame.slots[slot] instanceof Datum.Num(double number)) {
                numbers.put(name, new Expr.NumberLiteral(number, expression.span()));
            }
        });
        return numbers;
    }

    @Override
    public String toString() {
        Written.Out out = Written.out(expression, present(), here());
        return FormulaText.of(out.expression(), out.putIn());
    }
}
