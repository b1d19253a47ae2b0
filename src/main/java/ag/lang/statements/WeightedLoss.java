package ag.lang.statements;

import ag.lang.interpreter.Code;
import ag.lang.interpreter.ExpressionCompiler;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Scope;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Kinds;
import ag.lang.values.Tensor;
import ag.nn.Loss;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * {@code loss cross_entropy(weight = [1, 5])}: a loss of the language with weights for its classes.
 *
 * @param name the loss
 * @param callee where its name stands
 */
record WeightedLoss(String name, Expr callee, Code weights, Span span) {
    private static final Map<String, String> ARGUMENTS = Map.of("cross_entropy", "weight", "bce_logits", "pos_weight");

    /** What is written, where it is a loss with weights; a call of anything else is a function like any other. */
    static Optional<WeightedLoss> of(Expr written, ExpressionCompiler expressions, Scope scope) {
        if (!(written instanceof Expr.Call(Expr.Name callee, var arguments, Span span))
                || !ARGUMENTS.containsKey(callee.name())) {
            return Optional.empty();
        }
        String wanted = ARGUMENTS.get(callee.name());
        if (arguments.size() != 1 || !wanted.equals(arguments.getFirst().name())) {
            throw new AgException(
                    ErrorCode.BAD_LOSS,
                    callee.name() + " takes weights for its classes as '" + wanted + "', and nothing else",
                    span,
                    "write: loss " + example(callee.name()));
        }
        Expr value = arguments.getFirst().value();
        return Optional.of(new WeightedLoss(callee.name(), callee, expressions.compile(value, scope), value.span()));
    }

    private static String example(String name) {
        return name.equals("cross_entropy") ? "cross_entropy(weight = [1, 5])" : "bce_logits(pos_weight = 5)";
    }

    /** @param loss the same without weights */
    Loss at(Frame frame, Loss loss, int outputs) {
        Datum given = weights.run(frame);
        boolean one = Arithmetic.isNumber(given);
        if (!one && !(given instanceof Tensor)) {
            throw problem("weights are numbers, and this is " + Kinds.article(given));
        }
        double[] numbers = given instanceof Tensor tensor
                ? frame.machine.workspace.numbers(tensor).clone()
                : new double[] {frame.machine.workspace.number(given)};
        boolean fits = numbers.length == outputs || (one && loss instanceof Loss.BceLogits);
        if (!fits) {
            throw problem("there is a weight for each output, and of " + outputs + " outputs "
                    + (numbers.length == 1 ? "1 has one" : numbers.length + " have one"));
        }
        if (!Arrays.stream(numbers).allMatch(weight -> weight > 0 && Double.isFinite(weight))) {
            throw problem("weights are finite numbers above 0");
        }
        return new Loss.Weighted(loss, numbers);
    }

    private AgException problem(String message) {
        return new AgException(ErrorCode.BAD_LOSS, message, span, "write: loss " + example(name));
    }
}
