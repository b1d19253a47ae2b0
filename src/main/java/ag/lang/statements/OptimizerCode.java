package ag.lang.statements;

import ag.lang.interpreter.Choices;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.ExpressionCompiler;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Scope;
import ag.lang.source.AgException;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Statement.Setting;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Kinds;
import ag.nn.training.Optimizer;
import ag.result.Numerals;
import ag.spelling.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The {@code optimizer} line of a training: a rule and its arguments, which may be expressions of {@code epoch} and {@code epochs}
 * and are evaluated before each epoch.
 */
final class OptimizerCode {
    static final String EXAMPLE = "optimizer sgd(lr = 0.1)";

    private static final Map<String, List<String>> ARGUMENTS = Map.of(
            "sgd", List.of("lr", "momentum", "dampening", "nesterov", "weight_decay"),
            "adam", List.of("lr", "beta1", "beta2", "eps", "weight_decay"),
            "adamw", List.of("lr", "beta1", "beta2", "eps", "weight_decay"),
            "rmsprop", List.of("lr", "alpha", "eps", "momentum", "weight_decay"),
            "adagrad", List.of("lr", "lr_decay", "eps", "weight_decay"));

    private final String rule;
    private final Map<String, Argument> arguments;
    private final Span span;

    private record Argument(Code code, Span span) {}

    private OptimizerCode(String rule, Map<String, Argument> arguments, Span span) {
        this.rule = rule;
        this.arguments = arguments;
        this.span = span;
    }

    /** The names of the rules. */
    static List<String> rules() {
        return ARGUMENTS.keySet().stream().sorted().toList();
    }

    static OptimizerCode compile(Setting setting, ExpressionCompiler expressions, Scope scope) {
        Expr value = setting.values().getFirst();
        List<Expr.Argument> given = value instanceof Expr.Call call ? call.arguments() : List.of();
        Expr callee = value instanceof Expr.Call call ? call.callee() : value;
        if (!(callee instanceof Expr.Name name)) {
            throw new AgException(
                    "bad-setting", "'optimizer' is written otherwise", setting.span(), "write: " + EXAMPLE);
        }
        List<String> known = ARGUMENTS.get(name.name());
        if (known == null) {
            String hint = Nearest.to(name.name(), ARGUMENTS.keySet())
                    .map(near -> "did you mean '" + near + "'?")
                    .orElse("there are sgd, adam, adamw, rmsprop and adagrad");
            throw new AgException(
                    "unknown-optimizer", "there is no optimizer '" + name.name() + "'", name.span(), hint);
        }
        Map<String, Argument> arguments = new LinkedHashMap<>();
        List<Expr.Argument> positional = new ArrayList<>();
        for (Expr.Argument argument : given) {
            String named = argument.name();
            if (named == null) {
                positional.add(argument);
                named = known.get(Math.min(positional.size(), known.size()) - 1);
            }
            if (!known.contains(named) || arguments.containsKey(named)) {
                throw new AgException(
                        "unknown-argument",
                        name.name() + " has no " + (arguments.containsKey(named) ? "second " : "") + "argument '"
                                + named + "'",
                        argument.span(),
                        "it takes: " + String.join(", ", known));
            }
            arguments.put(
                    named,
                    new Argument(
                            expressions.compile(argument.value(), scope),
                            argument.value().span()));
        }
        if (!arguments.containsKey("lr")) {
            throw new AgException(
                    "missing-setting",
                    "the optimizer needs a learning rate",
                    value.span(),
                    "write: " + name.name() + "(lr = 0.01)");
        }
        return new OptimizerCode(name.name(), arguments, value.span());
    }

    /** The optimizer with its arguments as they are now. */
    Optimizer at(Frame frame) {
        double lr = number(frame, "lr", 0);
        double decay = number(frame, "weight_decay", rule.equals("adamw") ? 0.01 : 0);
        double eps = number(frame, "eps", rule.equals("adagrad") ? 1e-10 : 1e-8);
        return switch (rule) {
            case "sgd" ->
                new Optimizer.Sgd(
                        lr,
                        number(frame, "momentum", 0),
                        number(frame, "dampening", 0),
                        truth(frame, "nesterov"),
                        decay);
            case "adam" ->
                new Optimizer.Adam(lr, number(frame, "beta1", 0.9), number(frame, "beta2", 0.999), eps, decay);
            case "adamw" ->
                new Optimizer.AdamW(lr, number(frame, "beta1", 0.9), number(frame, "beta2", 0.999), eps, decay);
            case "rmsprop" ->
                new Optimizer.RmsProp(lr, number(frame, "alpha", 0.99), eps, number(frame, "momentum", 0), decay);
            default -> new Optimizer.Adagrad(lr, number(frame, "lr_decay", 0), eps, decay);
        };
    }

    private double number(Frame frame, String name, double standard) {
        Argument argument = arguments.get(name);
        if (argument == null) {
            return standard;
        }
        Datum datum = argument.code.run(frame);
        if (!Arithmetic.isNumber(datum)) {
            throw new AgException(
                    "wrong-type",
                    "'" + name + "' is a number, and this is " + Kinds.article(datum),
                    argument.span,
                    "write: " + EXAMPLE);
        }
        double number = frame.machine.workspace.number(datum);
        if (Double.isNaN(number) || number < 0) {
            throw new AgException(
                    "bad-argument",
                    "'" + name + "' is a number from 0 up, and this is " + Numerals.shortest(number),
                    argument.span,
                    "write: " + EXAMPLE);
        }
        return number;
    }

    private boolean truth(Frame frame, String name) {
        Argument argument = arguments.get(name);
        return argument != null && Choices.truth(argument.code.run(frame), argument.span);
    }

    String rule() {
        return rule;
    }

    Span span() {
        return span;
    }
}
