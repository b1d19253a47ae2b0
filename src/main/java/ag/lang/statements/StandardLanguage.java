package ag.lang.statements;

import ag.lang.builtins.Builtin;
import ag.lang.builtins.Library;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Language;
import ag.lang.interpreter.Machine;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.linear.MatrixFunctions;
import ag.lang.ode.OdeFunctions;
import ag.lang.source.Span;
import ag.lang.syntax.ControlStatement;
import ag.lang.syntax.DerivativeStatement;
import ag.lang.syntax.LearningStatement;
import ag.lang.syntax.PictureStatement;
import ag.lang.syntax.PracticeStatement;
import ag.lang.syntax.SolutionStatement;
import ag.lang.syntax.Statement;
import ag.lang.values.Datum;
import ag.result.Plain;
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
            case ControlStatement.Leave leave -> compiler.leave(leave, scope);
            case Statement.Unpacking unpacking -> compiler.unpacking(unpacking, scope);
            case Statement.FunctionDefinition function -> compiler.functions().compile(function, scope);
            case Statement.SetInputs set -> compiler.set(set, scope);
            case ControlStatement.For loop -> compiler.loop(loop, scope);
            case ControlStatement.While loop -> compiler.loop(loop, scope);
            case ControlStatement.Repeat loop -> compiler.loop(loop, scope);
            case ControlStatement.If choice -> compiler.choice(choice, scope);
            case Statement.Evaluate evaluate ->
                OfLastEquation.asked(evaluate.expression(), compiler, scope)
                        .map(derive -> ImplicitDeriving.compile(derive, compiler, scope))
                        .orElseGet(() -> Sayings.Evaluate.compile(evaluate.expression(), compiler, scope));
            case DerivativeStatement.Grad grad -> Derivations.Grad.compile(grad, compiler, scope);
            case DerivativeStatement.Backward backward -> Derivations.Backward.compile(backward, compiler, scope);
            case DerivativeStatement.Zero zero -> Derivations.Zero.compile(zero, compiler, scope);
            case DerivativeStatement.Check check -> Checking.compile(check, compiler, scope);
            case DerivativeStatement.Trace trace -> Views.Trace.compile(trace, compiler, scope);
            case DerivativeStatement.Explain explain -> Views.Explain.compile(explain, compiler, scope);
            case DerivativeStatement.DeriveImplicit derive -> ImplicitDeriving.compile(derive, compiler, scope);
            case DerivativeStatement.Derive derive -> Deriving.compile(derive, compiler, scope);
            case DerivativeStatement.Nudge nudge -> Nudging.compile(nudge, compiler, scope);
            case DerivativeStatement.Compare compare -> Comparing.compile(compare, compiler, scope);
            case DerivativeStatement.Suppose suppose -> Supposing.compile(suppose, compiler, scope);
            case PracticeStatement.Guess guess -> Guessing.compile(guess, compiler, scope);
            case PracticeStatement.GuessHelp help -> GuessHelping.compile(help, compiler, scope);
            case PictureStatement.Graph graph -> GraphStatement.compile(graph, compiler, scope);
            case PracticeStatement.Step step -> Stepping.compile(step, compiler, scope);
            case PracticeStatement.Practice practice -> Practising.compile(practice, compiler, scope);
            case SolutionStatement.Nearby near -> NearPlace.compile(near, compiler, scope);
            case SolutionStatement.Limit limit -> LimitStatement.compile(limit, compiler, scope);
            case SolutionStatement.Turns turns -> Turning.compile(turns, compiler, scope);
            case SolutionStatement.Solve solve -> Solving.compile(solve, compiler, scope);
            case SolutionStatement.Ode ode -> OdeStatement.compile(ode, compiler, scope);
            case PracticeStatement.PracticeRule practice -> PractisingRule.compile(practice);
            case PracticeStatement.Worksheet sheet -> WorksheetStatement.compile(sheet, compiler, scope);
            case PictureStatement.Plot plot -> {
                Code drawn = PlotStatement.compile(plot, compiler, scope);
                yield FitPlot.isMeant(plot) ? FitPlot.compile(plot, drawn, compiler, scope) : drawn;
            }
            case PictureStatement.PlotModel plot -> ModelPlot.compile(plot, compiler, scope);
            case PictureStatement.Explore explore -> ExploreStatement.compile(explore, compiler, scope);
            case Statement.Print print -> Sayings.Print.compile(print, compiler, scope);
            case Statement.Assert claim -> Sayings.Assert.compile(claim, compiler, scope);
            case Statement.Import imported -> Sayings.Import.compile(imported, compiler, scope);
            case Statement.Seed seed -> Sayings.Seed.compile(seed, compiler, scope);
            case LearningStatement.DataDefinition data -> new ModelStatements(compiler).data(data, scope);
            case LearningStatement.DataRows data -> new ModelStatements(compiler).rows(data, scope);
            case LearningStatement.Mlp mlp -> NetworkStatement.compile(mlp, compiler, scope);
            case LearningStatement.Train train -> new TrainStatement(train, compiler.expressions(), scope);
            case LearningStatement.Minimize minimize -> new MinimizeStatement(minimize, compiler.expressions(), scope);
            case LearningStatement.Fit fit -> FitStatement.compile(fit, compiler, scope);
            case LearningStatement.ModelCommand command -> new ModelStatements(compiler).command(command, scope);
            case ControlStatement.Test test -> TestStatement.compile(test, compiler, scope);
        };
    }

    @Override
    public Plain shown(Machine machine, Datum datum, Span place) {
        return FunctionFormula.shown(machine, datum, place);
    }

    @Override
    public Library library() {
        List<Builtin> more = new ArrayList<>(DataFunctions.ROWS);
        more.addAll(JsonFunctions.ROWS);
        more.addAll(Predictions.ROWS);
        more.addAll(MatrixFunctions.ROWS);
        more.addAll(MatrixFunctions.PLACES);
        more.addAll(OdeFunctions.ROWS);
        return Library.standard(more);
    }
}
