package ag.lang.interpreter;

import ag.engine.Operation;
import ag.lang.reading.Reading;
import ag.lang.resolve.Effects;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Expr.BinaryOperator;
import ag.lang.syntax.Statement;
import ag.lang.values.Datum;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns expressions into code. */
public final class ExpressionCompiler {
    private final Machine machine;

    /** Null where values keep their history. One that compiles for numbers alone has the other for the parts that need a history. */
    private final @Nullable ExpressionCompiler following;

    private final CallCompiler calls;

    ExpressionCompiler(Machine machine) {
        this.machine = machine;
        this.following = null;
        this.calls = new CallCompiler(this, machine);
    }

    private ExpressionCompiler(ExpressionCompiler following) {
        this.machine = following.machine;
        this.following = following;
        this.calls = new CallCompiler(this, machine);
    }

    /** Whether the program has given a meaning to a name. */
    public boolean means(String name) {
        return machine.globals.cell(name).value != null;
    }

    /** What is meant by an expression that stands outside of all functions and blocks. */
    public static Expr readAtTop(Expr expression, Machine machine) {
        return new ExpressionCompiler(machine).read(expression, new Scope(null, false));
    }

    /** What is meant by an expression as it is written. */
    public Expr read(Expr expression, Scope scope) {
        return Reading.of(expression, new NamesInScope(machine, scope), machine::noteOnce);
    }

    public Code compile(Expr expression, Scope scope) {
        return build(read(expression, scope), scope);
    }

    /** As {@link #compile(Expr, Scope)}, of what has been read. */
    public Code compileRead(Expr read, Scope scope) {
        return build(read, scope);
    }

    /** As {@link #compile(Expr, Scope)}, for a place where a formula will do in which letters have no value. */
    public Code compileFormula(Expr expression, Scope scope) {
        return formula(read(expression, scope), scope);
    }

    public Code compileDetachedFormula(Expr expression, Scope scope) {
        return forNumbers().formula(read(expression, scope), scope);
    }

    private Code formula(Expr read, Scope scope) {
        Code code = alike(read, scope);
        if (scope.isFunction() || read instanceof Expr.NumberLiteral || read instanceof Expr.TextLiteral) {
            return code;
        }
        return new Quoted(
                read, following == null ? code : build(read, scope), code, names(read, scope), scope.locals());
    }

    /** The global names of an expression that has been read. */
    public Set<Cell> names(Expr read, Scope scope) {
        Set<Cell> names = new LinkedHashSet<>();
        for (String name : Effects.of(read).reads()) {
            if (!scope.isLocal(name)) {
                names.add(machine.globals.cell(name));
            }
        }
        return names;
    }

    /**
     * As {@link #compile(Expr, Scope)}, for a place where only the numbers count, as on the right of {@code set}: gradients come from
     * one backward pass, operators work on plain numbers, and nothing of it is left on the tape.
     */
    public Code compileDetached(Expr expression, Scope scope) {
        return forNumbers().alike(read(expression, scope), scope);
    }

    /** Compiles a part from which the whole comes by operators alone: with its history, or as numbers, as the whole. */
    Code alike(Expr expression, Scope scope) {
        return switch (expression) {
            case Expr.NumberLiteral literal -> constant(new Datum.Num(literal.value()));
            case Expr.BooleanLiteral literal -> constant(new Datum.Bool(literal.value()));
            case Expr.TextLiteral text -> text(text, scope);
            case Expr.Name name -> only(name(name.name(), name.span(), scope));
            case Expr.Unary unary -> unary(unary, scope);
            case Expr.Binary binary -> chain(binary, scope);
            case Expr.Conditional c ->
                new Choices.Conditional(
                        build(c.condition(), scope),
                        alike(c.then(), scope),
                        alike(c.otherwise(), scope),
                        c.condition().span());
            case Expr.Call call -> calls.compile(call, scope);
            case Expr.Prime prime -> new Calls.Derivative(build(prime.function(), scope), prime.order(), prime.span());
            case Expr.Index index -> only(index(index, scope));
            case Expr.Member member -> only(new Members(build(member.target(), scope), member));
            case Expr.Stepped(Expr.Range range, Expr step, Span span) ->
                new SteppedRange(
                        build(range.low(), scope),
                        build(range.high(), scope),
                        build(step, scope),
                        range.withEnd(),
                        range.low().span(),
                        range.high().span(),
                        step.span(),
                        span);
            case Expr.Range range ->
                new Collections.Counting(
                        build(range.low(), scope),
                        build(range.high(), scope),
                        range.withEnd(),
                        range.low().span(),
                        range.high().span());
            case Expr.Whole whole ->
                throw problem(
                        ErrorCode.BAD_RANGE, "'..' alone stands between [ and ]", whole.span(), "write: M[.., 0]");
            case Expr.Vector vector -> new Collections.Literal(all(vector.elements(), scope));
            case Expr.Comprehension comprehension ->
                new ComprehensionCompiler(this, machine).compile(comprehension, scope);
            case Expr.Anonymous function -> new Anonymous(anonymous(function, scope), scope.isFunction());
            case Expr.Notation notation -> only(notation(notation, scope));
        };
    }

