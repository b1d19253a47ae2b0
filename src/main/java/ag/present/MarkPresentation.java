package ag.present;

import ag.document.Data;
import ag.document.Document;
import ag.document.Part;
import ag.document.Phrase;
import ag.result.Format;
import ag.result.PracticeResult;
import ag.result.PracticeResult.Mistaken;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is to be said of a derivative that was worked out by hand. */
record MarkPresentation(PracticeResult.Marked marked) implements Presentation {
    @Override
    public String kind() {
        return "guess";
    }

    @Override
    public Document document(Format format) {
        if (marked.right()) {
            return Document.of(new Part.Line(
                    Phrase.good("right: "),
                    Phrase.plain(marked.asked() + " = " + marked.answer()
                            + (marked.same().isEmpty() ? "" : ", the same as " + marked.same()))));
        }
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Line(Phrase.error("wrong: "), Phrase.plain(marked.asked() + " is not " + marked.answer())));
        if (marked.found().isEmpty()) {
            parts.add(new Part.Line("  this fits no mistake that is known"));
            parts.add(new Part.Line("  " + marked.question()));
        }
        List<String> found =
                marked.found().stream().map(MarkPresentation::together).toList();
        AnswerPresentation.mistakes(found).forEach(line -> parts.add(new Part.Line(line)));
        return Document.of(parts);
    }

    private static String together(List<Mistaken> mistakes) {
        return mistakes.stream()
                .map(mistake -> mistake.text() + (mistake.where().isEmpty() ? "" : ", at " + mistake.where()))
                .collect(Collectors.joining("; and "));
    }

    @Override
    public Data.Fields data() {
        Data.Fields fields = Data.Fields.NONE
                .text("of", marked.asked())
                .text("guess", marked.answer())
                .truth("right", marked.right());
        List<Data> mistakes = marked.found().stream()
                .flatMap(together -> together.stream().map(mistake -> mistake(mistake, together)))
                .toList();
        return (marked.same().isEmpty() ? fields : fields.text("same", marked.same()))
                .with("mistakes", new Data.Items(mistakes))
                .text("question", marked.question());
    }

    private static Data mistake(Mistaken mistake, List<Mistaken> together) {
        Data.Fields fields = Data.Fields.NONE
                .text("code", mistake.code())
                .text("where", mistake.where())
                .text("text", mistake.text());
        return together.size() == 1
                ? fields
                : fields.text(
                        "with",
                        together.get(mistake.equals(together.getFirst()) ? 1 : 0)
                                .code());
    }
}
