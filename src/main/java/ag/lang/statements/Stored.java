package ag.lang.statements;

import ag.host.Content;
import ag.host.Trained;
import ag.lang.interpreter.Closure;
import ag.lang.interpreter.Machine;
import ag.lang.interpreter.Recorder;
import ag.lang.source.AgException;
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
import ag.torch.TorchTraining;
import ag.torch.TrainingProgram;
import java.util.ArrayList;
import java.util.List;
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

    void export(ModelThing net, String path, Expr.@Nullable Name start, Span span) {
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
        workspace.show(new Result.FileWritten("PyTorch program", path, span));
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
        net.trained(workspace, new double[0], model.decision(), null);
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
