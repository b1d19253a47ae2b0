package ag.present;

import ag.document.Data;
import ag.document.Document;
import ag.document.Part;
import ag.result.Format;
import ag.result.Result;
import java.util.Optional;

/** A value by itself. */
record ValuePresentation(Result.Value value) implements Presentation {
    @Override
    public String kind() {
        return "value";
    }

    @Override
    public Document document(Format format) {
        return Document.of(new Part.Verbatim(format.text(value.value())));
    }

    @Override
    public Optional<Part.Formula> formula() {
        return ValueFormula.of("", value.value());
    }

    @Override
    public Data.Fields data() {
        return Data.Fields.NONE
                .text("name", value.name())
                .text("type", value.value().type())
                .value("value", value.value());
    }
}
