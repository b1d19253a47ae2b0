package ag.torch;

import ag.nn.Recording;
import java.util.List;

/**
 * A formula with the point at which it stands.
 *
 * @param name what it is called
 * @param text how it is written; empty where that is not known
 * @param origin the file and line of the program
 * @param variables what its derivatives are taken by
 * @param recording what it computes of their numbers, one after the other
 */
public record TorchFormula(String name, String text, String origin, List<Variable> variables, Recording recording) {
    public TorchFormula {
        variables = List.copyOf(variables);
    }

    /**
     * A letter of the formula.
     *
     * @param rows how many rows a matrix has; 0 for a vector and a number
     * @param columns how many numbers a row or a vector has; 0 for a number
     */
    public record Variable(String name, int rows, int columns, double[] values) {
        /** A number. */
        public static Variable number(String name, double value) {
            return new Variable(name, 0, 0, new double[] {value});
        }
    }
}
