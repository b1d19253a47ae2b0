package ag.lang.interpreter;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Statement;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Kinds;
import ag.lang.values.Lists;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * {@code v[0] = 3}: the vector with another element, under the same name. Whatever was built with the earlier vector keeps it. Which
 * elements are meant, the brackets themselves say: they are applied to a vector or matrix of the elements' positions.
 *
 * @param input the cell of a global name, which may be an input; null for a local name
 * @param slot where the positions stand while the brackets are applied to them
 */
record PartAssignment(
        Code read,
        List<Level> levels,
        int slot,
        Code value,
        @Nullable Cell input,
        Statement.PartDefinition text) implements Code {
    static Code compile(Statement.PartDefinition definition, StatementCompiler compiler, Scope scope) {
        String name = definition.name().name();
        Span nameSpan = definition.name().span();
        if (scope.isFunction() && scope.slot(name) == null) {
            throw new AgException(
                    ErrorCode.BAD_ASSIGNMENT,
                    "a function changes its own names only, and '" + name + "' is not one yet",
                    definition.span(),
                    "write: " + name + " = " + name + "; " + definition.span().text());
        }
        ExpressionCompiler expressions = compiler.expressions();
        Expr value = definition.value();
        if (definition.operator() != null) {
            value = new Expr.Binary(
                    definition.operator(), definition.target(), value, definition.span(), definition.span());
        }
        Set<Cell> names = new LinkedHashSet<>(compiler.namesIn(definition.target(), scope));
        names.addAll(compiler.namesIn(value, scope));
        Code valueCode = expressions.compile(value, scope);
        Code read = expressions.compile(definition.name(), scope);
        Expr.Name positions = new Expr.Name("positions in " + name, nameSpan);
        Integer hidden = scope.hide(positions.name());
        int slot = Objects.requireNonNull(scope.slot(positions.name()));
        List<Expr.Index> brackets = brackets(definition.target());
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < brackets.size(); i++) {
            levels.add(new Level(
                    expressions.compile(applied(brackets.subList(i, i + 1), positions), scope),
                    expressions.compile(applied(brackets.subList(i, brackets.size()), positions), scope)));
        }
        scope.restore(positions.name(), hidden);
        Assignments.Place place = compiler.place(name, nameSpan, scope);
        Cell input = place instanceof Assignments.GlobalPlace(Cell cell, Span _) ? cell : null;
        Code code = new PartAssignment(read, levels, slot, valueCode, input, definition);
        return new Assignments.Define(
                name,
                place,
                new Assignments.Value(code, names, StatementCompiler.keepsCourse(scope)),
                null,
                definition.span());
    }

    /**
     * One of the brackets.
     *
     * @param one what it picks by itself
     * @param rest what it picks together with those behind it
     */
    private record Level(Code one, Code rest) {}

    /** The brackets from the name on. */
    private static List<Expr.Index> brackets(Expr.Index index) {
        List<Expr.Index> brackets = index.target() instanceof Expr.Index inner ? brackets(inner) : new ArrayList<>();
        brackets.add(index);
        return brackets;
    }

    private static Expr applied(List<Expr.Index> brackets, Expr.Name positions) {
        Expr target = positions;
        for (Expr.Index index : brackets) {
            target = new Expr.Index(target, index.indices(), index.span());
        }
        return target;
    }

    @Override
    public Datum run(Frame frame) {
        String what = text.target().span().text();
        if (input != null && input.role == Cell.Role.INPUT) {
            throw new AgException(
                    ErrorCode.BAD_ASSIGNMENT,
                    "'" + input.name + "' is an input, and what is built on it follows it",
                    text.target().span(),
                    "write: set " + text.span().text());
        }
        Datum of = read.run(frame);
        Datum given = value.run(frame);
        return replaced(frame, of, given, 0, what);
    }

    private Datum replaced(Frame frame, Datum of, Datum given, int level, String what) {
        Workspace workspace = frame.machine.workspace;
        Level brackets = levels.get(level);
        return switch (of) {
            case Tensor tensor -> replaced(workspace, tensor, at(frame, brackets.rest, tensor.size(), tensor), given);
            case Datum.Items list
            when level + 1 == levels.size() ->
                replaced(workspace, list, at(frame, brackets.one, list.items().size(), null), given);
            case Datum.Items list -> {
                Datum picked = at(frame, brackets.one, list.items().size(), null);
                if (picked instanceof Tensor) {
                    throw new AgException(
                            ErrorCode.BAD_ASSIGNMENT,
                            "several parts of a list are given as a whole, and not by further brackets",
                            text.target().span(),
                            "take one of them: " + text.name().name() + "[0]");
                }
                int position = (int) workspace.number(picked);
                List<Datum> items = new ArrayList<>(list.items());
                items.set(position, replaced(frame, items.get(position), given, level + 1, what));
                yield Lists.of(workspace, items);
            }
            case Datum.Inert _, Datum.Scalar _, Datum.Opaque _ ->
                throw new AgException(
                        ErrorCode.WRONG_TYPE,
                        "'" + what + "' is an element of " + Kinds.article(of)
                                + ", and only those of vectors, matrices and lists can be given",
                        text.target().span(),
                        "");
        };
    }

    /** The positions that the brackets pick. */
    private Datum at(Frame frame, Code index, int size, @Nullable Tensor shape) {
        Tensor all = Tensor.vector(IntStream.range(0, size).asDoubleStream().toArray());
        frame.slots[slot] = shape == null ? all : all.reshapedLike(shape);
        Datum picked = index.run(frame);
        frame.slots[slot] = null;
        return picked;
    }

    private static int[] positions(Workspace workspace, Datum at) {
        return at instanceof Tensor several
                ? IntStream.range(0, several.size())
                        .map(i -> (int) several.numbers()[i])
                        .toArray()
                : new int[] {(int) workspace.number(at)};
    }

    private Datum replaced(Workspace workspace, Tensor of, Datum at, Datum given) {
        int[] positions = positions(workspace, at);
        boolean each = given instanceof Tensor;
        if (given instanceof Tensor several
                && (several.size() != positions.length
                        || !(at instanceof Tensor shape)
                        || (several.isMatrix() && !several.sameShape(shape)))) {
            throw wrongShape(at instanceof Tensor shape ? shape.shape() : "number", given);
        }
        if (!each && !Arithmetic.isNumber(given)) {
            throw wrongShape(at instanceof Tensor shape ? shape.shape() : "number", given);
        }
        if (!of.hasHistory() && !Arithmetic.hasHistory(given)) {
            double[] numbers = of.numbers().clone();
            for (int i = 0; i < positions.length; i++) {
                numbers[positions[i]] = given instanceof Tensor several ? several.numbers()[i] : workspace.shown(given);
            }
            return of.withNumbers(numbers);
        }
        int[] nodes = workspace.nodes(of);
        for (int i = 0; i < positions.length; i++) {
            nodes[positions[i]] = workspace.node(given instanceof Tensor several ? several.element(i) : given);
        }
        return of.withNodes(nodes);
    }

    private Datum replaced(Workspace workspace, Datum.Items of, Datum at, Datum given) {
        int[] positions = positions(workspace, at);
        List<Datum> items = new ArrayList<>(of.items());
        if (at instanceof Tensor) {
            List<Datum> parts =
                    given instanceof Datum.Items || given instanceof Tensor ? Lists.items(given) : List.of();
            if (parts.size() != positions.length) {
                throw wrongShape("list of " + positions.length, given);
            }
            for (int i = 0; i < positions.length; i++) {
                items.set(positions[i], parts.get(i));
            }
        } else {
            items.set(positions[0], given);
        }
        return Lists.of(workspace, items);
    }

    private AgException wrongShape(String wanted, Datum given) {
        return new AgException(
                ErrorCode.SHAPE_MISMATCH,
                "'" + text.target().span().text() + "' is a " + wanted + ", and this is " + Kinds.article(given),
                text.value().span(),
                "an element of a vector is a number; a list holds anything");
    }
}
