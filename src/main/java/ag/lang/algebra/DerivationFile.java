package ag.lang.algebra;

import ag.engine.Elementary;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Derivations as documents: LaTeX, Markdown with LaTeX in it, or a picture in which MathML is typeset. */
public enum DerivationFile {
    TEX(".tex") {
        @Override
        public String document(List<Derivation> derivations, boolean partial) {
            return LatexWriter.document(derivations, partial);
        }
    },
    MARKDOWN(".md") {
        @Override
        public String document(List<Derivation> derivations, boolean partial) {
            return derivations.stream()
                    .map(one -> "$$\n" + LatexWriter.block(one, partial).replace("align*", "aligned") + "\n$$\n")
                    .collect(Collectors.joining("\n"));
        }
    },
    SVG(".svg") {
        @Override
        public String document(List<Derivation> derivations, boolean partial) {
            List<Row> rows = derivations.stream()
                    .flatMap(derivation -> Stream.concat(
                            Stream.of(new Row("", derivation.start(), "")),
                            derivation.steps().stream().map(step -> new Row("= ", step.term(), step.rule()))))
                    .toList();
            int height = MARGIN * 2 + rows.stream().mapToInt(Row::height).sum();
            int width = Math.max(
                    WIDTH,
                    MARGIN * 2
                            + rows.stream().mapToInt(Row::formulaWidth).max().orElse(0)
                            + rows.stream().mapToInt(Row::ruleWidth).max().orElse(0));
            return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height + "\">\n"
                    + "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n"
                    + "<foreignObject x=\"" + MARGIN + "\" y=\"" + MARGIN + "\" width=\"" + (width - 2 * MARGIN)
                    + "\" height=\"" + (height - 2 * MARGIN) + "\">\n"
                    + "<table xmlns=\"http://www.w3.org/1999/xhtml\""
                    + " style=\"font: 18px serif; width: 100%;"
                    + " border-spacing: 0\">\n"
                    + rows.stream().map(Row::text).collect(Collectors.joining())
                    + "</table>\n</foreignObject>\n</svg>\n";
        }
    };

    private static final int WIDTH = 960;
    private static final int MARGIN = 16;
    private static final int ROW = 56;

    private final String ending;

    DerivationFile(String ending) {
        this.ending = ending;
    }

    /** The kind that a file's name asks for. */
    public static Optional<DerivationFile> of(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        for (DerivationFile kind : values()) {
            if (name.endsWith(kind.ending)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /**
     * The file for some derivations.
     *
     * @param partial whether the derivatives are partial ones
     */
    public abstract String document(List<Derivation> derivations, boolean partial);

    /** A line of a picture: a formula, and the rule that gave it. */
    private record Row(String sign, Term formula, String rule) {
        private static final int LINE = 26;
        private static final int LETTER = 8;

        int height() {
            return Math.max(ROW, (int) Elementary.round(LINE * (TypesetSize.height(formula) + 1)));
        }

        int formulaWidth() {
            return LETTER * (TypesetSize.width(formula) + sign.length());
        }

        int ruleWidth() {
            return LETTER * rule.length();
        }

        String text() {
            String words = rule.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
            return "<tr style=\"height: " + height() + "px\"><td>" + sign + MathMlWriter.text(formula)
                    + "</td><td style=\"color: gray; white-space: nowrap\">" + words + "</td></tr>\n";
        }
    }
}
