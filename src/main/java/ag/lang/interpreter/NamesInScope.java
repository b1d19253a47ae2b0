package ag.lang.interpreter;

import ag.engine.GradientGraph;
import ag.lang.builtins.Builtin;
import ag.lang.builtins.OperationFunction;
import ag.lang.reading.Meaning;
import ag.lang.reading.NameMeanings;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Input;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What names mean at a place of a program, as far as that is known before it runs. */
record NamesInScope(Machine machine, Scope scope) implements NameMeanings {
    @Override
    public Meaning of(String name) {
        for (Scope at = scope; at != null; at = at.outer()) {
            if (at.slot(name) != null) {
                return new Meaning.Open();
            }
        }
        Meaning.Function coming = scope.coming(name);
        if (coming != null) {
            return coming;
        }
        Datum value = machine.globals.value(name);
        return value == null ? new Meaning.Nothing(scope.isLater()) : meaning(value);
    }

    @Override
    public String spelled(String name) {
        return of(name) instanceof Meaning.Open ? name : machine.globals.spelled(name);
    }

    @Override
    public List<String> inputs(String name) {
        Workspace workspace = machine.workspace;
        if (machine.globals.value(name) instanceof Formula formula) {
            return formula.letters().stream().map(letter -> letter.name).toList();
        }
        if (!(machine.globals.value(name) instanceof Datum.Scalar(int node))) {
            return List.of();
        }
        // The gradients of the last backward pass may still be asked for.
        BitSet origins = GradientGraph.origins(workspace.tape(), node);
        return workspace.inputs().all().stream()
                .filter(input -> input.size() == 1 && origins.get(input.node(0)))
                .map(Input::name)
                .toList();
    }

    @Override
    public boolean isWrittenIn(String formula, String name) {
        Datum held = machine.globals.value(formula);
        return held instanceof Formula written
                ? written.isWrittenIn(name)
                : held instanceof Closure function && function.mentions(name);
    }

    private Meaning meaning(@Nullable Datum value) {
        return switch (value) {
            case OperationFunction function -> new Meaning.Function(List.of(), function.one() != null);
            case Closure closure -> new Meaning.Function(closure.code().parameters(), false);
            // As it is said: describe d.
            case Builtin function when function.name().equals("describe") -> new Meaning.Function(List.of(), true);
            case Callable _ -> new Meaning.Function(List.of(), false);
            case Formula formula when !formula.open().isEmpty() -> new Meaning.Formula(formula.open());
            case Definition definition -> meaning(definition.last());
            case Tensor _, Datum.Items _ -> new Meaning.Vector();
            // While a program is only checked, names stand for nothing in particular.
            case Datum.Nothing _ -> new Meaning.Open();
            case null -> new Meaning.Value();
            case Datum.Inert _, Datum.Scalar _, Datum.Opaque _ -> new Meaning.Value();
        };
    }
}
