package ag.lang.interpreter;

import ag.engine.Operation;
import ag.lang.source.AgException;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Expr.BinaryOperator;
import ag.lang.values.Datum;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns expressions into code. */
public final class ExpressionCompiler {
    private final Machine machine;

    ExpressionCompiler(Machine machine) {
        this.machine = machine;
    }

    public Code compile(Expr expression, Scope scope) {
        return compile(expression, scope, false);
    }

    /**
     * As {@link #compile(Expr, Scope)}, for a place where only the numbers count, as on the right of {@code set}: gradients come from
     * one backward pass, operators work on plain numbers, and nothing of it is left on the tape.
     */
    public Code compileDetached(Expr expression, Scope scope) {
        return compile(expression, scope, true);
    }

    private Code compile(Expr expression, Scope scope, boolean detached) {
        return switch (expression) {
            case Expr.NumberLiteral literal -> constant(new Datum.Num(literal.value()));
            case Expr.BooleanLiteral literal -> constant(new Datum.Bool(literal.value()));
            case Expr.TextLiteral text -> text(text, scope);
            case Expr.Name name -> only(name(name.name(), name.span(), scope), detached);
            case Expr.Unary unary -> unary(unary, scope, detached);
            case Expr.Binary binary -> chain(binary, scope, detached);
            case Expr.Conditional c ->
                new Choices.Conditional(
                        compile(c.condition(), scope),
                        compile(c.then(), scope, detached),
                        compile(c.otherwise(), scope, detached),
                        c.condition().span());
            case Expr.Call call -> only(call(call, scope), detached);
            case Expr.Prime prime ->
                new Calls.Derivative(compile(prime.function(), scope), prime.order(), prime.span());
            case Expr.Index index -> only(index(index, scope), detached);
            case Expr.Member member -> only(new Members(compile(member.target(), scope), member), detached);
            case Expr.Range range ->
                new Collections.Counting(
                        compile(range.low(), scope),
                        compile(range.high(), scope),
                        range.withEnd(),
                        range.low().span(),
                        range.high().span());
            case Expr.Whole whole ->
                throw problem("bad-range", "'..' alone stands between [ and ]", whole.span(), "write: M[.., 0]");
            case Expr.Vector vector -> new Collections.Literal(all(vector.elements(), scope, detached));
            case Expr.Comprehension comprehension -> comprehension(comprehension, scope, detached);
        };
    }

    /** The numbers alone, where nothing else counts. */
    private static Code only(Code code, boolean detached) {
        return detached ? frame -> frame.machine.workspace.detached(Detached.plain(code, frame)) : code;
    }

