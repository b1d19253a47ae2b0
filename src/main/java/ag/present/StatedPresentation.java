package ag.present;

import ag.document.Data;
import ag.document.Document;
import ag.document.Part;
import ag.result.Format;
import ag.result.PracticeResult;

/** A number that practice gives. */
record StatedPresentation(PracticeResult.Stated stated) implements Presentation {
    @Override
    public String kind() {
        return "given";
    }

    @Override
    public Document document(Format format) {
        return Document.of(new Part.Line(stated.name() + " = " + format.number(stated.value())));
    }

    @Override
    public Data.Fields data() {
        return Data.Fields.NONE.text("name", stated.name()).number("value", stated.value());
    }
}
