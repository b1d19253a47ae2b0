package ag.lang.resolve;

import ag.lang.syntax.Statement;

/** Finds out whether a function's body changes inputs. */
public final class SetFinder {
    private SetFinder() {}

    public static boolean changesInputs(Statement.Body body) {
        return switch (body) {
            case Statement.Formula _ -> false;
            case Statement.Block block -> block.statements().stream().anyMatch(SetFinder::changesInputs);
        };
    }

    public static boolean changesInputs(Statement statement) {
        return switch (statement) {
            case Statement.SetInputs _,
                    Statement.Train _,
                    Statement.Minimize _,
                    Statement.Fit _,
                    Statement.ModelCommand _ -> true;
            case Statement.For loop -> changesInputs(loop.body());
            case Statement.While loop -> changesInputs(loop.body());
            case Statement.Suppose suppose -> changesInputs(suppose.body());
            case Statement.Repeat loop -> changesInputs(loop.body());
            case Statement.If choice ->
                choice.branches().stream().anyMatch(branch -> changesInputs(branch.body()))
                        || (choice.otherwise() != null && changesInputs(choice.otherwise()));
            case Statement.Let _,
                    Statement.Definition _,
                    Statement.PartDefinition _,
                    Statement.SetDigits _,
                    Statement.Leave _,
                    Statement.Unpacking _,
                    Statement.FunctionDefinition _,
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
                    Statement.Graph _,
                    Statement.Step _,
                    Statement.Practice _,
                    Statement.PracticeRule _,
                    Statement.Solve _,
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
                    Statement.Test _ -> false;
        };
    }
}
