package ag.lang.statements;

import ag.lang.interpreter.Choices;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.ExpressionCompiler;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Scope;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.LearningStatement.Setting;
import ag.lang.syntax.Parts;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Kinds;
import ag.optimize.Argument;
import ag.optimize.ArgumentRange;
import ag.optimize.Needs;
import ag.optimize.Optimizer;
import ag.optimize.OptimizerRule;
import ag.optimize.Optimizers;
import ag.result.Numerals;
import ag.spelling.Nearest;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The {@code optimizer} line of a training: a rule and its arguments, which may be expressions of {@code epoch} and {@code epochs}
 * and are evaluated before each epoch.
 */
final class OptimizerCode {
    static final String EXAMPLE = "optimizer sgd(lr = 0.1)";

    private final OptimizerRule rule;
    private final Map<Argument, Given> arguments;
    private final Span span;

    /** What stands in the program for an argument. */
    private record Given(Code code, PlainFormula formula) {
        Span span() {
            return formula.span();
        }
    }

    private OptimizerCode(OptimizerRule rule, Map<Argument, Given> arguments, Span span) {
        this.rule = rule;
        this.arguments = arguments;
        this.span = span;
    }

    static OptimizerCode compile(Setting setting, ExpressionCompiler expressions, Scope scope) {
        Expr value = setting.values().getFirst();
        List<Expr.Argument> given = value instanceof Expr.Call call ? call.arguments() : List.of();
        Expr callee = value instanceof Expr.Call call ? call.callee() : value;
        if (!(callee instanceof Expr.Name name)) {
            throw new AgException(
                    ErrorCode.BAD_SETTING, "'optimizer' is not written like this", setting.span(), "write: " + EXAMPLE);
        }
        OptimizerRule rule = Optimizers.find(name.name()).orElseThrow(() -> unknown(name));
        Map<Argument, Given> arguments = arguments(rule, given, expressions, scope);
        for (Argument argument : rule.arguments()) {
            if (argument.standard().isEmpty() && !arguments.containsKey(argument)) {
                throw new AgException(
                        ErrorCode.MISSING_SETTING,
                        "the optimizer needs a learning rate",
                        value.span(),
                        "write: " + rule.example());
            }
        }
        return new OptimizerCode(rule, arguments, value.span());
    }

    /** What a minimization goes by where no optimizer is named. */
    static OptimizerCode standard(Span span) {
        return new OptimizerCode(Optimizers.STANDARD, Map.of(), span);
    }

    private static AgException unknown(Expr.Name name) {
        List<String> names = Optimizers.names();
        String hint = Nearest.to(name.name(), names)
                .map(near -> "did you mean '" + near + "'?")
                .orElse("there are " + String.join(", ", names.subList(0, names.size() - 1)) + " and "
                        + names.getLast());
        return new AgException(
                ErrorCode.UNKNOWN_OPTIMIZER, "there is no optimizer '" + name.name() + "'", name.span(), hint);
    }

    private static Map<Argument, Given> arguments(
            OptimizerRule rule, List<Expr.Argument> given, ExpressionCompiler expressions, Scope scope) {
        List<Argument> known = rule.arguments();
        Map<Argument, Given> arguments = new LinkedHashMap<>();
        int positional = 0;
        for (Expr.Argument argument : given) {
            String written = argument.name();
            Argument meant = written == null
                    ? known.get(Math.min(positional++, known.size() - 1))
                    : known.stream()
                            .filter(each -> each.name().equals(written))
                            .findFirst()
                            .orElse(null);
            if (meant == null || arguments.containsKey(meant)) {
                throw new AgException(
                        ErrorCode.UNKNOWN_ARGUMENT,
                        rule.name() + " has no " + (meant == null ? "" : "second ") + "argument '"
                                + (meant == null ? written : meant.name()) + "'",
                        argument.span(),
                        "it takes: " + known.stream().map(Argument::name).collect(Collectors.joining(", ")));
            }
            arguments.put(
                    meant,
                    new Given(
                            expressions.compile(argument.value(), scope),
                            PlainFormula.of(argument.value(), expressions, scope)));
        }
        return arguments;
    }

    /** The optimizer with its arguments as they are now. */
    Optimizer at(Frame frame) {
        Optimizer optimizer = rule.standard();
        for (Map.Entry<Argument, Given> each : arguments.entrySet()) {
            optimizer = optimizer.with(each.getKey(), value(frame, each.getKey(), each.getValue()));
        }
        return optimizer;
    }

    private double value(Frame frame, Argument argument, Given given) {
        Datum datum = given.code.run(frame);
        if (argument.range() == ArgumentRange.TRUTH) {
            return Choices.truth(datum, given.span()) ? 1 : 0;
        }
        if (!Arithmetic.isNumber(datum)) {
            throw new AgException(
                    ErrorCode.WRONG_TYPE,
                    "'" + argument.name() + "' is a number, and this is " + Kinds.article(datum),
                    given.span(),
                    "write: " + EXAMPLE);
        }
        double number = frame.machine.workspace.number(datum);
        if (!argument.range().contains(number)) {
            throw new AgException(
                    ErrorCode.BAD_ARGUMENT,
                    "'" + argument.name() + "' is " + argument.range().words() + ", and this is "
                            + Numerals.shortest(number),
                    given.span(),
                    "write: " + EXAMPLE);
        }
        return number;
    }

    /** Whether an argument asks for one of some names. */
    boolean mentions(Collection<String> names) {
        boolean[] found = {false};
        arguments
                .values()
                .forEach(given -> Parts.each(
                        given.formula.expression(),
                        part -> found[0] |= part instanceof Expr.Name name && names.contains(name.name())));
        return found[0];
    }

    /** Whether its arguments are numbers as they stand, the same in every epoch. */
    boolean isOfNumbers() {
        return arguments.values().stream().allMatch(given -> given.formula.expression() instanceof Expr.NumberLiteral);
    }

    /** What stands in the program for arguments. */
    Map<Argument, PlainFormula> formulas() {
        Map<Argument, PlainFormula> formulas = new LinkedHashMap<>();
        arguments.forEach((argument, given) -> formulas.put(argument, given.formula));
        return formulas;
    }

    /** What the rule asks of the function. */
    Needs needs() {
        return rule.needs();
    }

    /** The name of the rule. */
    String rule() {
        return rule.name();
    }

    Span span() {
        return span;
    }
}
