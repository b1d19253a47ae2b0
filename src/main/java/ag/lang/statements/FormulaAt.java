package ag.lang.statements;

import ag.explain.NodeNames;
import ag.lang.interpreter.Machine;
import ag.lang.symbolic.Build;
import ag.lang.symbolic.Derivation;
import ag.lang.symbolic.Evaluation;
import ag.lang.symbolic.GraphFormula;
import ag.lang.symbolic.GraphFormula.Written;
import ag.lang.syntax.Expr;
import java.util.Map;
import java.util.Optional;

/**
 * What the root of the last backward pass is built from, written out as a formula in one of the values it depends on.
 *
 * @param variable the value that the formula is differentiated by
 */
record FormulaAt(Written written, Expr variable) {
    /** Numbers that agree to this relative error are the same but for rounding. */
    private static final double TOLERANCE = 1e-9;

    /** The formula; empty where it would be too long to read. */
    static Optional<FormulaAt> of(Machine machine, Views.Target target, NodeNames names) {
        int node = target.node();
        Expr named = GraphNames.expression(names, node);
        Expr variable = named == null ? Build.name(target.text()) : named;
        Map<Double, Expr> constants = GraphNames.constants(machine);
        constants.values().remove(variable);
        return GraphFormula.of(
                        machine.workspace.tape(),
                        node,
                        at -> at == node ? variable : GraphNames.expression(names, at),
                        constants)
                .map(written -> new FormulaAt(written, variable));
    }

    /** A textbook's form where it is worth the gradient; with all conventions written out where it is not. */
    Derivation derivation(double gradient, Runnable pause) {
        Derivation textbook = Derivation.of(written.expression(), variable, false, pause);
        return agree(value(textbook.formula()), gradient)
                ? textbook
                : Derivation.of(written.expression(), variable, true, pause);
    }

    /** Whether a step is worth the gradient; where it has no value there is nothing to compare. */
    boolean holds(Expr step, double gradient) {
        double worth = value(step);
        return !Double.isFinite(worth) || !Double.isFinite(gradient) || agree(worth, gradient);
    }

    /** What an expression in the names of the formula is worth at the numbers at hand. */
    double value(Expr expression) {
        return Evaluation.of(expression, written.values(), variable);
    }

    static boolean agree(double a, double b) {
        double scale = Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
        return Double.compare(a, b) == 0 || (Double.isFinite(scale) && Math.abs(a - b) <= TOLERANCE * scale);
    }
}
