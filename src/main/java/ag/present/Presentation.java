package ag.present;

import ag.document.Data;
import ag.document.Document;
import ag.document.Part;
import ag.result.DerivativeResult;
import ag.result.Format;
import ag.result.FormulaResult;
import ag.result.GraphResult;
import ag.result.NetworkResult;
import ag.result.OptimizationResult;
import ag.result.PracticeResult;
import ag.result.Result;
import ag.result.SolutionResult;
import java.util.Optional;

/** What a kind of result says: as a document for people, as named values for programs. */
public interface Presentation {
    /** What programs call this kind; empty where they are not told. */
    String kind();

    /**
     * What people read; empty where there is nothing to read.
     *
     * @param format how numbers are written
     */
    Document document(Format format);

    /** What a value is as a formula, for those who typeset it: its document is text, as a terminal shows it. */
    default Optional<Part.Formula> formula() {
        return Optional.empty();
    }

    /** What programs get. */
    Data.Fields data();

    /** How a result is presented. */
    static Presentation of(Result result) {
        return switch (result) {
            case Result.Value value -> new ValuePresentation(value);
            case Result.DigitsSet set -> new DigitsPresentation(set);
            case Result.Printed printed -> new PrintPresentation(printed);
            case Result.Defined defined -> new DefinitionPresentation(defined);
            case PracticeResult.Stated stated -> new StatedPresentation(stated);
            case DerivativeResult.Gradient gradient -> new GradientPresentation(gradient);
            case DerivativeResult.Checked checked -> new CheckPresentation(checked);
            case DerivativeResult.Traced traced -> new TracePresentation(traced);
            case DerivativeResult.Explained explained -> new ExplanationPresentation(explained);
            case FormulaResult.Derived derived -> new DerivationPresentation(derived);
            case DerivativeResult.Nudged nudged -> new NudgePresentation(nudged);
            case DerivativeResult.Compared compared -> new ComparisonPresentation(compared);
            case PracticeResult.Guessed guessed -> new GuessPresentation(guessed);
            case PracticeResult.Judged judged -> new AnswerPresentation(judged);
            case PracticeResult.Marked marked -> new MarkPresentation(marked);
            case PracticeResult.Stepped stepped -> new StepPresentation(stepped);
            case PracticeResult.Question question -> new QuestionPresentation(question);
            case PracticeResult.FormulaQuestion question -> new FormulaQuestionPresentation(question);
            case PracticeResult.Score score -> new ScorePresentation(score);
            case NetworkResult.Progress progress -> new ProgressPresentation(progress);
            case NetworkResult.Summary summary -> new SummaryPresentation(summary);
            case NetworkResult.Trained trained -> new TrainingPresentation(trained);
            case OptimizationResult.Minimized minimized -> new MinimumPresentation(minimized);
            case FormulaResult.Formulated formulated -> new FormulaPresentation(formulated);
            case SolutionResult.Followed followed -> new FollowedPresentation(followed);
            case SolutionResult.Turns turns -> new TurnsPresentation(turns);
            case SolutionResult.Within within -> new IntervalsPresentation(within);
            case SolutionResult.Solved solved -> new SolutionPresentation(solved);
            case OptimizationResult.Fitted fitted -> new FitPresentation(fitted);
            case GraphResult.Graphed graphed -> new GraphPresentation(graphed);
            case GraphResult.NetworkGraphed network -> new NetworkPresentation(network);
            case Result.Plotted plotted -> new PlotPresentation(plotted);
            case Result.FileWritten file -> new FilePresentation(file);
            case Result.Note note -> new NotePresentation(note);
            case Result.Failed failed -> new FailurePresentation(failed);
            case Result.Tested tested -> new TestPresentation(tested);
        };
    }
}
