package ag.present;

import ag.document.Data;
import ag.document.Document;
import ag.document.Part;
import ag.result.Format;
import ag.result.NetworkResult;

/** How far a training has come: a line where the program asked for one. */
record ProgressPresentation(NetworkResult.Progress progress) implements Presentation {
    @Override
    public String kind() {
        return "";
    }

    @Override
    public Document document(Format format) {
        return progress.logged()
                ? Document.of(new Part.Line("epoch " + progress.done() + " of " + progress.epochs() + ": loss "
                        + format.number(progress.loss())))
                : Document.of();
    }

    @Override
    public Data.Fields data() {
        return Data.Fields.NONE;
    }
}
