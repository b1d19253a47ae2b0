package ag.lang.statements;

import ag.host.Trained;
import ag.lang.interpreter.Closure;
import ag.lang.interpreter.Machine;
import ag.lang.interpreter.Recorder;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Input;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import ag.nn.Activation;
import ag.nn.Network;
import ag.nn.SavedModel;
import ag.result.Result;
import ag.spelling.Nearest;
import java.util.ArrayList;
import java.util.List;

/** Networks in files: {@code save}, {@code load} and {@code export}. */
final class Stored {
    private final Machine machine;
    private final Workspace workspace;

    Stored(Machine machine) {
        this.machine = machine;
        this.workspace = machine.workspace;
    }

    void save(ModelThing net, String path, Span span) {
        SavedModel model = SavedModel.of(net.name(), net.network(), net.learned(workspace), net.decision());
        workspace.host().formats().writeModel(path, model, span);
        workspace.show(new Result.FileWritten("model", path, span));
    }

    void export(ModelThing net, String path, Span span) {
        workspace
                .host()
                .formats()
                .writeOnnx(path, new Trained(net.name(), net.network(), net.learned(workspace)), span);
        workspace.show(new Result.FileWritten("ONNX model", path, span));
    }

    /** The model of a file, under a new name. */
    ModelThing load(String name, String path, Span span) {
        SavedModel model = workspace.host().formats().readModel(path, span, () -> workspace.checkStop(span));
        List<Callable> functions = new ArrayList<>();
        for (SavedModel.SavedLayer layer : model.layers()) {
            functions.add(function(layer, span));
        }
        int[] next = {0};
        Network network =
                model.network(layer -> Recorder.activation(workspace, functions.get(next[0]++), layer.outputs(), span));
        Input parameters = workspace.input(name + ".parameters", Tensor.vector(model.parameters()));
        ModelThing net = new ModelThing(name, network, functions, parameters, span);
        net.trained(workspace, new double[0], model.decision());
        return net;
    }

    /** The function that a layer names: a built-in one, or one of the program's own, which must be defined before. */
    private Callable function(SavedModel.SavedLayer layer, Span span) {
        String name = layer.activation();
        Datum found = layer.own()
                ? machine.globals.cell(name).value
                : machine.globals.library().names().get(name);
        if (found instanceof Callable callable) {
            if (callable instanceof Closure || Activation.named(callable.name()).isPresent()) {
                return callable;
            }
            throw new AgException(
                    ErrorCode.BAD_ACTIVATION,
                    "a layer of this model applies '" + name + "', and that is no activation: " + callable.signature(),
                    span,
                    layer.own()
                            ? "define the function of one number that it stands for before loading: " + name + "(x) = …"
                            : "the file was changed, or made by something else: activations are tanh, relu, sigmoid and"
                                    + " other functions of one number");
        }
        String near = Nearest.to(name, machine.globals.known())
                .map(other -> "; there is a '" + other + "'")
                .orElse("");
        throw new AgException(
                ErrorCode.UNKNOWN_NAME,
                "a layer of this model applies the function '" + name + "', which is not defined here" + near,
                span,
                "define it before loading: " + name + "(x) = …");
    }
}
