package ag.present;

import ag.document.Data;
import ag.document.Document;
import ag.document.Part;
import ag.result.Format;
import ag.result.PracticeResult;

/** How a round of practice went. */
record ScorePresentation(PracticeResult.Score score) implements Presentation {
    @Override
    public String kind() {
        return "score";
    }

    @Override
    public Document document(Format format) {
        PracticeResult.Counts round = score.round();
        PracticeResult.Counts session = score.session();
        return Document.of(new Part.Line(counts(round)
                + (round.done() < score.questions() ? ", " + score.questions() + " questions in all" : "")
                + (session == null ? "" : "; in this session " + counts(session))));
    }

    private static String counts(PracticeResult.Counts counts) {
        return counts.right() + " of " + counts.done() + " right at once"
                + (counts.hinted() == 0 ? "" : ", " + counts.hinted() + " with a hint")
                + (counts.skipped() == 0 ? "" : ", " + counts.skipped() + " skipped");
    }

    @Override
    public Data.Fields data() {
        return Data.Fields.NONE
                .text("of", score.of())
                .whole("right", score.round().right())
                .whole("hinted", score.round().hinted())
                .whole("skipped", score.round().skipped())
                .whole("done", score.round().done())
                .whole("questions", score.questions());
    }
}
