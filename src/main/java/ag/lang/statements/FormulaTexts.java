package ag.lang.statements;

import ag.engine.Tape;
import ag.lang.algebra.Differentiator;
import ag.lang.algebra.Letters;
import ag.lang.algebra.Meanings;
import ag.lang.algebra.Rational;
import ag.lang.algebra.Simplifier;
import ag.lang.algebra.Term;
import ag.lang.algebra.TermReader;
import ag.lang.algebra.WrittenLeaf;
import ag.lang.builtins.OperationFunction;
import ag.lang.interpreter.Cell;
import ag.lang.interpreter.Closure;
import ag.lang.interpreter.Definition;
import ag.lang.interpreter.ExpressionCompiler;
import ag.lang.interpreter.Formula;
import ag.lang.interpreter.Machine;
import ag.lang.source.AgException;
import ag.lang.source.SourceText;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Parser;
import ag.lang.syntax.Statement;
import ag.lang.syntax.WrittenNames;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Tensor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Reads formulas from the text of the session: inputs are letters, what else has a name is put in as it was written. Remembers what
 * the letters stand for.
 */
final class FormulaTexts implements Meanings {
    private static final int LONGEST_DECIMAL = 10;
    private static final int DEEPEST = 60;
    private static final double SOME = 0.83;

    private final Machine machine;
    private final Map<Term.Letter, Double> values = new HashMap<>();
    private final Set<Term.Letter> fixed;
    private final boolean open;

    /** Parameters of a function that is read by its own letters: what has their names outside of it is something else. */
    private final Set<Term.Letter> own;

    private int depth;

    /**
     * @param fixed stands for itself, whatever its name means
     * @param value what it is worth
     */
    FormulaTexts(Machine machine, Term.Letter fixed, double value) {
        this(machine, Map.of(fixed, value));
    }

    /** @param fixed what stands for itself, whatever its name means, with what it is worth */
    FormulaTexts(Machine machine, Map<Term.Letter, Double> fixed) {
        this(machine, fixed.keySet(), false, Set.of());
        values.putAll(fixed);
    }

    private FormulaTexts(Machine machine, Set<Term.Letter> fixed, boolean open, Set<Term.Letter> own) {
        this.machine = machine;
        this.fixed = Set.copyOf(fixed);
        this.open = open;
        this.own = Set.copyOf(own);
    }

    /** Reads formulas in which names without a value are letters, and these letters whatever they mean elsewhere. */
    static FormulaTexts open(Machine machine, Set<Term.Letter> fixed) {
        return new FormulaTexts(machine, fixed, true, Set.of());
    }

    /** The parameters of a function as letters. */
    static List<Term> letters(Closure closure) {
        return closure.code().parameters().stream().<Term>map(Term::letter).toList();
    }

    /** The formula of an expression; empty where its text has none. */
    Optional<Term> read(Expr expression) {
        return TermReader.read(expression, this);
    }

    /** The formula of a function for these arguments. */
    Optional<Term> apply(Closure closure, List<Term> arguments) {
        Set<Term.Letter> captured = captured(closure, arguments);
        if (captured.isEmpty()) {
            return function(closure).flatMap(function -> TermReader.apply(function, arguments));
        }
        FormulaTexts apart = new FormulaTexts(machine, fixed, open, captured);
        apart.values.putAll(values);
        Optional<Term> term = apart.function(closure).flatMap(function -> TermReader.apply(function, arguments));
        values.putAll(apart.values);
        return term;
    }

    /**
     * Letters that a function has of its own and that its formula names from outside too, as x where y = x² and f(x) = y + x. None
     * where other arguments than its own letters are given.
     */
    private Set<Term.Letter> captured(Closure closure, List<Term> arguments) {
        List<Term> letters = letters(closure);
        if (!own.isEmpty() || !letters.equals(arguments)) {
            return Set.of();
        }
        List<Term> others = IntStream.range(0, letters.size())
                .<Term>mapToObj(i -> Term.letter(WrittenNames.apart(i)))
                .toList();
        FormulaTexts reader = new FormulaTexts(machine, fixed, open, Set.of());
        Set<Term.Letter> named = new HashSet<>();
        reader.function(closure)
                .flatMap(function -> TermReader.apply(function, others))
                .ifPresent(term -> named.addAll(Letters.in(term)));
        named.removeIf(letter -> !letters.contains(letter));
        return named;
    }

