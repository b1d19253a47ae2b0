package ag.present;

import ag.document.Data;
import ag.document.Document;
import ag.result.Format;
import ag.result.Result;

/** How many digits numbers are written with: people see it in what follows. */
record DigitsPresentation(Result.DigitsSet set) implements Presentation {
    @Override
    public String kind() {
        return "digits";
    }

    @Override
    public Document document(Format format) {
        return Document.of();
    }

    @Override
    public Data.Fields data() {
        return Data.Fields.NONE.whole("digits", set.digits());
    }
}
