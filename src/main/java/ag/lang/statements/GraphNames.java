package ag.lang.statements;

import ag.engine.Tape;
import ag.explain.NamedNodes;
import ag.explain.NamedNodes.Shape;
import ag.explain.NodeNames;
import ag.lang.interpreter.Cell;
import ag.lang.interpreter.Definition;
import ag.lang.interpreter.HoldsInput;
import ag.lang.interpreter.Machine;
import ag.lang.symbolic.Build;
import ag.lang.syntax.Expr;
import ag.lang.values.Datum;
import ag.lang.values.Gradients;
import ag.lang.values.Input;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names of a session as names of nodes: inputs first, by the name they have now or had when they were made, then whatever
 * else a global name stands for.
 */
final class GraphNames {
    private final Machine machine;
    private final Tape tape;
    private final List<NamedNodes> named = new ArrayList<>();
    private final Set<String> taken;

    private GraphNames(Machine machine) {
        this.machine = machine;
        this.tape = machine.workspace.tape();
        this.taken = new HashSet<>(machine.globals.known());
    }

    /** Names for all that the root of the last backward pass depends on. */
    static NodeNames of(Machine machine) {
        GraphNames names = new GraphNames(machine);
        names.inputs();
        names.formulas();
        return new NodeNames(names.tape, names.named, names.taken);
    }

    /** The last answer comes last: what it stands for is better called by a name of the user's. */
    private List<Cell> cells() {
        List<Cell> cells = new ArrayList<>(machine.globals.cells());
        Cell answer = machine.answer;
        if (answer != null && cells.remove(answer)) {
            cells.add(answer);
        }
        return cells;
    }

    private void inputs() {
        Set<Integer> seen = new HashSet<>();
        for (Cell cell : cells()) {
            switch (cell.value) {
                case Datum.Scalar scalar
                when tape.isInput(scalar.node()) -> {
                    if (seen.add(scalar.node())) {
                        add(cell.name, scalar);
                    }
                }
                case Tensor tensor
                when tensor.isRun() && tensor.size() > 0 && isWhole(tensor) -> {
                    if (seen.add(tensor.node(0))) {
                        add(cell.name, tensor);
                    }
                }
                case HoldsInput thing -> {
                    if (seen.add(thing.input().node(0))) {
                        int[] nodes = ((Tensor) thing.input().value()).nodes();
                        named.add(new NamedNodes(cell.name + ".parameters", Shape.VECTOR, 1, nodes, thing.layers()));
                    }
                }
                case null, default -> {}
            }
        }
        for (Input input : machine.workspace.inputs()) {
            if (input.size() > 0 && seen.add(input.node(0)) && isReached(input)) {
                add(free(input.name()), input.value());
            }
        }
    }

    /** Whether the vector is an input from its first element to its last. */
    private boolean isWhole(Tensor tensor) {
        if (!tape.isInput(tensor.node(0))) {
            return false;
        }
        Input owner = machine.workspace.ownerOf(tensor.node(0));
        return owner != null && owner.node(0) == tensor.node(0) && owner.size() == tensor.size();
    }

    private boolean isReached(Input input) {
        for (int i = 0; i < input.size(); i++) {
            if (tape.isReached(input.node(i))) {
                return true;
            }
        }
        return false;
    }

    /** An input whose name means something else by now gets a number behind it. */
    private String free(String name) {
        String free = name;
        for (int number = 1; !taken.add(free); number++) {
            free = name + "_" + number;
        }
        return free;
    }

    private void formulas() {
        for (Cell cell : cells()) {
            Datum held = cell.value instanceof Definition definition ? definition.last() : cell.value;
            if (held instanceof Datum.Scalar || (held instanceof Tensor tensor && tensor.hasHistory())) {
                add(cell.name, held);
            }
        }
    }

    private void add(String name, Datum datum) {
        switch (datum) {
            case Datum.Scalar scalar -> named.add(new NamedNodes(name, Shape.NUMBER, 1, new int[] {scalar.node()}));
            case Tensor tensor
            when tensor.size() > 0 -> {
                Shape shape = tensor.isMatrix() ? Shape.MATRIX : Shape.VECTOR;
                named.add(new NamedNodes(name, shape, tensor.columns(), tensor.nodes()));
            }
            default -> {}
        }
    }

    /** What the user calls a node, as an expression; null where there is no name for it. */
    static @Nullable Expr expression(NodeNames names, int node) {
        NodeNames.Place place = names.place(node);
        if (place == null) {
            return null;
        }
        NamedNodes of = place.of();
        int dot = of.name().indexOf('.');
        Expr whole = dot < 0
                ? Build.name(of.name())
                : Build.member(
                        Build.name(of.name().substring(0, dot)), of.name().substring(dot + 1));
        int index = place.index();
        return switch (of.shape()) {
            case NUMBER -> whole;
            case VECTOR -> Build.element(whole, index);
            case MATRIX -> Build.element(whole, index / of.columns(), index % of.columns());
        };
    }

    /** The numbers that a name of the language stands for, where the session has given it no other meaning. */
    static Map<Double, Expr> constants(Machine machine) {
        Map<Double, Expr> constants = new HashMap<>();
        for (String name : List.of("pi", "e")) {
            Cell cell = machine.globals.cell(name);
            if (cell.value == null && cell.builtin instanceof Datum.Num number) {
                constants.put(number.value(), Build.name(name));
            }
        }
        return constants;
    }

    /** The number that a view looks into, after one backward pass from it; an error where it depends on no input. */
    static int root(Workspace workspace, Datum value, Derivations.Asked of) {
        Gradients.requireNumber(value, of.span());
        Derivations.requireInputs(value, of);
        int root = ((Datum.Scalar) value).node();
        workspace.tape().backward(root);
        return root;
    }
}
