package ag.lang.statements;

import ag.lang.builtins.Builtin;
import ag.lang.builtins.Library;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Language;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.linear.MatrixFunctions;
import ag.lang.syntax.Statement;
import java.util.ArrayList;
import java.util.List;

/** The language as it is: one row for each statement, and the functions. */
public record StandardLanguage() implements Language {
    @Override
    public Code code(Statement statement, StatementCompiler compiler, Scope scope) {
        return switch (statement) {
            case Statement.Let let -> compiler.let(let, scope);
            case Statement.Definition definition -> compiler.definition(definition, scope);
            case Statement.PartDefinition definition -> compiler.part(definition, scope);
            case Statement.SetDigits set -> Sayings.SetDigits.compile(set, compiler, scope);
            case Statement.Leave leave -> compiler.leave(leave, scope);
            case Statement.Unpacking unpacking -> compiler.unpacking(unpacking, scope);
            case Statement.FunctionDefinition function -> compiler.function(function, scope);
            case Statement.SetInputs set -> compiler.set(set, scope);
            case Statement.For loop -> compiler.loop(loop, scope);
            case Statement.While loop -> compiler.loop(loop, scope);
            case Statement.Repeat loop -> compiler.loop(loop, scope);
            case Statement.If choice -> compiler.choice(choice, scope);
            case Statement.Evaluate evaluate ->
                OfLastEquation.asked(evaluate.expression(), compiler, scope)
                        .map(derive -> ImplicitDeriving.compile(derive, compiler, scope))
                        .orElseGet(() -> Sayings.Evaluate.compile(evaluate.expression(), compiler, scope));
            case Statement.Grad grad -> Derivations.Grad.compile(grad, compiler, scope);
            case Statement.Backward backward -> Derivations.Backward.compile(backward, compiler, scope);
            case Statement.Zero zero -> Derivations.Zero.compile(zero, compiler, scope);
            case Statement.Check check -> Checking.compile(check, compiler, scope);
            case Statement.Trace trace -> Views.Trace.compile(trace, compiler, scope);
            case Statement.Explain explain -> Views.Explain.compile(explain, compiler, scope);
            case Statement.DeriveImplicit derive -> ImplicitDeriving.compile(derive, compiler, scope);
            case Statement.Derive derive -> Deriving.compile(derive, compiler, scope);
            case Statement.Nudge nudge -> Nudging.compile(nudge, compiler, scope);
            case Statement.Compare compare -> Comparing.compile(compare, compiler, scope);
            case Statement.Suppose suppose -> Supposing.compile(suppose, compiler, scope);
            case Statement.Guess guess -> Guessing.compile(guess, compiler, scope);
            case Statement.GuessHelp help -> GuessHelping.compile(help, compiler, scope);
            case Statement.Graph graph -> GraphStatement.compile(graph, compiler, scope);
            case Statement.Step step -> Stepping.compile(step, compiler, scope);
            case Statement.Practice practice -> Practising.compile(practice, compiler, scope);
            case Statement.Nearby near -> NearPlace.compile(near, compiler, scope);
            case Statement.Turns turns -> Turning.compile(turns, compiler, scope);
            case Statement.Solve solve -> Solving.compile(solve, compiler, scope);
            case Statement.Ode ode -> OdeStatement.compile(ode, compiler, scope);
            case Statement.PracticeRule practice -> PractisingRule.compile(practice);
            case Statement.Worksheet sheet -> WorksheetStatement.compile(sheet, compiler, scope);
            case Statement.Plot plot -> {
                Code drawn = PlotStatement.compile(plot, compiler, scope);
                yield FitPlot.isMeant(plot) ? FitPlot.compile(plot, drawn, compiler, scope) : drawn;
            }
            case Statement.PlotModel plot -> ModelPlot.compile(plot, compiler, scope);
            case Statement.Explore explore -> ExploreStatement.compile(explore, compiler, scope);
            case Statement.Print print -> Sayings.Print.compile(print, compiler, scope);
            case Statement.Assert claim -> Sayings.Assert.compile(claim, compiler, scope);
            case Statement.Import imported -> Sayings.Import.compile(imported, compiler, scope);
            case Statement.Seed seed -> Sayings.Seed.compile(seed, compiler, scope);
            case Statement.DataDefinition data -> new ModelStatements(compiler).data(data, scope);
            case Statement.DataRows data -> new ModelStatements(compiler).rows(data, scope);
            case Statement.Mlp mlp -> NetworkStatement.compile(mlp, compiler, scope);
            case Statement.Train train -> new TrainStatement(train, compiler.expressions(), scope);
            case Statement.Minimize minimize -> new MinimizeStatement(minimize, compiler.expressions(), scope);
            case Statement.Fit fit -> FitStatement.compile(fit, compiler, scope);
            case Statement.ModelCommand command -> new ModelStatements(compiler).command(command, scope);
            case Statement.Test test -> TestStatement.compile(test, compiler, scope);
        };
    }

    @Override
    public Library library() {
        List<Builtin> more = new ArrayList<>(DataFunctions.ROWS);
        more.addAll(JsonFunctions.ROWS);
        more.addAll(Predictions.ROWS);
        more.addAll(MatrixFunctions.ROWS);
        more.addAll(MatrixFunctions.PLACES);
        return Library.standard(more);
    }
}
