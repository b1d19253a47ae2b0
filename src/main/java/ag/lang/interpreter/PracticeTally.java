package ag.lang.interpreter;

import ag.lang.source.Span;
import ag.result.PracticeResult;

/** Counts how practice goes, in a round or in a whole session. */
public final class PracticeTally {
    private int right;
    private int hinted;
    private int skipped;
    private int done;

    /**
     * The right answer was found.
     *
     * @param atOnce whether it was the first answer
     * @param withHint whether a hint was asked for before
     */
    public void answered(boolean atOnce, boolean withHint) {
        done++;
        right += atOnce && !withHint ? 1 : 0;
        hinted += withHint ? 1 : 0;
    }

    /** A question was left without an answer. */
    public void skipped() {
        done++;
        skipped++;
    }

    /** How many questions have been answered or skipped. */
    public int done() {
        return done;
    }

    /** Adds what another tally has counted. */
    public void add(PracticeTally other) {
        right += other.right;
        hinted += other.hinted;
        skipped += other.skipped;
        done += other.done;
    }

    /**
     * How the round went, and the session so far where there was an earlier round.
     *
     * @param questions how many there are; 0 where they have no end
     */
    public PracticeResult.Score score(String of, int questions, PracticeTally session, Span span) {
        boolean first = session.done == done;
        return new PracticeResult.Score(of, counts(), questions, first ? null : session.counts(), span);
    }

    private PracticeResult.Counts counts() {
        return new PracticeResult.Counts(right, hinted, skipped, done);
    }
}
