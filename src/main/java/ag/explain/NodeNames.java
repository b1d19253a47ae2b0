package ag.explain;

import ag.engine.Tape;
import ag.lang.algebra.RecordedFormula;
import ag.lang.algebra.Term;
import ag.result.Numerals;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the nodes behind a result are called: by a name of the program where one stands for the node, otherwise by its formula, as
 * {@code sin(x²)}, a second one with the same formula as {@code second x²}, and by t1, t2 … in the order in which they are computed where
 * the formula is long.
 * A constant is called by its number, or by the name that the number has.
 */
public final class NodeNames {
    private static final int WRITTEN_OUT = 6;
    /** What stands before a formula that several steps have. */
    private static final List<String> COUNTED = List.of("", "second ", "third ", "fourth ");

    private final Tape tape;
    private final StepFormulas formulas;
    private final Map<Integer, String> texts = new HashMap<>();
    private final Map<Integer, Place> single = new HashMap<>();
    private final TreeMap<Integer, NamedNodes> runs = new TreeMap<>();
    private final int[] steps;

    /** An element of something that has a name. */
    public record Place(NamedNodes of, int index) {
        /** How it is written: {@code v[3]}. */
        public String text() {
            return of.element(index);
        }
    }

    /**
     * Names what the root of the tape's last backward pass depends on.
     *
     * @param named in the order of preference where several stand for one node
     * @param taken names that no step may be given
     */
    public NodeNames(Tape tape, List<NamedNodes> named, Set<String> taken) {
        this(tape, named, taken, Map.of());
    }

    /** @param constants numbers that have a name, such as pi */
    public NodeNames(Tape tape, List<NamedNodes> named, Set<String> taken, Map<Double, Term> constants) {
        this.tape = tape;
        for (NamedNodes nodes : named) {
            add(nodes);
        }
        this.formulas =
                new StepFormulas(tape, node -> Optional.ofNullable(place(node)).map(Place::text), constants);
        int root = tape.gradientRoot();
        this.steps = new int[root + 1];
        int step = 0;
        Set<String> used = new HashSet<>(taken);
        for (NamedNodes nodes : named) {
            used.add(nodes.name());
        }
        for (int node = 0; node <= root; node++) {
            if (tape.isReached(node) && !tape.isConstant(node) && place(node) == null) {
                Optional<String> free =
                        formulas.of(node).map(formulas::text).flatMap(formula -> firstFree(formula, used));
                if (free.isPresent()) {
                    used.add(free.get());
                    texts.put(node, free.get());
                    continue;
                }
                do {
                    step++;
                } while (taken.contains("t" + step));
                steps[node] = step;
            }
        }
    }

    /** The formula, or which one of those with this formula it is; empty where there are more than a person would count. */
    private static Optional<String> firstFree(String formula, Set<String> used) {
        return COUNTED.stream()
                .map(count -> count + formula)
                .filter(name -> !used.contains(name))
                .findFirst();
    }

    private void add(NamedNodes nodes) {
        if (nodes.shape() != NamedNodes.Shape.NUMBER && nodes.isRun() && place(nodes.nodes()[0]) == null) {
            runs.put(nodes.nodes()[0], nodes);
            return;
        }
        for (int i = 0; i < nodes.nodes().length; i++) {
            int node = nodes.nodes()[i];
            if (place(node) == null) {
                single.put(node, new Place(nodes, i));
            }
        }
    }

    /** What the user calls the node; null where there is no name for it. */
    public @Nullable Place place(int node) {
        Map.Entry<Integer, NamedNodes> run = runs.floorEntry(node);
        if (run != null && node < run.getKey() + run.getValue().nodes().length) {
            return new Place(run.getValue(), node - run.getKey());
        }
        return single.get(node);
    }

    /** Whether the user has a name for the node. */
    public boolean isNamed(int node) {
        return place(node) != null;
    }

    public String of(int node) {
        if (tape.isConstant(node)) {
            Term number = formulas.of(node).orElseThrow();
            return number instanceof Term.Constant && Double.isFinite(tape.value(node))
                    ? formulas.text(number)
                    : Numerals.operand(tape.value(node));
        }
        Place place = place(node);
        return place != null ? place.text() : texts.getOrDefault(node, "t" + steps[node]);
    }

    /** The formula of a node where it is short, otherwise its name as a letter. */
    Term term(int node) {
        return formulas.of(node).orElseGet(() -> Term.letter(of(node)));
    }

    /** What a node's operation makes, in the names of what it is made from. */
    String step(int node) {
        List<Term> operands =
                Arrays.stream(tape.operands(node)).mapToObj(this::term).toList();
        return formulas.text(RecordedFormula.step(tape.operation(node), operands));
    }

    /** A vector of nodes: {@code v}, {@code v[2..<5]}, or its elements one by one. */
    String vector(int[] nodes) {
        Place first = place(nodes[0]);
        if (first != null && isPart(first, nodes)) {
            String part = first.of().part(first.index(), nodes.length);
            if (!part.isEmpty()) {
                return part;
            }
        }
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < Math.min(nodes.length, WRITTEN_OUT); i++) {
            text.append(i == 0 ? "" : ", ").append(of(nodes[i]));
        }
        return text.append(nodes.length > WRITTEN_OUT ? ", … " + nodes.length + " in all]" : "]")
                .toString();
    }

    private boolean isPart(Place first, int[] nodes) {
        int[] all = first.of().nodes();
        if (first.index() + nodes.length > all.length) {
            return false;
        }
        for (int i = 0; i < nodes.length; i++) {
            if (all[first.index() + i] != nodes[i]) {
                return false;
            }
        }
        return true;
    }
}
