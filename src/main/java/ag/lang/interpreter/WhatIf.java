package ag.lang.interpreter;

import ag.engine.Tape;
import ag.lang.values.Evaluation;
import ag.lang.values.Workspace;
import java.util.function.Supplier;

/** Looks at what would be if inputs held other numbers. Afterwards all is as it was. */
public record WhatIf(Machine machine, int[] leaves) {
    /** What is seen while the leaves hold the numbers; nothing is printed, and what it took is forgotten. */
    public <T> T at(double[] numbers, Supplier<T> look) {
        Workspace workspace = machine.workspace;
        Tape tape = workspace.tape();
        double[] before = new double[leaves.length];
        for (int i = 0; i < leaves.length; i++) {
            before[i] = tape.value(leaves[i]);
        }
        int mark = tape.mark();
        long rebuilds = machine.rebuilds();
        set(numbers);
        try (Evaluation _ = workspace.evaluation().quietly()) {
            return look.get();
        } finally {
            if (rebuilds == machine.rebuilds()) {
                tape.rewind(mark);
            }
            set(before);
        }
    }

    private void set(double[] numbers) {
        for (int i = 0; i < leaves.length; i++) {
            machine.workspace.inputs().set(leaves[i], numbers[i]);
        }
    }
}
