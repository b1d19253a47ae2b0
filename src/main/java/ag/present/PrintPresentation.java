package ag.present;

import ag.document.Data;
import ag.document.Document;
import ag.document.Part;
import ag.result.Format;
import ag.result.Result;

/** What a program prints, as it is. */
record PrintPresentation(Result.Printed printed) implements Presentation {
    @Override
    public String kind() {
        return "print";
    }

    @Override
    public Document document(Format format) {
        return Document.of(new Part.Verbatim(printed.text()));
    }

    @Override
    public Data.Fields data() {
        return Data.Fields.NONE.text("text", printed.text());
    }
}
