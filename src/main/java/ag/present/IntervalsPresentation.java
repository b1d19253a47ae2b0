package ag.present;

import ag.document.Data;
import ag.document.Document;
import ag.document.Part;
import ag.document.Phrase;
import ag.result.Format;
import ag.result.SolutionResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where inequalities hold, each stretch on a line. */
record IntervalsPresentation(SolutionResult.Within within) implements Presentation {
    @Override
    public String kind() {
        return "solve";
    }

    @Override
    public Document document(Format format) {
        List<Part> parts = new ArrayList<>();
        within.intervals().forEach(interval -> parts.add(new Part.Line(text(interval, format))));
        within.remarks().forEach(remark -> parts.add(new Part.Line(Phrase.dim(remark))));
        return Document.of(parts);
    }

    /** {@code -√2 < x ≤ 2 ≈ -1.41421 < x ≤ 2}. */
    private String text(SolutionResult.Interval interval, Format format) {
        SolutionResult.Root from = interval.from();
        SolutionResult.Root to = interval.to();
        if (from != null && from.equals(to)) {
            return SolutionPresentation.equation(from, format);
        }
        boolean known = isKnown(from) && isKnown(to);
        String decimal = between(interval, number(from, format), number(to, format));
        boolean plain = (from == null || from.plain()) && (to == null || to.plain());
        return !known ? decimal : between(interval, formula(from), formula(to)) + (plain ? "" : ", that is " + decimal);
    }

    private String between(SolutionResult.Interval interval, String from, String to) {
        String letter = within.letter();
        if (from.isEmpty() && to.isEmpty()) {
            return "every " + letter;
        }
        return from.isEmpty() || to.isEmpty()
                ? letter
                        + (from.isEmpty()
                                ? sign(interval.withTo(), '<', '≤') + to
                                : sign(interval.withFrom(), '>', '≥') + from)
                : from + sign(interval.withFrom(), '<', '≤') + letter + sign(interval.withTo(), '<', '≤') + to;
    }

    private static String sign(boolean included, char without, char with) {
        return " " + (included ? with : without) + " ";
    }

    private static boolean isKnown(SolutionResult.@Nullable Root end) {
        return end == null || !end.formula().isEmpty();
    }

    private static String formula(SolutionResult.@Nullable Root end) {
        return end == null ? "" : end.formula();
    }

    private static String number(SolutionResult.@Nullable Root end, Format format) {
        Double value = end == null ? null : end.value();
        return value == null ? "" : format.number(value);
    }

    @Override
    public Data.Fields data() {
        return Data.Fields.NONE
                .texts("inequalities", within.inequalities())
                .text("letter", within.letter())
                .text("method", within.method())
                .items("intervals", within.intervals(), IntervalsPresentation::interval)
                .texts("remarks", within.remarks());
    }

    private static Data interval(SolutionResult.Interval interval) {
        Data.Fields fields = Data.Fields.NONE;
        SolutionResult.Root from = interval.from();
        SolutionResult.Root to = interval.to();
        if (from != null) {
            fields = fields.with("from", SolutionPresentation.root(from)).truth("from_included", interval.withFrom());
        }
        return to == null
                ? fields
                : fields.with("to", SolutionPresentation.root(to)).truth("to_included", interval.withTo());
    }
}
