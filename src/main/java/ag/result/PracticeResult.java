package ag.result;

import ag.lang.source.Span;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a learner is shown and asked, and how an answer is judged. */
public sealed interface PracticeResult extends Result {
    /** One step of a walk through both passes, the {@code number}th of {@code count}. */
    record Stepped(String of, int number, int count, PassStep step, Span span) implements PracticeResult {}

    /** A number to practise with: given, or told because it was not found. */
    record Stated(String name, double value, Span span) implements PracticeResult {}

    /** What is asked in a round of practice: the number that the step gives. */
    record Question(String of, int number, int count, PassStep step, Span span) implements PracticeResult {}

    /**
     * A derivative that a round of practice asks for as a formula.
     *
     * @param count how many questions there are; 0 where they have no end
     * @param asked what it is of: {@code d/dx (x²)}
     */
    record FormulaQuestion(String of, int number, int count, String asked, Span span) implements PracticeResult {}

    /** An answer in a round of practice. */
    record Judged(
            String asked,
            double answer,
            boolean right,
            List<Misconception> found,
            String relation,
            String hint,
            Span span)
            implements PracticeResult {
        public Judged {
            found = List.copyOf(found);
        }
    }

    /**
     * How answers came in practice.
     *
     * @param right how many were right at once and without a hint
     * @param hinted how many were answered with a hint
     * @param done how many were answered or skipped
     */
    record Counts(int right, int hinted, int skipped, int done) {}

    /**
     * How a round of practice went.
     *
     * @param questions how many there are; 0 where they have no end
     * @param session the counts of all rounds of the session; null after its first
     */
    record Score(
            String of,
            Counts round,
            int questions,
            @Nullable Counts session,
            Span span) implements PracticeResult {}

    /**
     * An answer to the question for a gradient.
     *
     * @param found the misconceptions that give exactly this answer, the likeliest first; none where it is right
     * @param relation what holds instead; empty where a misconception was found, or where the answer is right
     * @param hint where to begin; empty likewise
     */
    record Guessed(
            String of,
            String input,
            double guess,
            boolean right,
            List<Misconception> found,
            String relation,
            String hint,
            Span span)
            implements PracticeResult {
        public Guessed {
            found = List.copyOf(found);
        }
    }

    /**
     * An answer to the question for a derivative as a formula, or for its value at a point.
     *
     * @param asked what was asked for: {@code f'}
     * @param answer the answer as it was typed
     * @param same the derivative in its shortest form, where the answer is right and has another; otherwise empty
     * @param found what gives exactly this answer, the likeliest first, each one mistake or two together
     * @param question what to find out next, where no mistake was found; otherwise empty
     */
    record Marked(
            String asked,
            String answer,
            boolean right,
            String same,
            List<List<Mistaken>> found,
            String question,
            Span span)
            implements PracticeResult {
        public Marked {
            found = found.stream().map(List::copyOf).toList();
        }
    }

    /**
     * A mistake of calculus.
     *
     * @param code what it is called in programs
     * @param where the part of the function where it was made; empty where it was made with the whole
     */
    record Mistaken(String code, String where, String text) {}

    /** A way to go wrong. */
    enum Slip {
        LOST_PATH,
        MISSING_UPSTREAM,
        MISSING_LOCAL,
        SWAPPED_FACTORS,
        SIGN,
        WRONG_POINT;

        /** What it is called in programs: {@code lost-path}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * A slip at a certain place, in words.
     *
     * @param where the step; empty where it is made everywhere
     */
    record Misconception(Slip slip, String where, String text) {}
}
