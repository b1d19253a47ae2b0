package ag.lang.statements;

import ag.host.Content;
import ag.host.Trained;
import ag.lang.interpreter.Closure;
import ag.lang.interpreter.Held;
import ag.lang.interpreter.Machine;
import ag.lang.interpreter.Recorder;
import ag.lang.source.AgException;
import ag.lang.source.Diagnostic;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
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
import ag.torch.NoTorchForm;
import ag.torch.PythonLibrary;
import ag.torch.TorchTraining;
import ag.torch.TrainingProgram;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Networks in files: {@code save}, {@code load} and {@code export}. */
final class Stored {
    /** Where an exported training can start from. */
    private static final List<String> START = List.of("start", "here");

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

    void export(ModelThing net, String path, Expr.@Nullable Name start, Expr.@Nullable Name library, Span span) {
        if (library != null && PythonLibrary.named(library.name()).orElse(null) != PythonLibrary.TORCH) {
            throw new AgException(
                    ErrorCode.NOT_EXPORTABLE,
                    "a training leaves for PyTorch alone",
                    library.span(),
                    "write: export " + net.name() + " to \"train.py\"; formulas leave for JAX too");
        }
        if (path.endsWith(".py")) {
            python(net, path, start, span);
            return;
        }
        if (start != null) {
            throw new AgException(
                    ErrorCode.BAD_COMMAND,
                    "only a program says where its training starts from",
                    start.span(),
                    "write: export " + net.name() + " to \"train.py\" from " + start.name());
        }
        workspace
                .host()
                .formats()
                .writeOnnx(path, new Trained(net.name(), net.network(), net.learned(workspace)), span);
        workspace.show(new Result.FileWritten("ONNX model", path, span));
    }

    /** The network's last training as a program for PyTorch. */
    private void python(ModelThing net, String path, Expr.@Nullable Name start, Span span) {
        LastTraining last = net.last();
        if (last == null) {
            throw new AgException(
                    ErrorCode.NOT_TRAINED,
                    "'" + net.name() + "' has not been trained yet, and a program for PyTorch is its training",
                    span,
                    "train it first: train " + net.name() + " on d { … }; or write export " + net.name() + " to \""
                            + net.name() + ".onnx\"");
        }
        if (start != null && !START.contains(start.name())) {
            throw new AgException(
                    ErrorCode.BAD_COMMAND,
                    "a training starts 'from start' or 'from here'",
                    start.span(),
                    "from start is where it started here, from here what has been learned");
        }
        TorchTraining training = last.require();
        boolean fromHere = start != null && start.name().equals("here");
        String file = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        try {
            String program = TrainingProgram.of(fromHere ? training.from(net.learned(workspace)) : training, file);
            workspace.host().files().write(path, new Content.Text(program), span);
        } catch (NoTorchForm missing) {
            throw new AgException(ErrorCode.NOT_EXPORTABLE, missing.what() + " cannot leave for PyTorch", span, "");
        }
        last.untold()
                .forEach(stop -> workspace.note(
                        TrainingNotes.endsByCount(training.training().epochs(), "epoch"), stop));
        workspace.show(new Result.FileWritten("PyTorch program", path, span));
    }

    /** The model of a file, under a new name. */
    ModelThing load(String name, String path, Span span) {
        SavedModel model = workspace.host().formats().readModel(path, span, () -> workspace.checkStop(span));
        List<Callable> functions = model.layers().stream()
                        .anyMatch(layer -> layer.activation().equals(SavedModel.UNTOLD))
                ? declared(name, model, span)
                : model.layers().stream().map(layer -> function(layer, span)).toList();
        int[] next = {0};
        Network network =
                model.network(layer -> Recorder.activation(workspace, functions.get(next[0]++), layer.outputs(), span));
        Input parameters = workspace.inputs().create(name + ".parameters", Tensor.vector(model.parameters()));
        ModelThing net = new ModelThing(name, network, functions, parameters, span);
        net.trained(workspace, new double[0], model.decision(), null);
        return net;
    }

    /** The activations of the network that the name stands for so far, which the file does not say. */
    private List<Callable> declared(String name, SavedModel model, Span span) {
        String shape = model.inputs()
                + model.layers().stream()
                        .map(layer -> " -> " + layer.outputs() + (layer.bias() ? "" : " without biases"))
                        .collect(Collectors.joining());
        String lines = "input " + model.inputs()
                + model.layers().stream()
                        .map(layer -> "; layer " + layer.outputs() + " linear" + (layer.bias() ? "" : " no bias"))
                        .collect(Collectors.joining());
        if (!(Held.peeled(Objects.requireNonNullElse(machine.globals.cell(name).value, new Datum.NotComputed()))
                instanceof ModelThing net)) {
            throw new AgException(
                    ErrorCode.NOT_A_MODEL,
                    "this file says what its layers weigh, " + shape + ", and not what they apply",
                    span,
                    "declare the network first, with its activations: mlp " + name + " { " + lines + " }");
        }
        boolean fits = net.network().inputs() == model.inputs()
                && net.network().layers().stream()
                        .map(layer -> List.of(layer.outputs(), layer.bias() ? 1 : 0))
                        .toList()
                        .equals(model.layers().stream()
                                .map(layer -> List.of(layer.outputs(), layer.bias() ? 1 : 0))
                                .toList());
        if (!fits) {
            throw new AgException(new Diagnostic(
                            ErrorCode.SHAPE_MISMATCH,
                            "the file has layers " + shape + ", and '" + name + "' has others",
                            span,
                            "write: mlp " + name + " { " + lines + " }")
                    .with(new Diagnostic.Label(net.definedAt(), "the network")));
        }
        return net.activations();
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
