package ag.lang.algebra;

import ag.engine.Operation;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Expr.BinaryOperator;
import ag.lang.syntax.Expr.UnaryOperator;
import ag.lang.syntax.Statement;
import ag.lang.syntax.WrittenNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the syntax tree as a formula: numbers exactly as they were typed, functions of the program put in. What has no closed form
 * in the text, such as a loop, is no formula.
 */
public final class TermReader {
    /** Calls in calls that are put in; a function that calls itself is never expanded to the end. */
    private static final int DEEPEST = 40;

    private final Meanings meanings;
    private final Map<String, Term> locals;
    private final int depth;

    private TermReader(Meanings meanings, Map<String, Term> locals, int depth) {
        this.meanings = meanings;
        this.locals = locals;
        this.depth = depth;
    }

    /** The formula that an expression is; empty where it is none. */
    public static Optional<Term> read(Expr expression, Meanings meanings) {
        try {
            Term term = new TermReader(meanings, Map.of(), 0).term(expression);
            return Optional.of(term).filter(LongSum::isReadable);
        } catch (NoFormula _) {
            return Optional.empty();
        }
    }

    /** What a function gives for these arguments; empty where that is no formula. */
    public static Optional<Term> apply(Meanings.Function function, List<Term> arguments) {
        try {
            Term term = new TermReader(function.meanings(), Map.of(), 0).called(function, arguments);
            return Optional.of(term).filter(LongSum::isReadable);
        } catch (NoFormula _) {
            return Optional.empty();
        }
    }

    private Term term(Expr expression) {
        return switch (expression) {
            case Expr.NumberLiteral number -> TypedNumber.of(number);
            case Expr.Name name -> leaf(name);
            case Expr.Index index -> leaf(index);
            case Expr.Member member -> leaf(member);
            case Expr.Derivative derivative -> derivative(derivative);
            case Expr.Unary(UnaryOperator operator, Expr operand, Span _) -> {
                if (operator != UnaryOperator.NEGATE) {
                    throw new NoFormula();
                }
                yield Term.negative(term(operand));
            }
            case Expr.Binary binary -> binary(binary);
            case Expr.Conditional choice ->
                new Term.Choice(condition(choice.condition()), term(choice.then()), term(choice.otherwise()));
            case Expr.Call call -> call(call);
            case Expr.At at -> at(at);
            case Expr.Applied applied -> applied(applied);
            case Expr.Notation _,
                    Expr.BooleanLiteral _,
                    Expr.TextLiteral _,
                    Expr.Prime _,
                    Expr.Range _,
                    Expr.Stepped _,
                    Expr.Whole _,
                    Expr.Vector _,
                    Expr.Comprehension _,
                    Expr.Anonymous _ -> throw new NoFormula();
        };
    }

    private Term leaf(Expr expression) {
        Term local = expression instanceof Expr.Name name ? locals.get(name.name()) : null;
        return local != null ? local : meanings.leaf(expression).orElseThrow(NoFormula::new);
    }

    /** A chain such as {@code a + b + c} leans to the left, one level a term; it is walked in a loop. */
    private Term binary(Expr.Binary outermost) {
        List<Expr.Binary> chain = new ArrayList<>();
        Expr first = outermost;
        while (first instanceof Expr.Binary binary && isSum(binary)) {
            chain.add(binary);
            first = binary.left();
        }
        if (chain.isEmpty()) {
            Term left = term(outermost.left());
            Term right = term(outermost.right());
            return switch (outermost.operator()) {
                case MULTIPLY -> Term.product(left, right);
                case DIVIDE -> Term.quotient(left, right);
                case POWER, POWER_OF_EACH -> Term.power(left, right);
                case ADD,
                        SUBTRACT,
                        MATRIX_MULTIPLY,
                        LESS,
                        LESS_OR_EQUAL,
                        GREATER,
                        GREATER_OR_EQUAL,
                        EQUAL,
                        NOT_EQUAL,
                        AND,
                        OR -> throw new NoFormula();
            };
        }
        List<Term> terms = new ArrayList<>(List.of(term(first)));
        for (Expr.Binary link : chain.reversed()) {
            Term right = term(link.right());
            terms.add(link.operator() == BinaryOperator.ADD ? right : Term.negative(right));
        }
        return Term.sum(terms);
    }

    private static boolean isSum(Expr.Binary binary) {
        return binary.operator() == BinaryOperator.ADD || binary.operator() == BinaryOperator.SUBTRACT;
    }

    /** With the values of letters put in, all at once. */
    private Term at(Expr.At at) {
        Map<Term.Letter, Term> values = new HashMap<>();
        Map<String, Term> own = new HashMap<>(locals);
        for (Expr.Point point : at.points()) {
            Expr.Name name = point.letter();
            if (name == null) {
                throw new NoFormula();
            }
            values.put(letter(name, own), term(point.value()));
        }
        return Letters.replaced(new TermReader(meanings, own, depth).term(at.of()), values);
    }

