package ag.present;

import ag.document.Data;
import ag.document.Document;
import ag.document.Part;
import ag.result.Format;
import ag.result.Result;

/** A remark, with the places that have no derivative where it is about some. */
record NotePresentation(Result.Note note) implements Presentation {
    @Override
    public String kind() {
        return "note";
    }

    @Override
    public Document document(Format format) {
        return Document.of(new Part.Note(note.text(), note.span()));
    }

    @Override
    public Data.Fields data() {
        Data.Fields fields = Data.Fields.NONE.text("text", note.text());
        return note.noDerivative().isEmpty()
                ? fields
                : fields.items(
                        "no_derivative",
                        note.noDerivative(),
                        place -> Data.Fields.NONE
                                .text("input", place.input())
                                .number("at", place.at())
                                .number("taken", place.taken())
                                .number("left", place.left())
                                .number("right", place.right()));
    }
}
