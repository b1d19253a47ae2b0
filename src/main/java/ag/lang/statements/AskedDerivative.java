package ag.lang.statements;

import ag.lang.algebra.Letters;
import ag.lang.algebra.PointEvaluation;
import ag.lang.algebra.RecordedFormula.Written;
import ag.lang.algebra.Term;
import ag.lang.interpreter.Closure;
import ag.lang.interpreter.ExpressionCompiler;
import ag.lang.interpreter.Formula;
import ag.lang.interpreter.Machine;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Stopped;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A derivative that is asked for in the signs of mathematics: {@code f'}, {@code f''(2)}, {@code ∂f/∂x}, {@code d/dx sin(x^2)}.
 *
 * @param function what is derived
 * @param by the letters one after the other
 * @param letters what stands for itself in an answer
 * @param at where, if that was said
 * @param values what the other letters in it stand for
 */
record AskedDerivative(
        Term function,
        List<Term.Letter> by,
        Set<Term.Letter> letters,
        Map<Term.Letter, Double> at,
        Map<Term.Letter, Double> values) {
    AskedDerivative {
        letters = Set.copyOf(letters);
        by = List.copyOf(by);
        at = Map.copyOf(at);
        values = Map.copyOf(values);
    }

    static AskedDerivative of(Expr asked, Machine machine) {
        return read(ExpressionCompiler.readAtTop(asked, machine), machine);
    }

    /** Whether an expression can be meant as a derivative, as it is written or as it is read: f_x(1, 2). */
    static boolean isOne(Expr asked, StatementCompiler compiler, Scope scope) {
        return isOne(asked) || isOne(compiler.expressions().read(asked, scope));
    }

    /** Whether an expression can be meant as a derivative as it stands. */
    static boolean isOne(Expr asked) {
        return switch (asked) {
            case Expr.Prime _, Expr.Notation _ -> true;
            case Expr.Call call -> isDerivative(call.callee()) || isGradient(call);
            // f_x, which only the run can tell from a letter with an index.
            case Expr.Name(String name, Span _) -> name.indexOf('_') > 0;
            case Expr.Binary binary -> binary.operator() == Expr.BinaryOperator.DIVIDE;
            default -> false;
        };
    }

    private static boolean isDerivative(Expr callee) {
        return callee instanceof Expr.Prime
                || callee instanceof Expr.Quotient
                || (callee instanceof Expr.Name(String name, Span _) && name.indexOf('_') > 0);
    }

    static boolean isGradient(Expr asked) {
        return asked instanceof Expr.Call(Expr.Name callee, List<Expr.Argument> arguments, Span _)
                && callee.name().equals("grad")
                && arguments.size() == 2;
    }

    /** What is meant by an expression in which these are letters. */
    static Expr read(Expr expression, Set<Term.Letter> letters, Machine machine) {
        List<Expr.Name> names = letters.stream()
                .map(letter -> new Expr.Name(letter.name(), expression.span()))
                .toList();
        Expr read =
                ExpressionCompiler.readAtTop(new Expr.Derivative(expression, names, true, expression.span()), machine);
        return read instanceof Expr.Derivative derivative ? derivative.of() : read;
    }

    private static AskedDerivative read(Expr asked, Machine machine) {
        return switch (asked) {
            case Expr.Prime(Expr function, int order, Span _)
            when function instanceof Expr.Name name -> primed(name, order, machine);
            case Expr.Call(Expr.Prime(Expr function, int order, Span _), List<Expr.Argument> arguments, Span _)
            when function instanceof Expr.Name name && arguments.size() == 1 ->
                primed(name, order, machine).in(arguments.getFirst().value(), machine);
            case Expr.Derivative(Expr of, List<Expr.Name> letters, boolean _, Span _) -> by(of, letters, machine);
            case Expr.Call(Expr.Name _, List<Expr.Argument> arguments, Span _)
            when isGradient(asked) && arguments.getLast().value() instanceof Expr.Name letter ->
                by(arguments.getFirst().value(), List.of(letter), machine);
            case Expr.At(
                    Expr.Derivative(
                            Expr.Call(Expr.Name function, List<Expr.Argument> _, Span span),
                            List<Expr.Name> letters,
                            boolean _,
                            Span _),
                    List<Expr.Point> points,
                    Span _)
            when points.stream().allMatch(AskedDerivative::isForAName) ->
                partial(function, span, letters, points, machine);
            case Expr.At(Expr of, List<Expr.Point> points, Span _) -> {
                AskedDerivative inner = read(of, machine);
                Map<Term.Letter, Double> at = new HashMap<>();
                for (Expr.Point point : points) {
                    Expr.Name named = point.letter();
                    Term.Letter letter = named == null ? inner.by.getFirst() : Term.letter(named.name());
                    // Of a formula in x, y'(x) is y' itself.
                    if (!(point.value() instanceof Expr.Name value
                            && value.name().equals(letter.name()))) {
                        at.put(letter, number(point.value(), machine));
                    }
                }
                yield inner.at(at);
            }
            default -> throw none(asked.span());
        };
    }

    /** Whether a letter stands for a name here, as a function's own letter does for that of its parameter. */
    private static boolean isForAName(Expr.Point point) {
        return point.letter() != null && point.value() instanceof Expr.Name;
    }

    /** {@code ∂f/∂x} where another argument of f has a formula in x: f is read with letters of its own, which stand for these names. */
    private static AskedDerivative partial(
            Expr.Name function, Span span, List<Expr.Name> letters, List<Expr.Point> points, Machine machine) {
        Map<String, Expr.Name> names = new HashMap<>();
        points.forEach(point -> names.put(Objects.requireNonNull(point.letter()).name(), (Expr.Name) point.value()));
        List<Expr.Argument> given = points.stream()
                .map(point -> new Expr.Argument(null, point.value(), span))
                .toList();
        List<Expr.Name> by = letters.stream()
                .map(letter -> names.getOrDefault(letter.name(), letter))
                .toList();
        return by(new Expr.Call(function, given, span), by, machine);
    }

    static AgException none(Span span) {
        return new AgException(
                ErrorCode.BAD_GUESS,
                "what is guessed is one derivative",
                span,
                "write: guess f'(2) = 4, or: guess f' = 2x");
    }

    private static AskedDerivative by(Expr of, List<Expr.Name> letters, Machine machine) {
        List<Term.Letter> by =
                letters.stream().map(letter -> new Term.Letter(letter.name())).toList();
        Set<Term.Letter> fixed = new HashSet<>(by);
        fixed.addAll(parameters(of, machine));
        FormulaTexts texts = FormulaTexts.open(machine, fixed);
        Optional<Term> read = texts.read(of);
        Map<Term.Letter, Double> values = new HashMap<>(texts.values());
        if (read.isEmpty()
                && of instanceof Expr.Call(Expr.Name name, List<Expr.Argument> arguments, Span _)
                && arguments.size() == 1
                && arguments.getFirst().value().equals(letters.getFirst())
                && machine.globals.cell(name.name()).read() instanceof Closure loop) {
            Written recorded = recorded(loop, name, machine);
            Term.Letter own = Term.letter(loop.code().parameters().getFirst());
            read = Optional.of(Letters.replaced(recorded.term(), Map.of(own, by.getFirst())));
            values.putAll(recorded.values());
        }
        Term function = read.orElseThrow(() -> noFormula(of.span()));
        // A letter that is derived by stands for itself; its value is still where a number is asked for.
        for (Term.Letter letter : by) {
            if (machine.globals.cell(letter.name()).value instanceof Datum.Scalar scalar) {
                values.put(letter, machine.workspace.number(scalar));
            }
        }
        return new AskedDerivative(function, by, fixed, Map.of(), values);
    }

    /** For the whole of a function of several letters, as in ∂f/∂x, these stand for themselves. */
    private static List<Term.Letter> parameters(Expr of, Machine machine) {
        if (!(of instanceof Expr.Call(Expr.Name name, List<Expr.Argument> arguments, Span _))
                || !(machine.globals.cell(name.name()).read() instanceof Closure closure)) {
            return List.of();
        }
        List<String> given = arguments.stream()
                .map(argument -> argument.value() instanceof Expr.Name letter ? letter.name() : "")
                .toList();
        return given.equals(closure.code().parameters())
                ? given.stream().map(Term.Letter::new).toList()
                : List.of();
    }

    /** {@code f'} of a function of one argument, or of a formula in one letter. */
    private static AskedDerivative primed(Expr.Name name, int order, Machine machine) {
        Object value = machine.globals.cell(name.name()).read();
        String letter = switch (value) {
            case Closure closure
            when closure.code().parameters().size() == 1 ->
                closure.code().parameters().getFirst();
            case Formula formula
            when formula.open().size() == 1 -> formula.open().getFirst();
            case Callable callable when callable.arity() == 1 || callable.arity() == -1 -> "x";
            case null, default ->
                throw new AgException(
                        ErrorCode.WHICH_LETTER,
                        "'" + name.name() + "' can be derived by ' where it has one letter",
                        name.span(),
                        "say by which: guess ∂" + name.name() + "/∂x = 2x");
        };
        List<Term.Letter> by = Collections.nCopies(order, new Term.Letter(letter));
        FormulaTexts texts = FormulaTexts.open(machine, Set.copyOf(by));
        Expr.Name argument = new Expr.Name(letter, name.span());
        Expr of = value instanceof Formula
                ? name
                : new Expr.Call(name, List.of(new Expr.Argument(null, argument, name.span())), name.span());
        Optional<Term> read =
                value instanceof Closure closure ? texts.apply(closure, List.of(by.getFirst())) : texts.read(of);
        if (read.isEmpty() && value instanceof Callable loop) {
            Written recorded = recorded(loop, name, machine);
            return new AskedDerivative(recorded.term(), by, Set.copyOf(by), Map.of(), recorded.values());
        }
        return new AskedDerivative(
                read.orElseThrow(() -> noFormula(name.span())), by, Set.copyOf(by), Map.of(), texts.values());
    }

    /** A function with a loop, as one formula; refused where its course depends on its argument. */
    private static Written recorded(Callable function, Expr.Name name, Machine machine) {
        try {
            return DerivedFunction.recorded(machine, function, name.span());
        } catch (Stopped stopped) {
            throw stopped;
        } catch (AgException _) {
            throw new AgException(
                    ErrorCode.NO_FORMULA,
                    "'" + name.name() + "' is not made of one formula, so that its derivative can't be guessed as one",
                    name.span(),
                    "guess a number at a point: guess " + name.name() + "'(2) = 4");
        }
    }

    private static AgException noFormula(Span span) {
        return new AgException(
                ErrorCode.NO_FORMULA,
                "'" + span.text().strip()
                        + "' is not made of one formula, so that its derivative can't be guessed as one",
                span,
                "make what it depends on an input, and guess a number: guess grad(L, a) = 4");
    }

    AskedDerivative at(double place) {
        return at(Map.of(by.getFirst(), place));
    }

    private AskedDerivative at(Map<Term.Letter, Double> place) {
        return new AskedDerivative(function, by, letters, place, values);
    }

    /** {@code f'(t)} is the same formula in another letter, and {@code f'(2)} is at a number. */
    private AskedDerivative in(Expr point, Machine machine) {
        FormulaTexts texts = FormulaTexts.open(machine, Set.of());
        Optional<Term> term = texts.read(read(point, Set.of(), machine));
        if (term.isPresent() && texts.values().keySet().containsAll(Letters.in(term.get()))) {
            return at(PointEvaluation.of(term.get(), texts.values()));
        }
        return term.isPresent() && term.get() instanceof Term.Letter letter && !letter.equals(by.getFirst())
                ? new AskedDerivative(
                        Letters.replaced(function, Map.of(by.getFirst(), letter)),
                        Collections.nCopies(by.size(), letter),
                        Set.of(letter),
                        at,
                        values)
                : this;
    }

    private static double number(Expr expression, Machine machine) {
        FormulaTexts texts = FormulaTexts.open(machine, Set.of());
        return texts.read(expression)
                .filter(term -> texts.values().keySet().containsAll(Letters.in(term)))
                .map(term -> PointEvaluation.of(term, texts.values()))
                .orElseThrow(() -> new AgException(
                        ErrorCode.NOT_A_NUMBER,
                        "'" + expression.span().text() + "' is no number to take a derivative at",
                        expression.span(),
                        "write: guess f'(2) = 4"));
    }
}
