package ag.cli;

import ag.files.ReadFailure;
import ag.files.TextFile;
import ag.lang.source.Diagnostic;
import ag.lang.source.ErrorCode;
import ag.lang.source.SourceText;
import ag.lang.source.Span;
import ag.lang.values.Stopped;
import ag.result.Result;
import ag.session.Interruption;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Where programs come from: files, the standard input, the call itself. */
final class Programs {
    /** What a call names the standard input by, and messages too. */
    static final String STANDARD_INPUT = "-";

    /** What messages name a program by that stands in the call. */
    static final String IN_THE_CALL = "-e";

    private Programs() {}

    /**
     * Reads a program.
     *
     * @param settings the limit of time is one of the reading too: a text may never come, or never end
     * @throws Unreadable where there's no text to be had
     */
    static SourceText read(String file, InputStream standardInput, RunSettings settings, Goodbye goodbye)
            throws Unreadable {
        if (file.isEmpty()) {
            throw new Unreadable("''", "a file has a name", ExitStatus.WRONG_CALL);
        }
        try {
            Span nowhere = new Span(new SourceText(file, ""), 0, 0);
            Interruption interruption = goodbye.over(
                    Interruption.limits(settings.nanoseconds(), Long.MAX_VALUE, System::nanoTime), nowhere);
            Runnable pause = () -> interruption.check(nowhere, 0);
            String text = file.equals(STANDARD_INPUT)
                    ? TextFile.read(standardInput, pause)
                    : TextFile.read(Path.of(file), pause);
            return new SourceText(file, text);
        } catch (Stopped stopped) {
            throw new Unreadable(stopped.diagnostic());
        } catch (FileSystemException problem) {
            throw new Unreadable(file, ReadFailure.of(problem).reason(), ExitStatus.WRONG_CALL);
        } catch (InvalidPathException problem) {
            throw new Unreadable(file, "no file can have this name", ExitStatus.WRONG_CALL);
        } catch (IOException problem) {
            throw new Unreadable(file, ReadFailure.of(problem).reason(), ExitStatus.FAILED);
        } catch (OutOfMemoryError endless) {
            throw new Unreadable(file, "it needs more memory than there is", ExitStatus.LIMIT_REACHED);
        }
    }

    /** A program could not be read. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Diagnostic diagnostic;
        private final ExitStatus status;

        Unreadable(String file, String reason, ExitStatus status) {
            super("cannot read " + file + ": " + reason, null, false, false);
            this.status = status;
            this.diagnostic = new Diagnostic(
                    ErrorCode.FILE,
                    "cannot read " + file + ": " + reason,
                    new Span(new SourceText(file, ""), 0, 0),
                    "");
        }

        /** Reading has been ended, and not by what was read. */
        Unreadable(Diagnostic ended) {
            super(ended.message(), null, false, false);
            this.status = ExitStatus.of(ended);
            this.diagnostic = ended;
        }

        /** A file that is not there makes the call wrong; one that holds no text is a program that fails. */
        ExitStatus status() {
            return status;
        }

        Result result() {
            return new Result.Failed(diagnostic, diagnostic.span());
        }
    }
}
