package ag.present;

import ag.document.Data;
import ag.document.Document;
import ag.document.Part;
import ag.result.Format;
import ag.result.Result;
import java.util.Optional;

/** A name with its new value, which only the REPL shows. */
record DefinitionPresentation(Result.Defined defined) implements Presentation {
    @Override
    public String kind() {
        return "";
    }

    @Override
    public Document document(Format format) {
        String value = format.text(defined.value());
        return Document.of(
                new Part.Verbatim(ValueFormula.isFunction(defined.value()) ? value : defined.name() + " = " + value));
    }

    @Override
    public Optional<Part.Formula> formula() {
        return ValueFormula.of(defined.name(), defined.value());
    }

    @Override
    public Data.Fields data() {
        return Data.Fields.NONE;
    }
}