    static Code constant(Datum datum) {
        return frame -> datum;
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
                        case Expr.TextLiteral.Plain plain -> new Texts.Plain(plain.text());
                        case Expr.TextLiteral.Inserted inserted ->
                            new Texts.Inserted(compile(inserted.expression(), scope));
                    });
        }
        if (parts.isEmpty()) {
            return constant(new Datum.Text(""));
        }
        return parts.size() == 1 && parts.getFirst() instanceof Texts.Plain(String plain)
                ? constant(new Datum.Text(plain))
                : new Texts.Insertion(parts);
    }

    private Code unary(Expr.Unary unary, Scope scope, boolean detached) {
        Code operand = compile(unary.operand(), scope, detached);
        return switch (unary.operator()) {
            case NOT -> new Choices.Not(operand, unary.operand().span());
            case NEGATE -> {
                if (unary.operand() instanceof Expr.NumberLiteral literal) {
                    yield constant(new Datum.Num(-literal.value()));
                }
                int site = machine.workspace.site(unary.span());
                yield frame -> machine.arithmetic.apply(Operation.NEGATE, operand.run(frame), site, unary.span());
            }
        };
    }

    /** A chain such as {@code a + b - c} leans left; going down it in a loop keeps long sums off the Java stack. */
    private Code chain(Expr.Binary binary, Scope scope, boolean detached) {
        Deque<Expr.Binary> spine = new ArrayDeque<>();
        Expr at = binary;
        while (at instanceof Expr.Binary inner && isArithmetic(inner.operator())) {
            spine.push(inner);
            at = inner.left();
        }
        if (spine.isEmpty()) {
            return logical(binary, scope);
        }
        Code first = compile(at, scope, detached);
        if (spine.size() == 1) {
            return operator(binary, first, scope, detached);
        }
        List<Operators.Link> links = new ArrayList<>();
        for (Expr.Binary next : spine) {
            links.add(new Operators.Link(
                    operation(next.operator()),
                    compile(next.right(), scope, detached),
                    machine.workspace.site(next.span()),
                    next.span()));
        }
        return new Operators.Chain(first, links.toArray(Operators.Link[]::new));
    }

    private Code operator(Expr.Binary binary, Code left, Scope scope, boolean detached) {
        Code right = compile(binary.right(), scope, detached);
        int site = machine.workspace.site(binary.span());
        Operation operation = operation(binary.operator());
        return operation == null
                ? new Operators.MatrixProduct(left, right, site, binary.span())
                : new Operators.Two(operation, left, right, site, binary.span());
    }

    private Code logical(Expr.Binary binary, Scope scope) {
        Code left = compile(binary.left(), scope);
        Code right = compile(binary.right(), scope);
        return switch (binary.operator()) {
            case AND ->
                new Choices.Both(
                        left, right, binary.left().span(), binary.right().span());
            case OR ->
                new Choices.Either(
                        left, right, binary.left().span(), binary.right().span());
            default -> new Choices.Comparison(binary.operator(), left, right, binary);
        };
    }

    private static boolean isArithmetic(BinaryOperator operator) {
        return switch (operator) {
            case ADD, SUBTRACT, MULTIPLY, DIVIDE, POWER, MATRIX_MULTIPLY -> true;
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL, AND, OR -> false;
        };
    }

    /** The row of an operator; null for {@code @}, which is many sums of products. */
    static @Nullable Operation operation(BinaryOperator operator) {
        return switch (operator) {
            case ADD -> Operation.ADD;
            case SUBTRACT -> Operation.SUBTRACT;
            case MULTIPLY -> Operation.MULTIPLY;
            case DIVIDE -> Operation.DIVIDE;
            case POWER -> Operation.POWER;
            default -> null;
        };
    }

    private Code call(Expr.Call call, Scope scope) {
        int site = machine.workspace.site(call.span());
        List<Expr.Argument> arguments = call.arguments();
        boolean named = arguments.stream().anyMatch(argument -> argument.name() != null);
        Code callee = compile(call.callee(), scope);
        Code[] values = arguments.stream()
                .map(argument -> compile(argument.value(), scope))
                .toArray(Code[]::new);
        if (values.length == 1 && !named) {
            return new Calls.One(callee, values[0], site, call);
        }
        @Nullable
        String[] names = named ? arguments.stream().map(Expr.Argument::name).toArray(String[]::new) : null;
        return new Calls.Many(
                callee,
                values,
                names,
                site,
                call,
                arguments.stream().map(Expr.Argument::span).toList());
    }

    private Code index(Expr.Index index, Scope scope) {
        Indexing.Axis[] axes =
                index.indices().stream().map(at -> axis(at, scope)).toArray(Indexing.Axis[]::new);
        Code target = compile(index.target(), scope);
        Span span = index.target().span();
        return axes.length == 1
                ? new Indexing.Along(target, axes[0], span)
                : new Indexing.Block(target, axes, span, index.span());
    }

    private Indexing.Axis axis(Expr at, Scope scope) {
        return switch (at) {
            case Expr.Whole _ -> new Indexing.WholeAxis();
            case Expr.Range range ->
                new Indexing.RangeAxis(
                        compile(range.low(), scope), compile(range.high(), scope), range.withEnd(), range.span());
            default -> new Indexing.IndexAxis(compile(at, scope), at.span());
        };
    }

    private Code comprehension(Expr.Comprehension comprehension, Scope scope, boolean detached) {
        List<Collections.Source> sources = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<@Nullable Integer> hidden = new ArrayList<>();
        for (Expr.Clause clause : comprehension.clauses()) {
            Code items = compile(clause.source(), scope);
            int[] slots = new int[clause.names().size()];
            for (int i = 0; i < slots.length; i++) {
                String name = clause.names().get(i);
                names.add(name);
                hidden.add(scope.hide(name));
                slots[i] = java.util.Objects.requireNonNull(scope.slot(name));
            }
            sources.add(new Collections.Source(items, slots, clause.source().span()));
        }
        Expr filter = comprehension.filter();
        Code condition = filter == null ? null : compile(filter, scope);
        Code element = compile(comprehension.element(), scope, detached);
        for (int i = names.size() - 1; i >= 0; i--) {
            scope.restore(names.get(i), hidden.get(i));
        }
        return new Collections.Comprehended(
                sources,
                condition,
                filter == null ? comprehension.span() : filter.span(),
                element,
                comprehension.inBrackets(),
                comprehension.span());
    }

    private Code[] all(List<Expr> expressions, Scope scope, boolean detached) {
        return expressions.stream()
                .map(expression -> compile(expression, scope, detached))
                .toArray(Code[]::new);
    }

    /** A mistake that can be seen before anything runs. */
    static AgException problem(String code, String message, Span span, String hint) {
        return new AgException(code, message, span, hint);
    }
}
