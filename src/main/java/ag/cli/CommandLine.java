package ag.cli;

import ag.help.Help;
import ag.help.HelpPrinter;
import ag.help.Topic;
import ag.lang.source.SourceText;
import ag.lsp.LanguageServerProcess;
import ag.machine.FileAccess;
import ag.repl.Repl;
import ag.repl.ReplSetup;
import ag.result.print.Style;
import ag.result.print.Visible;
import ag.serve.Server;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Does what a call asks for, in the surroundings it is given, and says how it ended. */
public final class CommandLine {
    /** What {@code ag help} lists every topic by. */
    static final String ALL_TOPICS = "all";

    private final Surroundings around;
    private final LineOutput out;
    private final LineOutput error;

    public CommandLine(Surroundings around) {
        this.around = around;
        this.out = new LineOutput(around.output(), around.isUnicode(around.output()));
        this.error = new LineOutput(around.error(), around.isUnicode(around.error()));
    }

    /** Runs a call and returns its exit status. */
    public int run(String... arguments) {
        ExitStatus status;
        try {
            Request request = CommandArguments.read(arguments);
            if (request.settings().ascii() && around.unicode()) {
                return new CommandLine(around.inAscii()).run(arguments);
            }
            status = run(request);
        } catch (WrongCall wrong) {
            out.flush();
            error.print(
                    style(true).error("ag: ") + Visible.of(String.valueOf(wrong.getMessage())) + "\nsee: ag --help");
            status = ExitStatus.WRONG_CALL;
        } catch (RuntimeException ours) {
            out.flush();
            error.print("ag itself has failed here, and not your program: " + Visible.of(ours.toString())
                    + "\nplease report it, with the call");
            status = ExitStatus.FAILED;
        }
        out.flush();
        if (!out.problem().isEmpty()) {
            error.print("ag: cannot write to the standard output: " + out.problem());
            status = ExitStatus.FAILED;
        } else if (out.isClosed()) {
            // The reader went away with all it wanted, as head -1 does.
            status = ExitStatus.OK;
        }
        error.flush();
        return status.code();
    }

    private ExitStatus run(Request request) throws WrongCall {
        if (request.help()) {
            out.print(HelpScreen.TEXT.stripTrailing());
            return ExitStatus.OK;
        }
        if (request.version()) {
            out.print("ag " + Version.current() + " (commit " + Version.commit() + ")");
            return ExitStatus.OK;
        }
        return switch (request.command()) {
            case RUN -> runPrograms(request);
            case REPL -> around.input().isTerminal() ? converse(request) : runPrograms(request);
            case CHECK -> new CheckCommand(request, around.input().stream(), results(request), out).run();
            case TEST -> new TestCommand(request, around.input().stream(), results(request), out).run();
            case FMT -> new FormatCommand(request, around.input().stream(), results(request), out).run();
            case GRADE -> new GradeCommand(request, around.input().stream(), results(request), out).run();
            case EXPORT -> new ExportCommand(request, around.input().stream(), results(request), out).run();
            case HELP -> help(request);
            case SERVE -> serve(request);
            case JUPYTER -> new NotebookCommands(request, around, out).install();
            case KERNEL -> new NotebookCommands(request, around, out).kernel();
            case LSP -> languageServer(request);
            case COMPLETIONS -> completions(request);
        };
    }

    private ExitStatus runPrograms(Request request) throws WrongCall {
        boolean nothingNamed = request.files().isEmpty() && request.programs().isEmpty();
        if (nothingNamed && around.input().isTerminal()) {
            return converse(request);
        }
        if (request.interactive() && around.input().isTerminal()) {
            return converse(request);
        }
        boolean alsoReads = request.interactive() && !request.files().contains(Programs.STANDARD_INPUT);
        Request complete = nothingNamed || alsoReads ? request.reading(Programs.STANDARD_INPUT) : request;
        return new Run(request.settings(), results(request), out).all(complete, around.input().stream());
    }

    private ResultWriter results(Request request) {
        return new ResultWriter(request.settings(), around, out, error);
    }

