package ag.lang.statements;

import ag.engine.Fault;
import ag.engine.Operation;
import ag.engine.Rule;
import ag.engine.Supposition;
import ag.engine.Tape;
import ag.lang.algebra.RuleReader;
import ag.lang.builtins.OperationFunction;
import ag.lang.interpreter.Closure;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.syntax.DerivativeStatement;
import ag.lang.syntax.Expr;
import ag.lang.values.Arithmetic;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Kinds;
import java.util.HashMap;
import java.util.Map;

/**
 * Runs {@code suppose tanh'(x) = 1 { check L }}: inside the block every backward pass takes this for the derivative.
 *
 * @param function what {@code tanh} stands for
 * @param names the names in the derivative but for its variable
 */
public record Supposing(DerivativeStatement.Suppose statement, Code function, Map<String, Code> names, Code body)
        implements Code {
    static Code compile(DerivativeStatement.Suppose suppose, StatementCompiler compiler, Scope scope) {
        Map<String, Code> names = new HashMap<>();
        for (Expr.Name name : RuleReader.names(suppose.derivative())) {
            if (!name.name().equals(suppose.variable())) {
                names.put(name.name(), compiler.expressions().compile(name, scope));
            }
        }
        return new Supposing(
                suppose,
                compiler.expressions().compile(suppose.function(), scope),
                names,
                compiler.block(suppose.body(), scope));
    }

    @Override
    public Datum run(Frame frame) {
        Tape tape = frame.machine.workspace.tape();
        Operation operation = operation(frame);
        Rule rule = new RuleReader(name -> meaning(frame, name)).read(statement.derivative());
        Fault before = tape.fault();
        tape.inject(new Supposition(operation, rule, before));
        try {
            body.run(frame);
        } finally {
            tape.inject(before);
        }
        return Loops.NOTHING;
    }

    private Operation operation(Frame frame) {
        Expr.Name name = statement.function();
        Datum datum = function.run(frame);
        if (datum instanceof OperationFunction known && known.one() != null) {
            return known.one();
        }
        throw new AgException(
                ErrorCode.NOT_AN_OPERATION,
                "the derivative of '" + name.name() + "' cannot be supposed: it is "
                        + (datum instanceof Callable ? "no operation of one number" : Kinds.article(datum)),
                name.span(),
                datum instanceof Closure
                        ? "a function of yours is made of operations; suppose another derivative of one of them"
                        : "name a function such as tanh, exp or relu");
    }

    private Rule meaning(Frame frame, Expr.Name name) {
        if (name.name().equals(statement.variable())) {
            return new Rule.Variable("x");
        }
        Code code = names.get(name.name());
        Datum datum = code == null ? new Datum.Nothing() : code.run(frame);
        if (!Arithmetic.isNumber(datum)) {
            throw new AgException(
                    ErrorCode.BAD_RULE,
                    "'" + name.name() + "' is " + Kinds.article(datum) + ", and here only a number can stand",
                    name.span(),
                    "the variable of this derivative is '" + statement.variable() + "'");
        }
        return new Rule.Literal(frame.machine.workspace.number(datum));
    }
}