    /** The letter that a name is; a parameter, which stands for an argument, and a name without a meaning become letters of their own. */
    private Term.Letter letter(Expr.Name name, Map<String, Term> own) {
        Optional<Term> meaning = locals.containsKey(name.name()) ? Optional.empty() : meanings.leaf(name);
        if (meaning.isPresent()) {
            return meaning.get() instanceof Term.Letter letter ? letter : noLetter();
        }
        Term.Letter free = unused(name.name(), own);
        own.put(name.name(), free);
        return free;
    }

    /** A letter that nothing typed is, and that stands in none of these formulas. */
    private static Term.Letter unused(String name, Map<String, Term> formulas) {
        return Stream.iterate(name + "′", text -> text + "′")
                .map(Term.Letter::new)
                .filter(letter -> formulas.values().stream().noneMatch(term -> Letters.contains(term, letter)))
                .findFirst()
                .orElseThrow();
    }

    private static Term.Letter noLetter() {
        throw new NoFormula();
    }

    /** By one letter after the other. */
    private Term derivative(Expr.Derivative derivative) {
        Map<String, Term> own = new HashMap<>(locals);
        Map<String, Term.Letter> letters = new HashMap<>();
        derivative.letters().forEach(name -> letters.computeIfAbsent(name.name(), _ -> letter(name, own)));
        Term now = new TermReader(meanings, own, depth).term(derivative.of());
        Map<Term.Letter, Term> arguments = new HashMap<>();
        for (Expr.Name name : derivative.letters()) {
            Term.Letter letter = Objects.requireNonNull(letters.get(name.name()));
            if (own.get(name.name()) instanceof Term.Letter free && free.equals(letter)) {
                now = Simplifier.simplify(Differentiator.derivative(now, letter));
                Term argument = locals.get(name.name());
                if (argument != null) {
                    arguments.put(letter, argument);
                }
            } else {
                now = meanings.derivative(now, letter);
            }
        }
        return Letters.replaced(now, arguments);
    }

    private Condition condition(Expr expression) {
        if (expression instanceof Expr.BooleanLiteral truth) {
            return new Condition.Truth(truth.value());
        }
        if (expression instanceof Expr.Unary(UnaryOperator operator, Expr operand, Span _)
                && operator == UnaryOperator.NOT) {
            return new Condition.Not(condition(operand));
        }
        if (!(expression instanceof Expr.Binary(BinaryOperator operator, Expr left, Expr right, Span _, Span _))) {
            throw new NoFormula();
        }
        return switch (operator) {
            case AND -> new Condition.Both(condition(left), condition(right));
            case OR -> new Condition.Either(condition(left), condition(right));
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL ->
                new Condition.Comparison(operator, term(left), term(right));
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, MATRIX_MULTIPLY, POWER, POWER_OF_EACH -> throw new NoFormula();
        };
    }

    private Term call(Expr.Call call) {
        if (call.arguments().stream().anyMatch(argument -> argument.name() != null)) {
            throw new NoFormula();
        }
        List<Expr> arguments =
                call.arguments().stream().map(Expr.Argument::value).toList();
        if (call.callee() instanceof Expr.Name name) {
            return named(name, arguments);
        }
        if (call.callee() instanceof Expr.Prime(Expr.Name function, int order, Span _)) {
            return primed(function.name(), order, arguments);
        }
        if (call.callee() instanceof Expr.Call inner && arguments.size() == 1) {
            return Term.product(call(inner), term(arguments.getFirst()));
        }
        throw new NoFormula();
    }

    /** {@code x(y)^n}: of a number the power is that of the bracket. */
    private Term applied(Expr.Applied applied) {
        Expr argument = applied.argument().value();
        if (applied.callee() instanceof Expr.Call inner) {
            return Term.product(call(inner), behind(applied, term(argument)));
        }
        if (!(applied.callee() instanceof Expr.Name name) || applied.argument().name() != null) {
            throw new NoFormula();
        }
        return factor(name, argument)
                .map(factor -> Term.product(factor, behind(applied, term(argument))))
                .orElseGet(() -> behind(applied, named(name, List.of(argument))));
    }

    private Term behind(Expr.Applied applied, Term base) {
        return applied.exponent() == null
                ? Term.apply(Operation.FACTORIAL, base)
                : Term.power(base, term(applied.exponent()));
    }

    /** What stands before brackets as a factor: a parameter, or a letter that is no function. */
    private Optional<Term> factor(Expr.Name name, Expr argument) {
        Term local = locals.get(name.name());
        if (local != null) {
            return Optional.of(local);
        }
        boolean letter = meanings.function(name.name()).isEmpty() && WrittenNames.isFactorOf(name.name(), argument);
        return letter ? meanings.leaf(name) : Optional.empty();
    }

