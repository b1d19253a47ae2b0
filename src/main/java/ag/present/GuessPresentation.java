package ag.present;

import ag.document.Data;
import ag.document.Document;
import ag.result.Format;
import ag.result.Notation;
import ag.result.PracticeResult;

/** What is to be said of a guessed gradient. */
record GuessPresentation(PracticeResult.Guessed guessed) implements Presentation {
    @Override
    public String kind() {
        return "guess";
    }

    @Override
    public Document document(Format format) {
        return new AnswerPresentation(new PracticeResult.Judged(
                        Notation.derivative(guessed.of(), guessed.input()),
                        guessed.guess(),
                        guessed.right(),
                        guessed.found(),
                        guessed.relation(),
                        guessed.hint(),
                        guessed.span()))
                .document(format);
    }

    @Override
    public Data.Fields data() {
        return AnswerPresentation.verdict(
                Data.Fields.NONE
                        .text("of", guessed.of())
                        .text("input", guessed.input())
                        .number("guess", guessed.guess()),
                guessed.right(),
                guessed.found(),
                guessed.relation(),
                guessed.hint());
    }
}
