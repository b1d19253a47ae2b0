package ag.present;

import ag.document.Data;
import ag.document.Document;
import ag.document.Part;
import ag.result.Format;
import ag.result.Result;

/** A formula for a function near a place. */
record FormulaPresentation(Result.Formulated formulated) implements Presentation {
    @Override
    public String kind() {
        return formulated.kind();
    }

    @Override
    public Document document(Format format) {
        return Document.of(new Part.Line(formulated.left() + formulated.formula()));
    }

    @Override
    public Data.Fields data() {
        return Data.Fields.NONE
                .text("of", formulated.of())
                .text("formula", formulated.formula())
                .text("latex", formulated.latex())
                .truth("exact", formulated.exact());
    }
}