    /** The elements of a vector that a function gives for these arguments, as formulas; empty where its text is no vector. */
    Optional<List<Term>> elements(Closure closure, List<Term> arguments) {
        return function(closure).flatMap(function -> elements(function, arguments));
    }

    /** The elements of an expression that is a vector, or the call of a function that gives one. */
    Optional<List<Term>> elements(Expr vector) {
        return elements(new Function(List.of(), new Statement.Formula(vector), this), List.of());
    }

    private Optional<List<Term>> elements(Function function, List<Term> arguments) {
        if (depth > DEEPEST || !(function.body() instanceof Statement.Formula(Expr body))) {
            return Optional.empty();
        }
        if (body instanceof Expr.Vector vector) {
            return parts(function, vector.elements(), arguments);
        }
        return body instanceof Expr.Call(Expr.Name name, List<Expr.Argument> given, Span _)
                        && machine.globals.cell(name.name()).value instanceof Closure inner
                ? parts(function, given.stream().map(Expr.Argument::value).toList(), arguments)
                        .flatMap(terms -> deeper(inner, terms))
                : Optional.empty();
    }

    private static Optional<List<Term>> parts(Function function, List<Expr> parts, List<Term> arguments) {
        return all(parts.stream()
                .map(part -> TermReader.apply(
                        new Function(function.parameters(), new Statement.Formula(part), function.meanings()),
                        arguments))
                .toList());
    }

    private Optional<List<Term>> deeper(Closure closure, List<Term> arguments) {
        depth++;
        try {
            return elements(closure, arguments);
        } finally {
            depth--;
        }
    }

    static Optional<List<Term>> all(List<Optional<Term>> terms) {
        return terms.isEmpty() || terms.stream().anyMatch(Optional::isEmpty)
                ? Optional.empty()
                : Optional.of(terms.stream().map(Optional::orElseThrow).toList());
    }

    /** What the letters met so far stand for. */
    Map<Term.Letter, Double> values() {
        return values;
    }

    /** Numbers for letters: those that they stand for, and some other where they stand for none. */
    static Map<Term.Letter, Double> numbers(Machine machine, Set<Term.Letter> letters) {
        Map<Term.Letter, Double> numbers = new HashMap<>();
        for (Term.Letter letter : letters) {
            Datum meaning = machine.globals.cell(letter.name()).value;
            numbers.put(
                    letter,
                    meaning instanceof Datum.Scalar ? machine.workspace.number(meaning) : SOME + numbers.size());
        }
        return numbers;
    }

    /** The names of the language that the program has taken for its own. */
    static Set<String> taken(Machine machine) {
        Set<String> taken = new TreeSet<>();
        for (String name : List.of("e", "pi", "π", "ln", "exp", "log")) {
            if (machine.globals.isTakenFromLibrary(name)) {
                taken.add(name);
            }
        }
        return taken;
    }

    @Override
    public Optional<Term> leaf(Expr expression) {
        if (expression instanceof Expr.Name name) {
            return name(name.name());
        }
        return expression instanceof Expr.Index(Expr.Name(String name, Span _), List<Expr> indices, Span _)
                ? element(name, indices, expression)
                : Optional.empty();
    }

    private Optional<Term> name(String name) {
        return own.isEmpty() ? meant(name) : meant(name).map(term -> apart(name, term));
    }

    /** What has the name of a parameter outside of the function keeps the name it was called by, or gets an index. */
    private Term apart(String name, Term term) {
        if (Letters.in(term).stream().noneMatch(own::contains)) {
            return term;
        }
        Term.Letter letter = Term.letter(own.contains(Term.letter(name)) ? name + "_0" : name);
        Datum held = machine.globals.cell(name).read();
        if (held != null && Arithmetic.isNumber(held)) {
            values.put(letter, machine.workspace.number(held));
        }
        return letter;
    }

