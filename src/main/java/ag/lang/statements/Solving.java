package ag.lang.statements;

import ag.lang.algebra.EquationSolver;
import ag.lang.algebra.Letters;
import ag.lang.algebra.Rational;
import ag.lang.algebra.Simplifier;
import ag.lang.algebra.SystemSolver;
import ag.lang.algebra.Term;
import ag.lang.interpreter.Cell;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.FreeLetter;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.SolutionStatement;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Input;
import ag.lang.values.Workspace;
import ag.result.Numerals;
import ag.result.SolutionResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs {@code solve x^2 = 4}: by algebra where a rule fits, which gives all solutions exactly; otherwise by numbers, and then says
 * where it has looked.
 *
 * @param texts both sides of each equation
 * @param names the global names in each equation
 */
public record Solving(
        List<Unknowns.Sides> sides,
        List<LocalText> texts,
        List<Set<Cell>> names,
        List<Expr.Name> named,
        @Nullable Ends ends,
        Span span)
        implements Code {

    static Code compile(SolutionStatement.Solve solve, StatementCompiler compiler, Scope scope) {
        if (solve.equations().stream().anyMatch(Inequalities::isOne)) {
            return Inequalities.compile(solve, compiler, scope);
        }
        requireEquations(solve);
        List<Unknowns.Sides> sides = new ArrayList<>();
        List<LocalText> texts = new ArrayList<>();
        List<Set<Cell>> names = new ArrayList<>();
        for (Expr equation : read(solve, compiler, scope)) {
            Expr left = equation instanceof Expr.Equation whole ? whole.left() : equation;
            Expr right = equation instanceof Expr.Equation whole ? whole.right() : null;
            Code rightCode = right == null ? null : compiler.expressions().compileRead(right, scope);
            sides.add(new Unknowns.Sides(compiler.expressions().compileRead(left, scope), rightCode, equation.span()));
            Set<Cell> used = new LinkedHashSet<>(compiler.expressions().names(left, scope));
            if (right != null) {
                used.addAll(compiler.expressions().names(right, scope));
            }
            names.add(used);
            Expr zero = new Expr.NumberLiteral(0, equation.span());
            Expr whole = new Expr.Equation(left, right == null ? zero : right, equation.span());
            texts.add(LocalText.ofRead(whole, compiler.expressions(), scope));
        }
        Ends ends = solve.range() == null ? null : Ends.of(solve.range(), compiler, scope);
        return new Solving(sides, texts, names, solve.unknowns(), ends, solve.span());
    }

    /** All equations together: the letters of one are known in the others, so that xy is a product beside x + y. */
    private static List<Expr> read(SolutionStatement.Solve solve, StatementCompiler compiler, Scope scope) {
        List<Expr> all = new ArrayList<>(solve.equations());
        all.addAll(solve.unknowns());
        Expr.Vector read = (Expr.Vector) compiler.expressions().read(new Expr.Vector(all, solve.span()), scope);
        return read.elements().subList(0, solve.equations().size());
    }

    /** Other systems put the letters behind a comma. */
    private static void requireEquations(SolutionStatement.Solve solve) {
        List<Expr> equations = solve.equations();
        if (equations.size() > 1 && solve.unknowns().isEmpty() && equations.getLast() instanceof Expr.Name letter) {
            Span first = equations.getFirst().span();
            Span before = equations.get(equations.size() - 2).span();
            throw new AgException(
                    ErrorCode.OTHER_SYSTEM,
                    "behind a comma stands another equation",
                    letter.span(),
                    "write: solve " + first.to(before).text() + " for " + letter.name());
        }
    }

    @Override
    public Datum run(Frame frame) {
        Workspace workspace = frame.machine.workspace;
        List<Cell> unknowns = unknowns(frame);
        Ends.@Nullable Range range = ends == null ? null : ends.at(frame);
        Optional<SolutionResult.Solved> exact = byAlgebra(frame, unknowns, range);
        NumericSolutions search = new NumericSolutions(frame, unknowns, sides, span);
        if (exact.isPresent()) {
            if (sides.size() == 1 && unknowns.size() == 1) {
                ask(search, exact.get());
            }
            workspace.show(exact.get());
            return Loops.NOTHING;
        }
        workspace.show(sides.size() == 1 && unknowns.size() == 1 ? search.roots(range) : search.system(range));
        return Loops.NOTHING;
    }

    private static void ask(NumericSolutions search, SolutionResult.Solved solved) {
        try {
            search.ask(solved);
        } catch (FreeLetter _) {
            // Of a solution in other letters nothing can be asked.
        }
    }

    // ---- what is asked for

    private List<Cell> unknowns(Frame frame) {
        if (!named.isEmpty()) {
            return named.stream().map(name -> named(frame, name)).toList();
        }
        Set<String> open = new TreeSet<>();
        names.forEach(used -> open.addAll(Unknowns.open(List.copyOf(used))));
        List<Cell> cells = open.stream().map(frame.machine.globals::cell).toList();
        if (!cells.isEmpty() && cells.size() <= sides.size()) {
            return cells;
        }
        if (cells.isEmpty()) {
            List<Cell> inputs = inputs(frame);
            if (inputs.size() == sides.size()) {
                return inputs;
            }
            throw which(inputs.stream().map(cell -> cell.name).toList());
        }
        throw which(List.copyOf(open));
    }

    private AgException which(List<String> candidates) {
        String written = span.text().strip();
        if (candidates.isEmpty()) {
            return new AgException(
                    ErrorCode.NO_UNKNOWN,
                    "there is no letter to solve for",
                    span,
                    Unknowns.instead(names.stream().flatMap(Set::stream).toList(), sides.size(), written)
                            .or(() -> lone().map(function -> "a function needs one: solve " + function + "(x) = 0"))
                            .orElse("a letter that has no value yet is one: solve x^2 = 4"));
        }
        List<String> some = candidates.size() <= sides.size() ? candidates : candidates.subList(0, sides.size());
        if (candidates.contains("x") && sides.size() == 1) {
            some = List.of("x");
        }
        String message = candidates.size() < sides.size()
                ? "there are more equations than letters to solve for"
                : "there are several letters to solve for: " + String.join(", ", candidates);
        return new AgException(
                ErrorCode.WHICH_LETTER, message, span, "write: " + written + " for " + String.join(", ", some));
    }

    /** A function that stands alone where its value is meant, as in f'' = 0. */
    private Optional<String> lone() {
        return texts.stream()
                .map(LocalText::read)
                .filter(Expr.Equation.class::isInstance)
                .map(text -> ((Expr.Equation) text).left())
                .filter(left -> left instanceof Expr.Prime || left instanceof Expr.Name)
                .map(left -> left.span().text().strip())
                .findFirst();
    }

    private Cell named(Frame frame, Expr.Name name) {
        Cell cell = frame.machine.globals.cell(name.name());
        boolean fits = cell.value == null
                ? cell.builtin == null
                : cell.value instanceof Datum.Num
                        || (cell.value instanceof Datum.Scalar(int node)
                                && frame.machine.workspace.tape().isInput(node))
                        || cell.value instanceof ag.lang.interpreter.Formula;
        if (!fits) {
            throw new AgException(
                    ErrorCode.NOT_AN_UNKNOWN,
                    "'" + name.name() + "' is no letter that an equation can be solved for",
                    name.span(),
                    "name a letter without a value, or an input");
        }
        if (!occurs(frame, cell)) {
            throw new AgException(
                    ErrorCode.NOT_AN_UNKNOWN,
                    "'" + name.name() + "' does not occur in what is to be solved",
                    name.span(),
                    "name a letter that the equations depend on");
        }
        return cell;
    }

    /** Whether a letter stands in the equations, or in a formula that does. */
    private boolean occurs(Frame frame, Cell letter) {
        if (names.stream().anyMatch(used -> used.contains(letter))) {
            return true;
        }
        Term.Letter wanted = Term.letter(letter.name);
        FormulaTexts reader = FormulaTexts.open(frame.machine, Set.of(wanted));
        return texts.stream()
                .map(text -> text.at(frame))
                .anyMatch(text -> text.isEmpty()
                        || (text.get() instanceof Expr.Equation equation
                                && Stream.of(equation.left(), equation.right())
                                        .map(reader::read)
                                        .anyMatch(term -> term.isEmpty() || Letters.contains(term.get(), wanted))));
    }

    /** The inputs that the equations are built on, where all their letters have values. */
    private List<Cell> inputs(Frame frame) {
        Workspace workspace = frame.machine.workspace;
        Set<String> found = new LinkedHashSet<>();
        for (Unknowns.Sides one : sides) {
            for (Code code : one.right() == null ? List.of(one.left()) : List.of(one.left(), one.right())) {
                if (code.run(frame) instanceof Datum.Scalar(int node)) {
                    workspace.tape().backward(node);
                    Derivations.reached(workspace).stream().map(Input::name).forEach(found::add);
                }
            }
        }
        return found.stream()
                .map(frame.machine.globals::cell)
                .filter(cell -> Arithmetic.isNumber(cell.value == null ? Loops.NOTHING : cell.value))
                .toList();
    }

    // ---- by algebra

    private Optional<SolutionResult.Solved> byAlgebra(Frame frame, List<Cell> unknowns, Ends.@Nullable Range range) {
        List<Term.Letter> letters =
                unknowns.stream().map(cell -> Term.letter(cell.name)).toList();
        List<Term> left = new ArrayList<>();
        List<Term> right = new ArrayList<>();
        for (LocalText text : texts) {
            Optional<Expr> read = text.at(frame);
            if (read.isEmpty() || !(read.get() instanceof Expr.Equation equation)) {
                return Optional.empty();
            }
            FormulaTexts reader = FormulaTexts.open(frame.machine, Set.copyOf(letters));
            Optional<Term> a = reader.read(equation.left());
            Optional<Term> b = reader.read(equation.right());
            if (a.isEmpty() || b.isEmpty()) {
                return Optional.empty();
            }
            Optional<Map<Term.Letter, Term>> numbers = numbers(reader.values(), letters);
            if (numbers.isEmpty()) {
                return Optional.empty();
            }
            left.add(Letters.replaced(a.get(), numbers.get()));
            right.add(Letters.replaced(b.get(), numbers.get()));
        }
        if (left.isEmpty()) {
            return Optional.empty();
        }
        Runnable pause = () -> frame.machine.workspace.checkStop(span);
        ExactSolutions written = new ExactSolutions(frame.machine, equations(), letters, span);
        if (left.size() == 1 && letters.size() == 1) {
            return written.of(
                    EquationSolver.solve(left.getFirst(), right.getFirst(), letters.getFirst(), pause), range);
        }
        if (range != null) {
            return Optional.empty();
        }
        List<Term> zeros = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            zeros.add(Simplifier.simplify(Term.minus(left.get(i), right.get(i)), pause));
        }
        return SystemSolver.solve(zeros, letters, pause).map(written::of);
    }

    private List<String> equations() {
        return sides.stream().map(one -> one.span().text().strip()).toList();
    }

    /** The numbers that letters stand for, as they are typed; empty where one is no finite number. */
    static Optional<Map<Term.Letter, Term>> numbers(Map<Term.Letter, Double> values, List<Term.Letter> unknowns) {
        Map<Term.Letter, Term> numbers = new HashMap<>();
        for (Map.Entry<Term.Letter, Double> value : values.entrySet()) {
            if (unknowns.contains(value.getKey())) {
                continue;
            }
            if (!Double.isFinite(value.getValue())) {
                return Optional.empty();
            }
            Rational exact = Rational.of(value.getValue());
            Term unsigned = new Term.Num(exact.abs(), true);
            numbers.put(value.getKey(), exact.sign() < 0 ? Term.negative(unsigned) : unsigned);
        }
        return Optional.of(numbers);
    }

    /** For messages: a number as it is read back. */
    static String number(double x) {
        return Numerals.rounded(x, 6);
    }
}
