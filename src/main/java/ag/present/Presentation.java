package ag.present;

import ag.document.Data;
import ag.document.Document;
import ag.result.Format;
import ag.result.Result;

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

    /** What programs get. */
    Data.Fields data();

    /** How a result is presented. */
    static Presentation of(Result result) {
        return switch (result) {
            case Result.Value value -> new ValuePresentation(value);
            case Result.DigitsSet set -> new DigitsPresentation(set);
            case Result.Printed printed -> new PrintPresentation(printed);
            case Result.Defined defined -> new DefinitionPresentation(defined);
            case Result.Stated stated -> new StatedPresentation(stated);
            case Result.Gradient gradient -> new GradientPresentation(gradient);
            case Result.Checked checked -> new CheckPresentation(checked);
            case Result.Traced traced -> new TracePresentation(traced);
            case Result.Explained explained -> new ExplanationPresentation(explained);
            case Result.Derived derived -> new DerivationPresentation(derived);
            case Result.Nudged nudged -> new NudgePresentation(nudged);
            case Result.Compared compared -> new ComparisonPresentation(compared);
            case Result.Guessed guessed -> new GuessPresentation(guessed);
            case Result.Judged judged -> new AnswerPresentation(judged);
            case Result.Marked marked -> new MarkPresentation(marked);
            case Result.Stepped stepped -> new StepPresentation(stepped);
            case Result.Question question -> new QuestionPresentation(question);
            case Result.FormulaQuestion question -> new FormulaQuestionPresentation(question);
            case Result.Score score -> new ScorePresentation(score);
            case Result.Progress progress -> new ProgressPresentation(progress);
            case Result.Summary summary -> new SummaryPresentation(summary);
            case Result.Trained trained -> new TrainingPresentation(trained);
            case Result.Minimized minimized -> new MinimumPresentation(minimized);
            case Result.Formulated formulated -> new FormulaPresentation(formulated);
            case Result.Followed followed -> new FollowedPresentation(followed);
            case Result.Turns turns -> new TurnsPresentation(turns);
            case Result.Solved solved -> new SolutionPresentation(solved);
            case Result.Fitted fitted -> new FitPresentation(fitted);
            case Result.Graphed graphed -> new GraphPresentation(graphed);
            case Result.NetworkGraphed network -> new NetworkPresentation(network);
            case Result.Plotted plotted -> new PlotPresentation(plotted);
            case Result.FileWritten file -> new FilePresentation(file);
            case Result.Note note -> new NotePresentation(note);
            case Result.Failed failed -> new FailurePresentation(failed);
            case Result.Tested tested -> new TestPresentation(tested);
        };
    }
}
