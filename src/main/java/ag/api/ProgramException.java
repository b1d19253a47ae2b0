package ag.api;

import ag.lang.source.Diagnostic;
import ag.result.print.DiagnosticPrinter;
import ag.result.print.Style;

/** A mistake in a program. Its message shows the place and, where {@code ag} knows one, the way out. */
public final class ProgramException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;
    private final String problem;
    private final int line;
    private final int column;

    ProgramException(Diagnostic diagnostic) {
        super(new DiagnosticPrinter(new Style(false, true)).print(diagnostic));
        this.code = diagnostic.code();
        this.problem = diagnostic.message();
        this.line = diagnostic.span().line();
        this.column = diagnostic.span().column();
    }

    /** A short stable name of the kind of mistake, such as {@code unknown-name}. */
    public String code() {
        return code;
    }

    /** What is wrong, as one sentence without its place. */
    public String problem() {
        return problem;
    }

    /** The line of the program's text, from 1. */
    public int line() {
        return line;
    }

    /** The column in that line, from 1, counted in code points. */
    public int column() {
        return column;
    }
}
