package ag.present;

import ag.document.Data;
import ag.document.Document;
import ag.document.Part;
import ag.result.Format;
import ag.result.Result;

/** That a file was written, and where. */
record FilePresentation(Result.FileWritten file) implements Presentation {
    @Override
    public String kind() {
        return "file";
    }

    @Override
    public Document document(Format format) {
        return Document.of(new Part.Line("wrote " + file.what() + " to " + file.path()));
    }

    @Override
    public Data.Fields data() {
        return Data.Fields.NONE.text("what", file.what()).text("path", file.path());
    }
}
