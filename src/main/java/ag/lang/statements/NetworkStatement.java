package ag.lang.statements;

import ag.data.RandomSource;
import ag.lang.builtins.OperationFunction;
import ag.lang.interpreter.Assignments;
import ag.lang.interpreter.Cell;
import ag.lang.interpreter.Closure;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.ExpressionCompiler;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Indexing;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.Recorder;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.LearningStatement;
import ag.lang.syntax.LearningStatement.Setting;
import ag.lang.values.Arithmetic;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Input;
import ag.lang.values.Kinds;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import ag.nn.Activation;
import ag.nn.Initializer;
import ag.nn.Layer;
import ag.nn.Network;
import ag.result.Numerals;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs {@code mlp net { … }}. */
public record NetworkStatement(
        String name,
        Assignments.Place place,
        Code inputs,
        Span inputsSpan,
        List<LayerCode> layers,
        InitCode init,
        @Nullable CountSetting seed,
        Span span)
        implements Code {
    private static final int MOST = 100_000_000;

    static final List<BlockSettings.Form> FORMS = List.of(
            new BlockSettings.Form("input", "input 2", 1, 1),
            new BlockSettings.Form("layer", "layer 16 tanh, or layer 16 tanh no bias", 1, 4),
            new BlockSettings.Form("init", "init xavier, he, zeros, uniform(-1, 1), or normal(0.1)", 1, 1),
            new BlockSettings.Form("seed", "seed 7", 1, 1));

    /** What {@code init} can name; a parenthesis says that numbers follow. */
    static final List<String> INITIALIZERS = List.of("xavier", "he", "zeros", "uniform(", "normal(");

    /** A layer's line; without an activation it is linear. */
    record LayerCode(Code width, Span widthSpan, @Nullable Code activation, Span activationSpan, boolean bias) {}

    /** The {@code init} line: a rule's name and its arguments. */
    record InitCode(String rule, List<Given> arguments, Span span) {}

    /** A number of the {@code init} line. */
    record Given(Code code, Span span) {
        double at(Frame frame) {
            Datum number = code.run(frame);
            if (!Arithmetic.isNumber(number)) {
                throw new AgException(
                        ErrorCode.BAD_SETTING,
                        "'init' takes numbers, and this is " + Kinds.article(number),
                        span,
                        "write: " + FORMS.get(2).example());
            }
            return frame.machine.workspace.number(number);
        }
    }

    static NetworkStatement compile(LearningStatement.Mlp mlp, StatementCompiler compiler, Scope scope) {
        ExpressionCompiler expressions = compiler.expressions();
        Assignments.Place place = compiler.place(mlp.name(), mlp.nameSpan(), scope);
        BlockSettings settings = new BlockSettings("mlp", mlp.settings(), FORMS, List.of("layer"));
        Setting input = settings.find("input")
                .orElseThrow(() -> new AgException(
                        ErrorCode.MISSING_SETTING,
                        "this network does not say how many inputs it has",
                        mlp.nameSpan(),
                        "write: input 2"));
        List<LayerCode> layers = new ArrayList<>();
        for (Setting layer : settings.all("layer")) {
            layers.add(layer(layer, expressions, scope));
        }
        if (layers.isEmpty()) {
            throw new AgException(
                    ErrorCode.MISSING_SETTING, "this network has no layers", mlp.nameSpan(), "write: layer 16 tanh");
        }
        InitCode init = settings.find("init")
                .map(setting -> init(setting, expressions, scope))
                .orElse(new InitCode("", List.of(), mlp.span()));
        Expr inputs = input.values().getFirst();
        return new NetworkStatement(
                mlp.name(),
                place,
                expressions.compile(inputs, scope),
                inputs.span(),
                layers,
                init,
                CountSetting.find(settings, "seed", expressions, scope),
                mlp.nameSpan());
    }

    private static LayerCode layer(Setting setting, ExpressionCompiler expressions, Scope scope) {
        List<Expr> values = new ArrayList<>(setting.values());
        boolean bias = true;
        int size = values.size();
        if (size >= 3) {
            if (!BlockSettings.isWord(values.get(size - 2), "no")
                    || !BlockSettings.isWord(values.get(size - 1), "bias")) {
                throw new AgException(
                        ErrorCode.BAD_SETTING,
                        "'layer' is not written like this",
                        setting.span(),
                        "write: layer 16 tanh, or layer 16 tanh no bias");
            }
            bias = false;
            values = values.subList(0, size - 2);
        }
        Expr width = values.getFirst();
        Expr activation = values.size() > 1 ? values.get(1) : null;
        return new LayerCode(
                expressions.compile(width, scope),
                width.span(),
                activation == null ? null : expressions.compile(activation, scope),
                activation == null ? setting.span() : activation.span(),
                bias);
    }

    private static InitCode init(Setting setting, ExpressionCompiler expressions, Scope scope) {
        Expr value = setting.values().getFirst();
        if (value instanceof Expr.Name rule) {
            return new InitCode(rule.name(), List.of(), rule.span());
        }
        if (value instanceof Expr.Call call && call.callee() instanceof Expr.Name rule) {
            return new InitCode(
                    rule.name(),
                    call.arguments().stream()
                            .map(argument -> new Given(
                                    expressions.compile(argument.value(), scope),
                                    argument.value().span()))
                            .toList(),
                    call.span());
        }
        throw new AgException(
                ErrorCode.BAD_SETTING,
                "'init' is not written like this",
                setting.span(),
                "write: " + FORMS.get(2).example());
    }

    @Override
    public Datum run(Frame frame) {
        Workspace workspace = frame.machine.workspace;
        List<Layer> built = new ArrayList<>();
        List<Callable> functions = new ArrayList<>();
        int width = size(workspace, inputs.run(frame), inputsSpan);
        for (LayerCode layer : layers) {
            int outputs = size(workspace, layer.width.run(frame), layer.widthSpan);
            if ((long) width * outputs > MOST) {
                throw new AgException(
                        ErrorCode.TOO_LARGE,
                        "a layer of " + width + " by " + outputs + " weights is too large",
                        layer.widthSpan,
                        "give it fewer neurons, or the network fewer inputs");
            }
            Callable function = activation(frame, layer);
            functions.add(function);
            built.add(new Layer(
                    width,
                    outputs,
                    Recorder.activation(workspace, function, outputs, layer.activationSpan),
                    layer.bias));
            width = outputs;
        }
        Network network = new Network(built);
        RandomSource random = seed == null ? workspace.random() : seed.random(frame);
        double[] start = initializer(frame).draw(network, random);
        Input parameters = workspace.inputs().create(name + ".parameters", Tensor.vector(start));
        place.put(frame, new ModelThing(name, network, functions, parameters, span), Cell.Role.MODEL);
        return Loops.NOTHING;
    }

    private static int size(Workspace workspace, Datum datum, Span span) {
        int size = Indexing.whole(workspace, datum, span);
        if (size < 1 || size > MOST) {
            throw new AgException(
                    ErrorCode.BAD_ARGUMENT,
                    "a size is a whole number from 1 up, and this is " + size,
                    span,
                    "write: input 2, layer 16 tanh");
        }
        return size;
    }

    private static Callable activation(Frame frame, LayerCode layer) {
        if (layer.activation == null) {
            return (Callable) java.util.Objects.requireNonNull(
                    frame.machine.globals.library().names().get("linear"));
        }
        Datum datum = layer.activation.run(frame);
        if (datum instanceof OperationFunction function
                && Activation.named(function.name()).isPresent()) {
            return function;
        }
        if (datum instanceof Callable callable && (callable.name().equals("softmax") || isOfOneNumber(callable))) {
            return callable;
        }
        throw new AgException(
                ErrorCode.BAD_ACTIVATION,
                "an activation is a function of one number, and this is "
                        + (datum instanceof Callable callable ? callable.signature() : Kinds.article(datum)),
                layer.activationSpan,
                "built in are tanh, relu, sigmoid, leaky_relu, elu, gelu, silu, softplus, linear; or write your own:"
                        + " f(x) = …");
    }

    private static boolean isOfOneNumber(Callable callable) {
        return callable instanceof Closure && callable.arity() == 1;
    }

    private Initializer initializer(Frame frame) {
        double[] numbers =
                init.arguments.stream().mapToDouble(given -> given.at(frame)).toArray();
        String form = init.rule + "/" + numbers.length;
        try {
            return switch (form) {
                case "/0" -> new Initializer.Linear();
                case "xavier/0" -> new Initializer.Xavier();
                case "he/0" -> new Initializer.He();
                case "zeros/0" -> new Initializer.Zeros();
                case "uniform/2" -> new Initializer.Uniform(numbers[0], numbers[1]);
                case "normal/1" -> new Initializer.Normal(numbers[0]);
                case "normal/2" -> centred(numbers);
                default ->
                    throw new AgException(
                            ErrorCode.BAD_SETTING,
                            "'init' does not know '" + init.span.text() + "'",
                            init.span,
                            "write: " + FORMS.get(2).example());
            };
        } catch (IllegalArgumentException problem) {
            throw new AgException(ErrorCode.BAD_SETTING, String.valueOf(problem.getMessage()), init.span, "");
        }
    }

    private Initializer centred(double[] numbers) {
        if (numbers[0] != 0) {
            throw new AgException(
                    ErrorCode.BAD_SETTING,
                    "parameters start around 0, not around " + Numerals.shortest(numbers[0]),
                    init.span,
                    "write: init normal(" + Numerals.shortest(numbers[1]) + ")");
        }
        return new Initializer.Normal(numbers[1]);
    }
}
