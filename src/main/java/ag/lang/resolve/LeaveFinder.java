package ag.lang.resolve;

import ag.lang.syntax.ControlStatement;
import ag.lang.syntax.DerivativeStatement;
import ag.lang.syntax.LearningStatement;
import ag.lang.syntax.PictureStatement;
import ag.lang.syntax.PracticeStatement;
import ag.lang.syntax.SolutionStatement;
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
            case ControlStatement.Leave leave -> loops || leave.way() == ControlStatement.Leave.Way.RETURN;
            // What leaves a loop in here leaves that one.
            case ControlStatement.For loop -> leaves(loop.body(), false);
            case ControlStatement.While loop -> leaves(loop.body(), false);
            case ControlStatement.Repeat loop -> leaves(loop.body(), false);
            case DerivativeStatement.Suppose suppose -> leaves(suppose.body(), loops);
            case ControlStatement.Test test -> leaves(test.body(), loops);
            case ControlStatement.If choice -> branches(choice).stream().anyMatch(block -> leaves(block, loops));
            case Statement.Let _,
                    Statement.Definition _,
                    Statement.PartDefinition _,
                    Statement.Unpacking _,
                    Statement.FunctionDefinition _,
                    Statement.SetInputs _,
                    Statement.SetDigits _,
                    Statement.Evaluate _,
                    DerivativeStatement.Grad _,
                    DerivativeStatement.Backward _,
                    DerivativeStatement.Zero _,
                    DerivativeStatement.Check _,
                    DerivativeStatement.Trace _,
                    DerivativeStatement.Explain _,
                    DerivativeStatement.Derive _,
                    DerivativeStatement.DeriveImplicit _,
                    DerivativeStatement.Nudge _,
                    DerivativeStatement.Compare _,
                    PracticeStatement.Guess _,
                    PracticeStatement.GuessHelp _,
                    PictureStatement.Graph _,
                    PracticeStatement.Step _,
                    PracticeStatement.Practice _,
                    PracticeStatement.PracticeRule _,
                    PracticeStatement.Worksheet _,
                    SolutionStatement.Solve _,
                    SolutionStatement.Ode _,
                    SolutionStatement.Nearby _,
                    SolutionStatement.Limit _,
                    SolutionStatement.Turns _,
                    PictureStatement.Plot _,
                    PictureStatement.PlotModel _,
                    PictureStatement.Explore _,
                    Statement.Print _,
                    Statement.Assert _,
                    Statement.Import _,
                    Statement.Seed _,
                    LearningStatement.DataDefinition _,
                    LearningStatement.DataRows _,
                    LearningStatement.Mlp _,
                    LearningStatement.Train _,
                    LearningStatement.Minimize _,
                    LearningStatement.Fit _,
                    LearningStatement.ModelCommand _ -> false;
        };
    }

    private static List<Statement.Block> branches(ControlStatement.If choice) {
        List<Statement.Block> blocks = new ArrayList<>(
                choice.branches().stream().map(ControlStatement.Branch::body).toList());
        if (choice.otherwise() != null) {
            blocks.add(choice.otherwise());
        }
        return blocks;
    }
}
