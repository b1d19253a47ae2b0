package ag.lang.statements;

import ag.lang.interpreter.Code;
import ag.lang.interpreter.ExpressionCompiler;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Globals;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.UnknownName;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Parts;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An expression that algebra reads where it is run: its local names, as the parameters of the function it stands in, are the numbers
 * that they stand for then.
 */
record LocalText(Expr read, Map<String, Code> locals) {
    static LocalText of(Expr expression, ExpressionCompiler expressions, Scope scope) {
        // What is compiled is seen by a check of the program, in which nothing runs.
        expressions.compile(expression, scope);
        return ofRead(expressions.read(expression, scope), expressions, scope);
    }

    /** The same of an expression that has been read. */
    static LocalText ofRead(Expr read, ExpressionCompiler expressions, Scope scope) {
        Map<String, Code> locals = new HashMap<>();
        Parts.each(read, part -> {
            if (part instanceof Expr.Name name && scope.isLocal(name.name())) {
                locals.put(name.name(), expressions.compile(name, scope));
            }
        });
        return new LocalText(read, Map.copyOf(locals));
    }

    /** Refuses names that nothing defines: algebra says of them only that they are none of its letters. */
    void requireNames(Globals globals) {
        UnknownName.refuse(globals, read, locals.keySet());
    }

    /** The expression with numbers for its local names; empty where one is no number, or stands where no number can. */
    Optional<Expr> at(Frame frame) {
        return locals.isEmpty() ? Optional.of(read) : replaced(read, frame);
    }

    private Optional<Expr> replaced(Expr of, Frame frame) {
        return switch (of) {
            case Expr.Name name -> {
                Code local = locals.get(name.name());
                yield local == null ? Optional.of(name) : number(local.run(frame), frame, name);
            }
            case Expr.NumberLiteral number -> Optional.of(number);
            case Expr.Unary unary ->
                replaced(unary.operand(), frame)
                        .map(operand -> new Expr.Unary(unary.operator(), operand, unary.span()));
            case Expr.Binary binary ->
                replaced(binary.left(), frame)
                        .flatMap(left -> replaced(binary.right(), frame)
                                .map(right -> new Expr.Binary(
                                        binary.operator(), left, right, binary.operatorSpan(), binary.span())));
            case Expr.Equation equation ->
                replaced(equation.left(), frame)
                        .flatMap(left -> replaced(equation.right(), frame)
                                .map(right -> new Expr.Equation(left, right, equation.span())));
            case Expr.Call call
            when call.callee() instanceof Expr.Name name && !locals.containsKey(name.name()) -> call(call, frame);
            case Expr.BooleanLiteral _,
                    Expr.TextLiteral _,
                    Expr.Conditional _,
                    Expr.Call _,
                    Expr.Prime _,
                    Expr.Index _,
                    Expr.Member _,
                    Expr.Anonymous _,
                    Expr.Range _,
                    Expr.Stepped _,
                    Expr.Whole _,
                    Expr.Vector _,
                    Expr.Comprehension _,
                    Expr.Notation _ -> isGlobal(of) ? Optional.of(of) : Optional.empty();
        };
    }

    private boolean isGlobal(Expr of) {
        boolean[] global = {true};
        Parts.each(of, part -> global[0] &= !(part instanceof Expr.Name name && locals.containsKey(name.name())));
        return global[0];
    }

    private Optional<Expr> call(Expr.Call call, Frame frame) {
        List<Expr.Argument> arguments = new ArrayList<>();
        for (Expr.Argument argument : call.arguments()) {
            Optional<Expr> value = replaced(argument.value(), frame);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            arguments.add(new Expr.Argument(argument.name(), value.get(), argument.span()));
        }
        return Optional.of(new Expr.Call(call.callee(), arguments, call.span()));
    }

    private static Optional<Expr> number(Datum value, Frame frame, Expr.Name name) {
        if (!Arithmetic.isNumber(value)) {
            return Optional.empty();
        }
        double number = frame.machine.workspace.shown(value);
        Expr literal = new Expr.NumberLiteral(Math.abs(number), name.span());
        return !Double.isFinite(number)
                ? Optional.empty()
                : Optional.of(number < 0 ? new Expr.Unary(Expr.UnaryOperator.NEGATE, literal, name.span()) : literal);
    }
}