    private Term named(Expr.Name written, List<Expr> arguments) {
        String name = written.name();
        Optional<Meanings.Function> own = meanings.function(name);
        if (own.isPresent() && !locals.containsKey(name)) {
            return called(own.get(), arguments.stream().map(this::term).toList());
        }
        Optional<Term> factor = arguments.size() == 1 ? factor(written, arguments.getFirst()) : Optional.empty();
        if (factor.isPresent()) {
            return Term.product(factor.get(), term(arguments.getFirst()));
        }
        if (locals.containsKey(name) || !meanings.isBuiltIn(name)) {
            throw new NoFormula();
        }
        if (name.equals("grad") && arguments.size() == 2 && term(arguments.get(1)) instanceof Term.Letter letter) {
            return meanings.derivative(term(arguments.getFirst()), letter);
        }
        return name.equals("integral") && arguments.size() == 3
                ? integral(arguments)
                : new BuiltInFormula(this::term).of(name, arguments);
    }

    /** The letter of an integral is one that nothing else has while its function is read, and keeps its name where that is free. */
    private Term integral(List<Expr> arguments) {
        Term.Letter own = unused("t", locals);
        String name = "t";
        Term of;
        if (arguments.getFirst() instanceof Expr.Anonymous(List<String> parameters, Expr body, Span _)
                && parameters.size() == 1) {
            name = parameters.getFirst();
            Map<String, Term> inside = new HashMap<>(locals);
            inside.put(name, own);
            of = new TermReader(meanings, inside, depth).term(body);
        } else if (arguments.getFirst() instanceof Expr.Name function && !locals.containsKey(function.name())) {
            Optional<Meanings.Function> known = meanings.function(function.name());
            of = known.isPresent()
                    ? called(known.get(), List.of(own))
                    : meanings.isBuiltIn(function.name())
                            ? new BuiltInFormula(_ -> own).of(function.name(), List.of(function))
                            : none();
        } else {
            throw new NoFormula();
        }
        Term.Letter letter = Letters.free(name, Letters.in(of));
        return new Term.Integral(
                Letters.replaced(of, Map.of(own, letter)), letter, term(arguments.get(1)), term(arguments.get(2)));
    }

    /** f'(u): the derivative of the function with u put in. */
    private Term primed(String name, int order, List<Expr> arguments) {
        Term.Letter letter = new Term.Letter("x′");
        Optional<Meanings.Function> own = meanings.function(name);
        Term now = own.isPresent()
                ? called(own.get(), List.of(letter))
                : meanings.isBuiltIn(name)
                        ? Operation.function(name.equals("ln") ? "log" : name, 1)
                                .<Term>map(operation -> new Term.Apply(operation, List.of(letter)))
                                .orElseThrow(NoFormula::new)
                        : none();
        if (arguments.size() != 1 || order > DEEPEST) {
            throw new NoFormula();
        }
        for (int i = 0; i < order; i++) {
            now = Simplifier.simplify(Differentiator.derivative(now, letter));
        }
        return Letters.replaced(now, Map.of(letter, term(arguments.getFirst())));
    }

    private static Term none() {
        throw new NoFormula();
    }

    private Term called(Meanings.Function function, List<Term> arguments) {
        if (depth >= DEEPEST || arguments.size() > function.parameters().size()) {
            throw new NoFormula();
        }
        Map<String, Term> bound = new HashMap<>();
        TermReader standards = new TermReader(function.meanings(), bound, depth + 1);
        for (int i = 0; i < function.parameters().size(); i++) {
            Statement.Parameter parameter = function.parameters().get(i);
            Expr standard = parameter.standard();
            bound.put(parameter.name(), i < arguments.size() ? arguments.get(i) : standards.given(standard));
        }
        TermReader inside = new TermReader(function.meanings(), bound, depth + 1);
        return switch (function.body()) {
            case Statement.Formula formula -> inside.term(formula.expression());
            case Statement.Block block -> inside.block(block.statements(), bound);
        };
    }

    private Term given(@Nullable Expr standard) {
        if (standard == null) {
            throw new NoFormula();
        }
        return term(standard);
    }

    /** Names one after the other, and the result last. */
    private Term block(List<Statement> statements, Map<String, Term> bound) {
        for (Statement statement : statements.subList(0, Math.max(0, statements.size() - 1))) {
            if (statement instanceof Statement.Definition definition && definition.operator() == null) {
                bound.put(definition.name(), term(definition.value()));
            } else {
                throw new NoFormula();
            }
        }
        return !statements.isEmpty() && statements.getLast() instanceof Statement.Evaluate result
                ? term(result.expression())
                : none();
    }
}
