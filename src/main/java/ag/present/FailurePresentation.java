package ag.present;

import ag.document.Data;
import ag.document.Document;
import ag.document.Part;
import ag.lang.source.Diagnostic;
import ag.result.Format;
import ag.result.Result;

/** What is wrong with a statement. */
record FailurePresentation(Result.Failed failed) implements Presentation {
    @Override
    public String kind() {
        return "error";
    }

    @Override
    public Document document(Format format) {
        return Document.of(new Part.Message(failed.diagnostic()));
    }

    @Override
    public Data.Fields data() {
        return diagnostic(Data.Fields.NONE, failed.diagnostic());
    }

    static Data.Fields diagnostic(Data.Fields before, Diagnostic diagnostic) {
        return before.whole("column", diagnostic.span().column())
                .whole("end_column", diagnostic.span().endColumn())
                .text("code", diagnostic.code())
                .text("message", diagnostic.message())
                .text("hint", diagnostic.hint());
    }
}
