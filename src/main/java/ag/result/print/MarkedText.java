package ag.result.print;

import ag.result.Result;
import ag.result.Result.Mistaken;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes what is to be said of a derivative that somebody worked out. */
final class MarkedText {
    private final Style style;

    MarkedText(Style style) {
        this.style = style;
    }

    String text(Result.Marked marked) {
        String asked = Visible.of(marked.asked());
        String answer = Visible.of(marked.answer());
        if (marked.right()) {
            return style.good("right: ") + asked + " = " + answer
                    + (marked.same().isEmpty() ? "" : ", the same as " + Visible.of(marked.same()));
        }
        List<String> lines = new ArrayList<>(List.of(style.error("wrong: ") + asked + " is not " + answer));
        List<List<Mistaken>> found = marked.found();
        if (found.isEmpty()) {
            lines.add("  this fits no mistake that is known");
            lines.add("  " + Visible.of(marked.question()));
        } else if (found.size() == 1) {
            lines.add("  exactly this comes out if " + together(found.getFirst()));
        } else {
            lines.add("  several mistakes come to exactly this:");
            found.forEach(mistakes -> lines.add("  - " + together(mistakes)));
        }
        return String.join("\n", lines);
    }

    private static String together(List<Mistaken> mistakes) {
        return mistakes.stream()
                .map(mistake -> Visible.of(mistake.text())
                        + (mistake.where().isEmpty() ? "" : ", at " + Visible.of(mistake.where())))
                .collect(Collectors.joining("; and "));
    }
}
