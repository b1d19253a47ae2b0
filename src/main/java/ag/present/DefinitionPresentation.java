package ag.present;

import ag.document.Data;
import ag.document.Document;
import ag.document.Part;
import ag.result.Format;
import ag.result.Result;

/** A name with its new value, which only the REPL shows. */
record DefinitionPresentation(Result.Defined defined) implements Presentation {
    @Override
    public String kind() {
        return "";
    }

    @Override
    public Document document(Format format) {
        return Document.of(new Part.Verbatim(defined.name() + " = " + format.text(defined.value())));
    }

    @Override
    public Data.Fields data() {
        return Data.Fields.NONE;
    }
}
