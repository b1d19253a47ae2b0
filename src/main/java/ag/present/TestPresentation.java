package ag.present;

import ag.document.Data;
import ag.document.Document;
import ag.document.Part;
import ag.document.Phrase;
import ag.lang.source.Diagnostic;
import ag.result.Format;
import ag.result.Result;

/** Whether a test passed. */
record TestPresentation(Result.Tested tested) implements Presentation {
    @Override
    public String kind() {
        return "test";
    }

    @Override
    public Document document(Format format) {
        Phrase name = Phrase.plain("  " + tested.name());
        if (tested.passed()) {
            return Document.of(new Part.Line(Phrase.good("passed"), name));
        }
        Part line = new Part.Line(Phrase.error("FAILED"), name);
        Diagnostic failure = tested.failure();
        return failure == null ? Document.of(line) : Document.of(line, new Part.Message(failure));
    }

    @Override
    public Data.Fields data() {
        Data.Fields fields = Data.Fields.NONE.text("name", tested.name()).truth("passed", tested.passed());
        Diagnostic failure = tested.failure();
        return failure == null
                ? fields
                : fields.with(
                        "failure",
                        FailurePresentation.diagnostic(
                                Data.Fields.NONE.whole("line", failure.span().line()), failure));
    }
}
