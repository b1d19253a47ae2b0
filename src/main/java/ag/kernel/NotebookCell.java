package ag.kernel;

import ag.client.LiveSession;
import ag.client.MimeBundle;
import ag.client.MimeBundles;
import ag.files.TextFile;
import ag.lang.source.Diagnostic;
import ag.lang.source.SourceText;
import ag.lang.source.Span;
import ag.machine.FileAccess;
import ag.result.NetworkResult;
import ag.result.Result;
import ag.result.print.ProgressBar;
import ag.result.print.Style;
import ag.result.print.TextPrinter;
import ag.spelling.Nearest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs a cell, piece by piece, and shows what it gives. */
final class NotebookCell {
    private static final int PROGRESS_WIDTH = 78;

    private final Supplier<LiveSession> session;
    private final Runnable reset;
    private final FileAccess files;
    private final MimeBundles documents;
    private final CellScreen screen;
    private final TextPrinter printer;
    private final ProgressBar bar = new ProgressBar(Style.PLAIN);
    /** The last value, of which it is not known yet whether it is the cell's; null where there is none. */
    private @Nullable MimeBundle value;

    /** What the last statement gave a value; empty where it is no definition. */
    private List<Result.Defined> defined = List.of();

    private final StringBuilder output = new StringBuilder();

    /** What has gone wrong with a command. */
    static final class Failure extends Exception {
        private static final long serialVersionUID = 1;

        Failure(String message) {
            super(message);
        }
    }

    /**
     * A cell that has not run yet.
     *
     * @param session the session, which is another one after a reset
     * @param reset makes it forget all names
     */
    NotebookCell(
            Supplier<LiveSession> session, Runnable reset, FileAccess files, MimeBundles documents, CellScreen screen) {
        this.session = session;
        this.reset = reset;
        this.files = files;
        this.documents = documents;
        this.screen = screen;
        this.printer = new TextPrinter(Style.PLAIN, session.get().format());
    }

    /** What it gave, as text. */
    String output() {
        return output.toString().strip();
    }

    /**
     * Runs a program.
     *
     * @return the mistake that ended it, if there was one
     */
    Optional<Diagnostic> run(SourceText source) {
        LiveSession running = session.get();
        running.onFinished(statement -> defined = running.definedBy(statement));
        Optional<Diagnostic> mistake = running.evaluate(source, this::show);
        running.onFinished(_ -> {});
        if (mistake.isEmpty() && value == null) {
            // A cell that ends in a definition shows what was defined; of a function its formula, where it is one.
            for (Result.Defined each : defined) {
                MimeBundle document = documents.of(each);
                if (!isBareFunction(each, document)) {
                    flush();
                    value = document;
                    output.append(document.text()).append('\n');
                }
            }
        }
        defined = List.of();
        MimeBundle last = value;
        value = null;
        if (last != null && mistake.isEmpty()) {
            screen.result(last);
        } else if (last != null) {
            screen.show(last);
        }
        return mistake;
    }

    /** Whether it is a function without a formula, of which there is nothing to see but its name. */
    private static boolean isBareFunction(Result.Defined defined, MimeBundle document) {
        return defined.role().equals("function") && document.text().startsWith(defined.name() + " =");
    }

    /** Shows a value that is not the cell's. */
    private void flush() {
        MimeBundle before = value;
        value = null;
        if (before != null) {
            screen.show(before);
        }
    }

    private void show(Result result) {
        flush();
        switch (result) {
            case Result.Failed _, Result.Defined _ -> {}
            case NetworkResult.Progress progress
            when !progress.logged() -> screen.pass(bar.line(progress, PROGRESS_WIDTH));
            case Result.FileWritten written -> written(written);
            case Result.Note note -> screen.remark("note: " + note.text());
            case Result.Value given -> {
                value = documents.of(given);
                output.append(documents.of(given).text()).append('\n');
            }
            default -> rich(result);
        }
    }

    private void written(Result.FileWritten written) {
        String text = documents.of(written).text();
        show(WrittenFile.of(written, text, files.path(written.path(), written.span())));
    }

    private void rich(Result result) {
        show(documents.of(result));
    }

    private void show(MimeBundle document) {
        output.append(document.text()).append('\n');
        if (document.forms().size() > 1) {
            screen.show(document);
        } else if (!document.text().isEmpty()) {
            screen.print(document.text());
        }
    }

    /**
     * Does a command.
     *
     * @param name what messages call the cell
     */
    Optional<Diagnostic> run(CellPart.Command command, String name) throws Failure {
        Magic magic = Magic.of(command.word())
                .orElseThrow(() -> new Failure("there is no %" + command.word() + "; "
                        + Nearest.to(command.word(), Magic.words())
                                .map(near -> "did you mean %" + near + "?")
                                .orElse("%lsmagic lists what there is")));
        return switch (magic) {
            case TIME -> timed(new SourceText(name, command.argument()));
            case RUN -> run(file(command));
            case LOAD -> {
                screen.replaceCell(
                        "# %load " + command.argument() + "\n" + file(command).text());
                yield Optional.empty();
            }
            case RESET, WHO, HELP, LSMAGIC -> {
                String told = told(magic, command.argument());
                output.append(told).append('\n');
                screen.print(told);
                yield Optional.empty();
            }
        };
    }

    private String told(Magic magic, String argument) throws Failure {
        return switch (magic) {
            case RESET -> {
                reset.run();
                yield "all names are forgotten";
            }
            case WHO -> {
                String names = String.join(
                        "\n",
                        session.get().definitions().stream().map(printer::text).toList());
                yield names.isEmpty() ? "nothing is defined yet" : names;
            }
            case HELP ->
                session.get()
                        .inspect(argument, 0)
                        .orElseThrow(() -> new Failure("there is no help on '" + argument + "'"
                                + session.get()
                                        .help()
                                        .nearest(argument)
                                        .map(near -> "; did you mean %help " + near + "?")
                                        .orElse("")));
            case LSMAGIC -> Magic.list();
            case TIME, RUN, LOAD -> "";
        };
    }

    private Optional<Diagnostic> timed(SourceText source) {
        long begun = System.nanoTime();
        Optional<Diagnostic> mistake = run(source);
        screen.print("took " + duration(System.nanoTime() - begun));
        return mistake;
    }

    private static String duration(long nanoseconds) {
        double seconds = nanoseconds / 1e9;
        return seconds < 1 ? "%.1f ms".formatted(1000 * seconds) : "%.2f s".formatted(seconds);
    }

    private SourceText file(CellPart.Command command) throws Failure {
        String path = command.argument().strip().replaceAll("^\"|\"$", "");
        if (path.isEmpty()) {
            throw new Failure("%" + command.word() + " needs a file: %" + command.word() + " program.ag");
        }
        Span nowhere = new Span(new SourceText(path, ""), 0, 0);
        session.get().interruption().clear();
        try {
            return new SourceText(
                    path,
                    TextFile.read(
                            files.path(path, nowhere),
                            () -> session.get().interruption().check(nowhere, 0)));
        } catch (IOException unreadable) {
            throw new Failure("cannot read " + path + ": "
                    + ag.files.ReadFailure.of(unreadable).reason());
        } catch (ag.lang.source.AgException refused) {
            throw new Failure(refused.diagnostic().message());
        }
    }
}
