package ag.paper;

import java.util.Locale;
import java.util.Optional;

/** The kinds of files that a document is written to. */
public enum PaperFile {
    HTML(".html") {
        @Override
        public String text(Paper paper) {
            return HtmlPaper.document(paper);
        }
    },
    MARKDOWN(".md") {
        @Override
        public String text(Paper paper) {
            return MarkdownPaper.document(paper);
        }
    },
    TEX(".tex") {
        @Override
        public String text(Paper paper) {
            return LatexPaper.document(paper);
        }
    };

    private final String ending;

    PaperFile(String ending) {
        this.ending = ending;
    }

    /** The kind that a file's name asks for; empty where it asks for none of them. */
    public static Optional<PaperFile> of(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        for (PaperFile kind : values()) {
            if (name.endsWith(kind.ending)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** The whole file. */
    public abstract String text(Paper paper);
}
