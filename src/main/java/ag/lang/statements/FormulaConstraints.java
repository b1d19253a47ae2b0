package ag.lang.statements;

import ag.lang.interpreter.Frame;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Gradients;
import ag.lang.values.Kinds;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import ag.optimize.Constraints;
import java.util.ArrayList;
import java.util.List;

/** Conditions as functions of the numbers of the inputs: a function for each number that is compared. */
final class FormulaConstraints implements Constraints {
    private final Frame frame;
    private final FormulaObjective formula;
    private final List<Constraint> conditions;
    /** Which condition each function belongs to. */
    private final List<Constraint> owners = new ArrayList<>();

    FormulaConstraints(Frame frame, FormulaObjective formula, List<Constraint> conditions) {
        this.frame = frame;
        this.formula = formula;
        this.conditions = conditions;
        for (Constraint condition : conditions) {
            int count = formula.within(formula.numbers(), () -> parts(condition).size());
            for (int i = 0; i < count; i++) {
                owners.add(condition);
            }
        }
    }

    /** The condition that each function belongs to. */
    List<Constraint> owners() {
        return List.copyOf(owners);
    }

    @Override
    public boolean[] equalities() {
        boolean[] equalities = new boolean[owners.size()];
        for (int i = 0; i < equalities.length; i++) {
            equalities[i] = owners.get(i).isEquality();
        }
        return equalities;
    }

    @Override
    public double[] at(double[] x, double[][] gradients) {
        double[] values = new double[owners.size()];
        int at = 0;
        for (Constraint condition : conditions) {
            int from = at;
            at += formula.within(x, () -> {
                List<Datum> parts = parts(condition);
                for (int i = 0; i < parts.size(); i++) {
                    values[from + i] = workspace().number(parts.get(i));
                    gradients[from + i] = new Gradients(workspace()).numbers(parts.get(i), formula.leaves());
                }
                return parts.size();
            });
        }
        return values;
    }

    private List<Datum> parts(Constraint condition) {
        Datum difference = condition.difference().run(frame);
        if (Arithmetic.isNumber(difference)) {
            return List.of(difference);
        }
        if (difference instanceof Tensor tensor) {
            List<Datum> parts = new ArrayList<>();
            for (int i = 0; i < tensor.size(); i++) {
                parts.add(
                        tensor.hasHistory()
                                ? new Datum.Scalar(tensor.nodes()[i])
                                : new Datum.Num(workspace().numbers(tensor)[i]));
            }
            return parts;
        }
        throw new AgException(
                ErrorCode.BAD_CONDITION,
                "a condition compares numbers, and this is " + Kinds.article(difference),
                condition.span(),
                "write: subject to x + y <= 1");
    }

    private Workspace workspace() {
        return frame.machine.workspace;
    }
}
