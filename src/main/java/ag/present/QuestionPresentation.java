package ag.present;

import ag.document.Data;
import ag.document.Document;
import ag.document.Part;
import ag.document.Phrase;
import ag.result.Format;
import ag.result.Notation;
import ag.result.PassStep;
import ag.result.PracticeResult;

/** A question of practice for a number. */
record QuestionPresentation(PracticeResult.Question question) implements Presentation {
    @Override
    public String kind() {
        return "question";
    }

    @Override
    public Document document(Format format) {
        String asked = switch (question.step()) {
            case PassStep.Forward step -> StepPresentation.made(step);
            case PassStep.Backward step -> Notation.derivative(question.of(), step.node());
        };
        return Document.of(new Part.Line(
                Phrase.dim(question.number() + "/" + question.count() + "  "), Phrase.plain(asked + " = ?")));
    }

    @Override
    public Data.Fields data() {
        return StepPresentation.named(place(question.of(), question.number(), question.count()), question.step());
    }

    /** Where in a round or a walk one is. */
    static Data.Fields place(String of, int number, int count) {
        return Data.Fields.NONE.text("of", of).whole("number", number).whole("count", count);
    }
}
