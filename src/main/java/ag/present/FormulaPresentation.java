package ag.present;

import ag.document.Data;
import ag.document.Document;
import ag.document.Part;
import ag.lang.algebra.LatexWriter;
import ag.result.Format;
import ag.result.FormulaResult;

/** A formula for a function near a place. */
record FormulaPresentation(FormulaResult.Formulated formulated) implements Presentation {
    @Override
    public String kind() {
        return formulated.kind();
    }

    @Override
    public Document document(Format format) {
        return Document.of(Part.Formula.of(
                formulated.left() + formulated.formula(), formulated.left().strip(), formulated.tree()));
    }

    @Override
    public Data.Fields data() {
        return Data.Fields.NONE
                .text("of", formulated.of())
                .text("formula", formulated.formula())
                .text("latex", LatexWriter.text(formulated.tree()))
                .truth("exact", formulated.exact());
    }
}
