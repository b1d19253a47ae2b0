package ag.lang.statements;

import ag.engine.Tape;
import ag.explain.NamedNodes;
import ag.explain.NamedNodes.Shape;
import ag.explain.NodeNames;
import ag.lang.algebra.Term;
import ag.lang.interpreter.Cell;
import ag.lang.interpreter.Definition;
import ag.lang.interpreter.HoldsInput;
import ag.lang.interpreter.Machine;
import ag.lang.values.Datum;
import ag.lang.values.Input;
import ag.lang.values.Tensor;
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
    private final Set<String> own = new HashSet<>();
    private final Set<Integer> seen = new HashSet<>();

    private GraphNames(Machine machine) {
        this.machine = machine;
        this.tape = machine.workspace.tape();
        this.taken = new HashSet<>(machine.globals.known());
    }

    /** Names for all that the root of the last backward pass depends on. */
    static NodeNames of(Machine machine) {
        return of(machine, List.of(), "");
    }

    /**
     * As {@link #of(Machine)}, while letters have inputs of their own.
     *
     * @param result the name of the root; empty where it has none of its own
     */
    static NodeNames of(Machine machine, List<Input> letters, String result) {
        GraphNames names = new GraphNames(machine);
        names.letters(letters);
        names.inputs();
        names.formulas();
        if (!result.isEmpty()) {
            names.add(result, new Datum.Scalar(names.tape.gradientRoot()));
        }
        return new NodeNames(names.tape, names.named, names.taken, constants(machine));
    }

    /** The last answer comes last: what it stands for is better called by a name of the program. */
    private List<Cell> cells() {
        List<Cell> cells = new ArrayList<>(machine.globals.cells());
        Cell answer = machine.answer;
        if (answer != null && cells.remove(answer)) {
            cells.add(answer);
        }
        return cells;
    }

    private void letters(List<Input> letters) {
        for (Input letter : letters) {
            if (letter.size() > 0 && seen.add(letter.node(0))) {
                taken.add(letter.name());
                own.add(letter.name());
                add(letter.name(), letter.value());
            }
        }
    }

    /** A name that a letter has for now means that letter. */
    private String shown(Cell cell) {
        return own.contains(cell.name) ? free(cell.name) : cell.name;
    }

    private void inputs() {
        for (Cell cell : cells()) {
            switch (cell.value) {
                case Datum.Scalar scalar
                when tape.isInput(scalar.node()) -> {
                    if (seen.add(scalar.node())) {
                        add(shown(cell), scalar);
                    }
                }
                case Tensor tensor
                when tensor.isRun() && tensor.size() > 0 && isWhole(tensor) -> {
                    if (seen.add(tensor.node(0))) {
                        add(shown(cell), tensor);
                    }
                }
                case HoldsInput thing -> {
                    if (seen.add(thing.input().node(0))) {
                        int[] nodes = ((Tensor) thing.input().value()).nodes();
                        named.add(new NamedNodes(cell.name + ".parameters", Shape.VECTOR, 1, nodes, thing.layers()));
                    }
                }
                case null -> {}
                case Datum.Inert _, Datum.Scalar _, Datum.Numbers _, Datum.Items _, Datum.Opaque _ -> {}
            }
        }
        for (Input input : machine.workspace.inputs().all()) {
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
        Input owner = machine.workspace.inputs().ownerOf(tensor.node(0));
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
                add(shown(cell), held);
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
            case Datum.Inert _, Datum.Numbers _, Datum.Items _, Datum.Opaque _ -> {}
        }
    }

    /** What the program calls a node, as a letter of formulas; null where there is no name for it. */
    static Term.@Nullable Letter letter(NodeNames names, int node) {
        NodeNames.Place place = names.place(node);
        return place == null ? null : Term.letter(place.text());
    }

    /** The numbers that a name of the language stands for, where the session has given it no other meaning. */
    static Map<Double, Term> constants(Machine machine) {
        Map<Double, Term> constants = new HashMap<>();
        for (String name : List.of("pi", "e")) {
            Cell cell = machine.globals.cell(name);
            if (cell.value == null && cell.builtin instanceof Datum.Num number) {
                constants.put(number.value(), name.equals("pi") ? Term.pi() : Term.e());
            }
        }
        return constants;
    }
}
