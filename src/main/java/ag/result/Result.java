package ag.result;

import ag.chart.Chart;
import ag.lang.source.Diagnostic;
import ag.lang.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One result of a program, in the order they come about: here what any statement may give, in the interfaces beside it what the
 * statements of one concern give.
 */
public sealed interface Result
        permits Result.Value,
                Result.DigitsSet,
                Result.Printed,
                Result.Defined,
                Result.Plotted,
                Result.FileWritten,
                Result.Note,
                Result.Failed,
                Result.Tested,
                DerivativeResult,
                FormulaResult,
                SolutionResult,
                PracticeResult,
                NetworkResult,
                OptimizationResult,
                GraphResult {
    /** The statement that gave it. */
    Span span();

    /** A bare expression's value; {@code name} where the expression is one name. */
    record Value(@Nullable String name, Plain value, Span span) implements Result {}

    /** From now on numbers are shown with this many significant digits. */
    record DigitsSet(int digits, Span span) implements Result {}

    /** What {@code print} wrote. */
    record Printed(String text, Span span) implements Result {}

    /** A name was given a value; only the REPL shows it. */
    record Defined(String name, String role, Plain value, Span span) implements Result {}

    /** A chart, for whoever can show one. */
    record Plotted(Chart chart, Span span) implements Result {}

    /** A file was written. */
    record FileWritten(String what, String path, Span span) implements Result {}

    /**
     * A remark.
     *
     * @param noDerivative where it says that there is no derivative: in which inputs; otherwise empty
     */
    record Note(String text, Span span, List<NoDerivative> noDerivative) implements Result {
        public Note(String text, Span span) {
            this(text, span, List.of());
        }
    }

    /**
     * A place where the derivative in an input does not exist, or is another number than the one taken.
     *
     * @param at what the input is there
     * @param taken what a backward pass takes for the derivative
     * @param left the slope to the left; null where there is none
     * @param right the slope to the right; null where there is none
     */
    record NoDerivative(
            String input,
            double at,
            double taken,
            @Nullable Double left,
            @Nullable Double right) {}

    /** A statement failed. */
    record Failed(Diagnostic diagnostic, Span span) implements Result {}

    /** A test of the program passed or failed. */
    record Tested(String name, boolean passed, @Nullable Diagnostic failure, Span span) implements Result {}
}
