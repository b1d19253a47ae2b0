package ag.lang.algebra;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

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
            StringBuilder rows = new StringBuilder();
            int count = 0;
            for (Derivation derivation : derivations) {
                rows.append(row(MathMlWriter.text(derivation.start()), ""));
                for (Derivation.Step step : derivation.steps()) {
                    rows.append(row("= " + MathMlWriter.text(step.term()), step.rule()));
                }
                count += derivation.steps().size() + 1;
            }
            int height = MARGIN * 2 + count * ROW;
            return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + WIDTH + "\" height=\"" + height + "\">\n"
                    + "<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n"
                    + "<foreignObject x=\"" + MARGIN + "\" y=\"" + MARGIN + "\" width=\"" + (WIDTH - 2 * MARGIN)
                    + "\" height=\"" + (height - 2 * MARGIN) + "\">\n"
                    + "<table xmlns=\"http://www.w3.org/1999/xhtml\" style=\"font: 18px serif; width: 100%\">\n"
                    + rows + "</table>\n</foreignObject>\n</svg>\n";
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

    private static String row(String formula, String rule) {
        String words = rule.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return "<tr style=\"height: " + ROW + "px\"><td>" + formula + "</td><td style=\"color: gray\">" + words
                + "</td></tr>\n";
    }
}