    private FunctionCode anonymous(Expr.Anonymous function, Scope scope) {
        Scope inner = new Scope(scope, true);
        function.parameters().forEach(inner::declare);
        Code body = build(function.body(), inner);
        String signature = function.span().text();
        String name = "(" + signature + ")";
        return new FunctionCode(
                name,
                signature,
                function.parameters(),
                java.util.Collections.nCopies(function.parameters().size(), null),
                body,
                inner.size(),
                inner.derived(),
                -1,
                inner.names(),
                scope.hasLocals()
                        ? null
                        : Statement.FunctionDefinition.of(name, function.span(), function, function.span()),
                function.span());
    }

    /** Whether only the numbers count. */
    boolean isForNumbers() {
        return following != null;
    }

    /** The same for numbers alone. */
    ExpressionCompiler forNumbers() {
        return new ExpressionCompiler(this);
    }

    private ExpressionCompiler withHistory() {
        return following == null ? this : following;
    }

    /** Compiles a part whose value keeps its history, whatever the whole does. */
    Code build(Expr expression, Scope scope) {
        return withHistory().alike(expression, scope);
    }

    private Code notation(Expr.Notation notation, Scope scope) {
        return switch (notation) {
            case Expr.Derivative derivative -> {
                derivative.letters().forEach(letter -> scope.derives(letter.name()));
                yield DerivativeBy.of(derivative, place -> build(place, scope), letters(scope));
            }
            case Expr.At at ->
                AtPoint.of(at, place -> build(place, scope), letters(scope), machine.workspace.site(at.span()));
            case Expr.Equation equation -> {
                yield new Quoted.Sides(
                        equation,
                        build(equation.left(), scope),
                        build(equation.right(), scope),
                        names(equation, scope),
                        scope.locals());
            }
            case Expr.Applied applied -> calls.applied(applied, scope);
            case Expr.Beside _, Expr.Quotient _, Expr.Nabla _, Expr.Composed _, Expr.Factorial _, Expr.Degrees _ ->
                throw new IllegalStateException("the reading leaves nothing of this kind: " + notation);
        };
    }

    /** Where the letters of a derivative are kept. */
    private Function<Expr.Name, LetterPlace> letters(Scope scope) {
        return name -> {
            Integer slot = scope.slot(name.name());
            if (slot != null) {
                return new LetterPlace.Local(slot, name.name(), name.span());
            }
            Cell cell = machine.globals.cell(name.name());
            scope.uses(cell);
            return new LetterPlace.Global(cell, name.span());
        };
    }

    /** The numbers alone, where nothing else counts. */
    Code only(Code code) {
        return following != null ? frame -> frame.machine.workspace.detached(Detached.plain(code, frame)) : code;
    }

    static Code constant(Datum datum) {
        return new Constant(datum);
    }

    public Code name(String name, Span span, Scope scope) {
        int depth = 0;
        boolean later = false;
        for (Scope at = scope; at != null; at = at.outer()) {
            later |= at.isFunction();
            Integer slot = at.slot(name);
            if (slot != null) {
                return depth == 0 ? new Names.Local(slot, name, span) : new Names.Outer(depth, slot, name, span);
            }
            depth++;
        }
        Cell cell = machine.globals.cell(name);
        scope.uses(cell);
        machine.names.used(cell, span, later);
        return new Names.Global(cell, span);
    }

    private Code text(Expr.TextLiteral text, Scope scope) {
        List<Texts.Part> parts = new ArrayList<>();
        for (Expr.TextLiteral.Part part : text.parts()) {
            parts.add(
                    switch (part) {
                        case Expr.TextLiteral.Plain plain -> new Texts.Letters(plain.text());
                        case Expr.TextLiteral.Inserted inserted ->
                            new Texts.Inserted(
                                    withHistory().formula(inserted.expression(), scope),
                                    inserted.format(),
                                    inserted.expression().span());
                    });
        }
        if (parts.isEmpty()) {
            return constant(new Datum.Text(""));
        }
        return parts.size() == 1 && parts.getFirst() instanceof Texts.Letters(String plain)
                ? constant(new Datum.Text(plain))
                : new Texts.Insertion(parts);
    }

