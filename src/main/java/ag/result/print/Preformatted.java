package ag.result.print;

import ag.document.Document;
import ag.document.Part;
import java.util.ArrayList;
import java.util.List;

/** Parts that pages show as they stand in a terminal: lines, notes, messages, graphs and charts as text. */
final class Preformatted {
    private static final TextRenderer TEXT = TextRenderer.unbroken(Style.PLAIN);

    private Preformatted() {}

    /** The same parts, where several in a row are one {@link Part.Verbatim}. */
    static List<Part> joined(List<Part> parts) {
        List<Part> joined = new ArrayList<>();
        List<Part> lines = new ArrayList<>();
        for (Part part : parts) {
            if (isPreformatted(part)) {
                lines.add(part);
            } else {
                end(lines, joined);
                joined.add(part);
            }
        }
        end(lines, joined);
        return joined;
    }

    private static void end(List<Part> lines, List<Part> joined) {
        if (!lines.isEmpty()) {
            joined.add(new Part.Verbatim(text(lines)));
            lines.clear();
        }
    }

    private static String text(List<Part> parts) {
        return TEXT.text(Document.of(parts));
    }

    /** One of them as text. */
    static String text(Part part) {
        return text(List.of(part));
    }

    private static boolean isPreformatted(Part part) {
        return switch (part) {
            case Part.Line _,
                    Part.Verbatim _,
                    Part.Rules _,
                    Part.Note _,
                    Part.Message _,
                    Part.Plot _,
                    Part.Graph _,
                    Part.Network _ -> true;
            case Part.Heading _,
                    Part.Page _,
                    Part.Paragraph _,
                    Part.Table _,
                    Part.Formula _,
                    Part.Steps _,
                    Part.Picture _,
                    Part.Blanks _,
                    Part.Task _ -> false;
        };
    }
}
