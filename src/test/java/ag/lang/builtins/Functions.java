package ag.lang.builtins;

import ag.host.Host;
import ag.lang.source.SourceText;
import ag.lang.source.Span;
import ag.lang.values.Arguments;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Stop;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/** Calls functions of the library without a program around them. */
final class Functions {
    private static final Span SPAN = new Span(new SourceText("call", "call"), 0, 4);

    private final Workspace workspace = new Workspace(_ -> {}, Host.PLAIN, Stop.NEVER);
    private final Library library = Library.standard(List.of());

    Workspace workspace() {
        return workspace;
    }

    Library library() {
        return library;
    }

    Datum call(String name, Datum... arguments) {
        Callable function = (Callable) Objects.requireNonNull(library.names().get(name), name);
        return function.call(workspace, Arguments.of(SPAN, 0, arguments));
    }

    double number(String name, Datum... arguments) {
        return workspace.number(call(name, arguments));
    }

    double[] numbers(String name, Datum... arguments) {
        return workspace.numbers((Tensor) call(name, arguments));
    }

    /** Numbers from -2 to 2 with one place behind the point, so that some are equal. */
    static Tensor vector(Random random, int size) {
        return Tensor.vector(random.doubles(size, -2, 2)
                .map(number -> Math.rint(number * 10) / 10 + 0.0)
                .toArray());
    }

    /** The same numbers, with a history. */
    Tensor input(Tensor vector) {
        return (Tensor) workspace.inputs().create("v", vector).value();
    }
}
