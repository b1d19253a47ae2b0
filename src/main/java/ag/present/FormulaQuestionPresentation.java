package ag.present;

import ag.document.Data;
import ag.document.Document;
import ag.document.Part;
import ag.document.Phrase;
import ag.result.Format;
import ag.result.PracticeResult;

/** A question of practice for a derivative as a formula. */
record FormulaQuestionPresentation(PracticeResult.FormulaQuestion question) implements Presentation {
    @Override
    public String kind() {
        return "question";
    }

    @Override
    public Document document(Format format) {
        String number = question.number() + (question.count() == 0 ? "" : "/" + question.count());
        return Document.of(new Part.Line(Phrase.dim(number + "  "), Phrase.plain(question.asked() + " = ?")));
    }

    @Override
    public Data.Fields data() {
        return QuestionPresentation.place(question.of(), question.number(), question.count())
                .text("pass", "formula")
                .text("name", question.asked());
    }
}
