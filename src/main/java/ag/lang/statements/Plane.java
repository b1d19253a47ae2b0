package ag.lang.statements;

import ag.lang.interpreter.Frame;
import ag.lang.interpreter.FreeLetter;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Input;
import ag.lang.values.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What runs along the two axes of a plot: the variables behind {@code for}, and where these are not given, the letters without a value
 * or the inputs that are found, in the order of the alphabet.
 */
final class Plane implements AutoCloseable {
    private static final double SOMEWHERE = 0.7;

    /** More letters than these are not searched for: two will do, and a message names the others. */
    private static final int MOST_LETTERS = 8;

    private final Frame frame;
    private final Span span;
    private final List<Named> found = new ArrayList<>();
    private List<String> parameters = List.of("x", "y");

    /** A variable with its name. */
    record Named(String name, Running running) {}

    private Plane(Frame frame, Span span) {
        this.frame = frame;
        this.span = span;
    }

    /**
     * Finds the variables of something over the plane.
     *
     * @param given those that are named behind {@code for}, none, one or two
     */
    static Plane find(Frame frame, List<Named> given, Supplier<List<Datum>> work, Span span) {
        Plane plane = new Plane(frame, span);
        plane.found.addAll(given);
        List<Datum> sides = plane.letters(work);
        List<Callable> functions = sides.stream()
                .filter(Callable.class::isInstance)
                .map(Callable.class::cast)
                .toList();
        boolean function = !functions.isEmpty();
        plane.parameters = functions.stream()
                .map(Callable::parameters)
                .filter(letters -> letters.size() == 2)
                .findFirst()
                .orElse(plane.parameters);
        if (plane.found.isEmpty() && !function) {
            plane.inputs(sides);
        }
        if (plane.found.size() > 2) {
            List<String> names = plane.found.stream().map(Named::name).sorted().toList();
            List<String> axes = names.containsAll(List.of("x", "y")) ? List.of("x", "y") : names.subList(0, 2);
            List<String> values = names.stream()
                    .filter(name -> !axes.contains(name))
                    .map(name -> name + " = 2")
                    .toList();
            throw new AgException(
                    ErrorCode.BAD_PLOT,
                    "a picture has two axes, and here are the letters " + String.join(", ", names),
                    span,
                    "give some of them values: let " + String.join(", ", values));
        }
        if (given.size() < 2) {
            plane.found.sort(Comparator.comparing(Named::name));
        }
        return plane;
    }

    private List<Datum> letters(Supplier<List<Datum>> work) {
        while (true) {
            try {
                return all(found.size() - 1, work);
            } catch (FreeLetter letter) {
                if (found.size() > MOST_LETTERS
                        || found.stream().anyMatch(named -> named.name().equals(letter.letter()))) {
                    throw letter;
                }
                found.add(new Named(letter.letter(), Running.letter(frame, letter.letter())));
            }
        }
    }

    private <T> T all(int last, Supplier<T> work) {
        return last < 0 ? work.get() : found.get(last).running().at(SOMEWHERE, () -> all(last - 1, work));
    }

    private void inputs(List<Datum> values) {
        Workspace workspace = frame.machine.workspace;
        for (Datum value : values) {
            if (value instanceof Datum.Scalar scalar) {
                workspace.tape().backward(scalar.node());
                for (Input input : Derivations.reached(workspace)) {
                    boolean known =
                            found.stream().anyMatch(named -> named.name().equals(input.name()));
                    if (input.size() == 1 && !known) {
                        found.add(new Named(input.name(), Running.input(frame, input.node(0))));
                    }
                }
            }
        }
    }

    /** A lone y runs upwards. */
    private boolean isUpright() {
        return found.size() == 1 && found.getFirst().name().equals("y");
    }

    private @Nullable Named across() {
        return found.isEmpty() || isUpright() ? null : found.getFirst();
    }

    private @Nullable Named up() {
        return found.size() == 2 ? found.getLast() : isUpright() ? found.getFirst() : null;
    }

    String acrossName() {
        Named across = across();
        return across == null ? parameters.getFirst() : across.name();
    }

    String upName() {
        Named up = up();
        return up == null ? parameters.getLast() : up.name();
    }

    /** Whether there are variables for both axes. */
    boolean isWhole() {
        return found.size() == 2;
    }

    /** What the work gives at a place. */
    <T> T at(double x, double y, Supplier<T> work) {
        Named across = across();
        Named up = up();
        Supplier<T> above = up == null ? work : () -> up.running().at(y, work);
        return across == null ? above.get() : across.running().at(x, above);
    }

    /** The same with both numbers as leaves, for a derivative. */
    <T> T leaves(double x, double y, Function<int[], T> work) {
        Running across = found.getFirst().running();
        Running up = found.getLast().running();
        return across.leaf(x, left -> up.leaf(y, right -> work.apply(new int[] {left, right})));
    }

    Span span() {
        return span;
    }

    @Override
    public void close() {
        found.forEach(named -> named.running().close());
    }
}