    private Optional<Term> meant(String name) {
        if (fixed.contains(Term.letter(name))) {
            return Optional.of(Term.letter(name));
        }
        Cell cell = machine.globals.cell(name);
        return switch (cell.value) {
            case null ->
                cell.builtin instanceof Datum.Num
                        ? WrittenLeaf.constant(name)
                        : open && cell.builtin == null && WrittenNames.mayBeFree(name)
                                ? Optional.of(Term.letter(name))
                                : Optional.empty();
            case Formula formula -> open ? formula.term() : formula.term().flatMap(this::withValues);
            case Datum.Scalar scalar ->
                machine.workspace.tape().isInput(scalar.node())
                        ? Optional.of(letter(name, machine.workspace.tape().value(scalar.node())))
                        : written(cell);
            case Datum.Num(double number) -> written(cell).or(() -> Optional.of(number(name, number)));
            case Definition _ -> written(cell);
            case Datum.Inert _, Datum.Numbers _, Datum.Items _, Datum.Opaque _ -> Optional.empty();
        };
    }

    /** A formula with what its letters stand for put in; empty where one of them has no value. */
    private Optional<Term> withValues(Term formula) {
        Map<Term.Letter, Term> meant = new HashMap<>();
        for (Term.Letter letter : Letters.in(formula)) {
            Optional<Term> value = depth > DEEPEST ? Optional.empty() : name(letter.name());
            if (value.isEmpty()) {
                return Optional.empty();
            }
            meant.put(letter, value.get());
        }
        return Optional.of(Letters.replaced(formula, meant));
    }

    /** A short number as it is; one with many digits keeps its name. */
    private Term number(String name, double number) {
        if (!Double.isFinite(number) || Double.toString(number).length() > LONGEST_DECIMAL) {
            return letter(name, number);
        }
        Rational exact = Rational.of(number);
        Term unsigned = new Term.Num(exact.abs(), true);
        return exact.sign() < 0 ? Term.negative(unsigned) : unsigned;
    }

    private Term.Letter letter(String name, double value) {
        Term.Letter letter = Term.letter(name);
        values.put(letter, value);
        return letter;
    }

    /** What a name was given, while that still means the same. */
    private Optional<Term> written(Cell cell) {
        Span text = cell.text();
        if (text == null || depth > DEEPEST) {
            return Optional.empty();
        }
        depth++;
        try {
            List<Statement> statements =
                    Parser.parse(new SourceText(text.source().name(), text.text()));
            return statements.size() == 1 && statements.getFirst() instanceof Statement.Evaluate evaluate
                    ? read(ExpressionCompiler.readAtTop(evaluate.expression(), machine))
                    : Optional.empty();
        } catch (AgException _) {
            return Optional.empty();
        } finally {
            depth--;
        }
    }

    /** {@code v[0]} of a vector that is an input. */
    private Optional<Term> element(String name, List<Expr> indices, Expr expression) {
        if (!(machine.globals.cell(name).value instanceof Tensor tensor)
                || !indices.stream().allMatch(index -> index instanceof Expr.NumberLiteral)) {
            return Optional.empty();
        }
        int[] at = indices.stream()
                .mapToInt(index -> (int) ((Expr.NumberLiteral) index).value())
                .toArray();
        int place = at.length == 1 && !tensor.isMatrix()
                ? at[0]
                : at.length == 2 && tensor.isMatrix() ? at[0] * tensor.columns() + at[1] : -1;
        Tape tape = machine.workspace.tape();
        if (place < 0 || place >= tensor.size() || !tensor.isRun() || !tape.isInput(tensor.node(place))) {
            return Optional.empty();
        }
        return WrittenLeaf.element(expression)
                .map(letter -> letter(((Term.Letter) letter).name(), tape.value(tensor.node(place))));
    }

    /** Taken at once: what is put in for letters afterwards is put into the derivative. */
    @Override
    public Term derivative(Term of, Term.Letter by) {
        return Simplifier.simplify(Differentiator.derivative(of, by));
    }

    @Override
    public Optional<Function> function(String name) {
        return machine.globals.cell(name).value instanceof Closure closure ? function(closure) : Optional.empty();
    }

    private Optional<Function> function(Closure closure) {
        Statement.FunctionDefinition text = closure.code().text();
        return text == null ? Optional.empty() : Optional.of(new Function(text.parameters(), text.body(), this));
    }

    @Override
    public boolean isBuiltIn(String name) {
        Cell cell = machine.globals.cell(name);
        return cell.value == null || cell.value instanceof OperationFunction;
    }
}