    private ExitStatus help(Request request) throws WrongCall {
        if (request.files().isEmpty()) {
            out.print(HelpScreen.TEXT.stripTrailing());
            return ExitStatus.OK;
        }
        Help help = Help.standard();
        boolean colour = request.settings().colour() && around.isColourful(around.output());
        int width = around.output().isTerminal() ? around.columns().getAsInt() : TerminalColumns.USUAL;
        HelpPrinter printer = new HelpPrinter(new Style(colour, around.isUnicode(around.output())), width);
        for (String word : request.files()) {
            if (word.equals(ALL_TOPICS)) {
                out.print(printer.overview(help));
                continue;
            }
            Topic topic = help.topic(word)
                    .orElseThrow(() -> new WrongCall("there is no help on '" + word + "'; "
                            + help.nearest(word)
                                    .map(near -> "did you mean ag help " + near + "?")
                                    .orElse("ag help all lists every topic")));
            out.print(printer.text(topic));
        }
        return ExitStatus.OK;
    }

    private ExitStatus serve(Request request) throws WrongCall {
        if (!request.files().isEmpty()) {
            throw new WrongCall("ag serve takes its programs from the client; leave "
                    + request.files().getFirst() + " out");
        }
        Server.serve(
                around.input().stream(),
                around.output().stream(),
                new Server.Settings(
                        request.settings().sandbox() ? FileAccess.NONE : FileAccess.ALL,
                        request.settings().seed(),
                        around.isUnicode(around.output()),
                        request.settings().quiet()));
        return ExitStatus.OK;
    }

    private ExitStatus languageServer(Request request) throws WrongCall {
        if (!request.files().isEmpty()) {
            throw new WrongCall("ag lsp takes its documents from the editor; leave "
                    + request.files().getFirst() + " out");
        }
        boolean ended =
                LanguageServerProcess.serve(around.input().stream(), around.output().stream(), Version.current());
        return ended ? ExitStatus.OK : ExitStatus.FAILED;
    }

    private ExitStatus completions(Request request) throws WrongCall {
        if (request.files().size() != 1) {
            throw new WrongCall("ag completions needs the name of a shell: bash, zsh or fish");
        }
        out.print(ShellCompletions.of(request.files().getFirst()).stripTrailing());
        return ExitStatus.OK;
    }

    /** Where there is no terminal, what is piped in runs in place of a conversation. */
    private ExitStatus converse(Request request) throws WrongCall {
        List<SourceText> first = new ArrayList<>();
        for (String program : request.programs()) {
            first.add(new SourceText(Programs.IN_THE_CALL, program));
        }
        RunSettings settings = request.settings();
        refuseWhatEndsPrograms(settings);
        try (Goodbye goodbye = new Goodbye(results(request))) {
            for (String file : request.files()) {
                first.add(Programs.read(file, around.input().stream(), settings, goodbye));
            }
        } catch (Programs.Unreadable problem) {
            throw new WrongCall(String.valueOf(problem.getMessage()));
        }
        try {
            Repl.run(new ReplSetup(
                    settings.sandbox() ? FileAccess.NONE : FileAccess.ALL,
                    settings.seed(),
                    settings.colour() && around.isColourful(around.output()),
                    around.isUnicode(around.output()),
                    Version.current(),
                    around.environment(),
                    around.columns(),
                    first));
            return ExitStatus.OK;
        } catch (IOException problem) {
            throw new WrongCall("this terminal cannot be used: " + problem.getMessage());
        }
    }

    /** What would be overheard in a conversation is refused. */
    private static void refuseWhatEndsPrograms(RunSettings settings) throws WrongCall {
        if (settings.nanoseconds() != Long.MAX_VALUE || settings.nodes() != Long.MAX_VALUE || settings.json()) {
            throw new WrongCall("--max-time, --max-nodes and --json are for programs, and this begins a conversation:"
                    + " Ctrl-C ends what runs in it");
        }
    }

    private Style style(boolean colour) {
        return new Style(colour && around.isColourful(around.error()), around.isUnicode(around.error()));
    }
}