    private Code unary(Expr.Unary unary, Scope scope) {
        Code operand = alike(unary.operand(), scope);
        return switch (unary.operator()) {
            case NOT -> new Choices.Not(operand, unary.operand().span());
            case NEGATE -> {
                if (unary.operand() instanceof Expr.NumberLiteral literal) {
                    yield constant(new Datum.Num(-literal.value()));
                }
                int site = machine.workspace.site(unary.span());
                yield new Operators.Negation(operand, site, unary.span());
            }
        };
    }

    /** A chain such as {@code a + b - c} leans left; going down it in a loop keeps long sums off the Java stack. */
    private Code chain(Expr.Binary binary, Scope scope) {
        Deque<Expr.Binary> spine = new ArrayDeque<>();
        Expr at = binary;
        while (at instanceof Expr.Binary inner && inner.operator().isArithmetic()) {
            spine.push(inner);
            at = inner.left();
        }
        if (spine.isEmpty()) {
            return logical(binary, scope);
        }
        Code first = alike(at, scope);
        if (spine.size() == 1) {
            return operator(binary, first, scope);
        }
        List<Operators.Link> links = new ArrayList<>();
        for (Expr.Binary next : spine) {
            links.add(new Operators.Link(
                    operation(next.operator()),
                    next.times(),
                    next.operator() == BinaryOperator.POWER_OF_EACH,
                    alike(next.right(), scope),
                    machine.workspace.site(next.span()),
                    next.span()));
        }
        return new Operators.Chain(first, links.toArray(Operators.Link[]::new));
    }

    private Code operator(Expr.Binary binary, Code left, Scope scope) {
        Code right = alike(binary.right(), scope);
        int site = machine.workspace.site(binary.span());
        if (binary.times() != Expr.Times.STAR) {
            return new Operators.Product(binary.times(), left, right, site, binary.span());
        }
        Operation operation = operation(binary.operator());
        if (binary.operator() == BinaryOperator.POWER_OF_EACH) {
            return new Operators.PowerOfEach(left, right, site, binary.span());
        }
        return operation == null
                ? new Operators.MatrixProduct(left, right, site, binary.span())
                : new Operators.Two(operation, left, right, site, binary.span());
    }

    private Code logical(Expr.Binary binary, Scope scope) {
        Code left = build(binary.left(), scope);
        Code right = build(binary.right(), scope);
        return switch (binary.operator()) {
            case AND ->
                new Choices.Both(
                        left, right, binary.left().span(), binary.right().span());
            case OR ->
                new Choices.Either(
                        left, right, binary.left().span(), binary.right().span());
            default ->
                new Choices.Comparison(binary.operator(), left, right, machine.workspace.site(binary.span()), binary);
        };
    }

    /** The row of an operator; null for {@code @}, which is many sums of products. */
    static @Nullable Operation operation(BinaryOperator operator) {
        return switch (operator) {
            case ADD -> Operation.ADD;
            case SUBTRACT -> Operation.SUBTRACT;
            case MULTIPLY -> Operation.MULTIPLY;
            case DIVIDE -> Operation.DIVIDE;
            case POWER, POWER_OF_EACH -> Operation.POWER;
            default -> null;
        };
    }

    private Code index(Expr.Index index, Scope scope) {
        Indexing.Axis[] axes =
                index.indices().stream().map(at -> axis(at, scope)).toArray(Indexing.Axis[]::new);
        Code target = build(index.target(), scope);
        Span span = index.target().span();
        return axes.length == 1
                ? new Indexing.Along(target, axes[0], span)
                : new Indexing.Block(target, axes, span, index.span());
    }

    private Indexing.Axis axis(Expr at, Scope scope) {
        if (at instanceof Expr.Whole) {
            return new Indexing.WholeAxis();
        }
        return at instanceof Expr.Range range
                ? new Indexing.RangeAxis(
                        build(range.low(), scope), build(range.high(), scope), range.withEnd(), range.span())
                : new Indexing.IndexAxis(build(at, scope), at.span());
    }

    private Code[] all(List<Expr> expressions, Scope scope) {
        return expressions.stream().map(expression -> alike(expression, scope)).toArray(Code[]::new);
    }

    /** A mistake that can be seen before anything runs. */
    static AgException problem(ErrorCode error, String message, Span span, String hint) {
        return new AgException(error, message, span, hint);
    }
}
