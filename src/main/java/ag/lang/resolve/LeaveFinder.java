package ag.lang.resolve;

import ag.lang.syntax.Statement;
import java.util.ArrayList;
import java.util.List;

/** Finds out whether a loop or a function can be left from within a block. */
public final class LeaveFinder {
    private LeaveFinder() {}

    /** Whether a {@code return} of the function stands in it. */
    public static boolean returns(Statement.Block block) {
        return leaves(block, false);
    }

    /** Whether a {@code return}, or a {@code break} or {@code continue} of a loop around it, stands in it. */
    public static boolean leaves(Statement.Block block) {
        return leaves(block, true);
    }

    private static boolean leaves(Statement.Block block, boolean loops) {
        return block.statements().stream().anyMatch(statement -> leaves(statement, loops));
    }

    private static boolean leaves(Statement statement, boolean loops) {
        return switch (statement) {
            case Statement.Leave leave -> loops || leave.way() == Statement.Leave.Way.RETURN;
            // What leaves a loop in here leaves that one.
            case Statement.For loop -> leaves(loop.body(), false);
            case Statement.While loop -> leaves(loop.body(), false);
            case Statement.Repeat loop -> leaves(loop.body(), false);
            case Statement.Suppose suppose -> leaves(suppose.body(), loops);
            case Statement.Test test -> leaves(test.body(), loops);
            case Statement.If choice -> branches(choice).stream().anyMatch(block -> leaves(block, loops));
            case Statement.Let _,
                    Statement.Definition _,
                    Statement.PartDefinition _,
                    Statement.Unpacking _,
                    Statement.FunctionDefinition _,
                    Statement.SetInputs _,
                    Statement.SetDigits _,
                    Statement.Evaluate _,
                    Statement.Grad _,
                    Statement.Backward _,
                    Statement.Zero _,
                    Statement.Check _,
                    Statement.Trace _,
                    Statement.Explain _,
                    Statement.Derive _,
                    Statement.DeriveImplicit _,
                    Statement.Nudge _,
                    Statement.Compare _,
                    Statement.Guess _,
                    Statement.GuessHelp _,
                    Statement.Graph _,
                    Statement.Step _,
                    Statement.Practice _,
                    Statement.PracticeRule _,
                    Statement.Worksheet _,
                    Statement.Solve _,
                    Statement.Ode _,
                    Statement.Nearby _,
                    Statement.Turns _,
                    Statement.Plot _,
                    Statement.PlotModel _,
                    Statement.Explore _,
                    Statement.Print _,
                    Statement.Assert _,
                    Statement.Import _,
                    Statement.Seed _,
                    Statement.DataDefinition _,
                    Statement.DataRows _,
                    Statement.Mlp _,
                    Statement.Train _,
                    Statement.Minimize _,
                    Statement.Fit _,
                    Statement.ModelCommand _ -> false;
        };
    }

    private static List<Statement.Block> branches(Statement.If choice) {
        List<Statement.Block> blocks = new ArrayList<>(
                choice.branches().stream().map(Statement.Branch::body).toList());
        if (choice.otherwise() != null) {
            blocks.add(choice.otherwise());
        }
        return blocks;
    }
}
