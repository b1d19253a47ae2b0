package ag.present;

import ag.document.Data;
import ag.document.Document;
import ag.document.Part;
import ag.document.Phrase;
import ag.result.Format;
import ag.result.PracticeResult;
import java.util.ArrayList;
import java.util.List;

/** What is to be said of an answer in practice. */
record AnswerPresentation(PracticeResult.Judged judged) implements Presentation {
    @Override
    public String kind() {
        return "answer";
    }

    @Override
    public Document document(Format format) {
        String number = format.number(judged.answer());
        if (judged.right()) {
            return Document.of(new Part.Line(Phrase.good("right: "), Phrase.plain(judged.asked() + " = " + number)));
        }
        List<Part> parts = new ArrayList<>();
        parts.add(new Part.Line(Phrase.error("wrong: "), Phrase.plain(judged.asked() + " is not " + number)));
        List<String> found =
                judged.found().stream().map(PracticeResult.Misconception::text).toList();
        mistakes(found).forEach(line -> parts.add(new Part.Line(line)));
        if (found.isEmpty() && !judged.relation().isEmpty()) {
            parts.add(new Part.Line("  no common mistake gives " + number));
            parts.add(new Part.Line("  " + judged.relation()));
        }
        if (found.isEmpty() && !judged.hint().isEmpty()) {
            parts.add(new Part.Line("  hint: " + judged.hint()));
        }
        return Document.of(parts);
    }

    /** The mistakes that give an answer; none where none is known. */
    static List<String> mistakes(List<String> found) {
        if (found.size() == 1) {
            return List.of("  exactly this comes out if " + found.getFirst());
        }
        List<String> lines = new ArrayList<>();
        if (!found.isEmpty()) {
            lines.add("  several mistakes come to exactly this:");
            found.forEach(mistake -> lines.add("  - " + mistake));
        }
        return lines;
    }

    @Override
    public Data.Fields data() {
        return verdict(
                Data.Fields.NONE.text("asked", judged.asked()).number("answer", judged.answer()),
                judged.right(),
                judged.found(),
                judged.relation(),
                judged.hint());
    }

    static Data.Fields verdict(
            Data.Fields answer, boolean right, List<PracticeResult.Misconception> found, String relation, String hint) {
        return answer.truth("right", right)
                .items(
                        "mistakes",
                        found,
                        mistake -> Data.Fields.NONE
                                .text("code", mistake.slip().code())
                                .text("where", mistake.where())
                                .text("text", mistake.text()))
                .text("relation", relation)
                .text("hint", hint);
    }
}
