package ag.host;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;

/** The files that a program may read and write, by the paths that it writes down. */
public interface Files {
    /** For a session that may touch no file. No lambdas here, since Java's start-up cache leaves out what Java makes of them. */
    Files NONE = new Files() {
        @Override
        public String read(String path, Span span, Runnable pause) {
            throw refused(span);
        }

        @Override
        public void write(String path, Content content, Span span) {
            throw refused(span);
        }

        @Override
        public String identity(String path, Span span) {
            throw refused(span);
        }
    };

    /** What a program is told that may touch no file. */
    static AgException refused(Span span) {
        return new AgException(
                ErrorCode.NO_FILES,
                "files are not allowed here",
                span,
                "--sandbox refuses every file; leave it out for a program you trust");
    }

    /**
     * The text of a file, which must be UTF-8.
     *
     * @param pause run now and then while it is read; it throws where the program has to end
     * @throws AgException where the file cannot be read
     */
    String read(String path, Span span, Runnable pause);

    /**
     * Writes a file, which is then whole or as it was before.
     *
     * @throws AgException where that fails
     */
    void write(String path, Content content, Span span);

    /** A name that two paths share only if they lead to the same file. */
    String identity(String path, Span span);
}
