package ag.lsp;

import ag.lang.source.Diagnostic;
import ag.lang.source.SourceText;
import ag.lang.syntax.DerivativeStatement;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Statement;
import ag.machine.FileAccess;
import ag.machine.ThisMachine;
import ag.result.Format;
import ag.result.Result;
import ag.result.print.DiagnosticPrinter;
import ag.result.print.Style;
import ag.result.print.TextPrinter;
import ag.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.Command;

/** What a document's formulas and functions can be shown as: their derivation and their graph. Each is a command of the server. */
record DocumentViews(FileAccess files) {
    /** The commands, and the statement each stands for. */
    enum View {
        DERIVATION("ag.showDerivation", "show derivation", "derive "),
        GRAPH("ag.showGraph", "show graph", "graph ");

        private final String command;
        private final String title;
        private final String statement;

        View(String command, String title, String statement) {
            this.command = command;
            this.title = title;
            this.statement = statement;
        }

        String command() {
            return command;
        }

        static Optional<View> of(String command) {
            for (View view : values()) {
                if (view.command.equals(command)) {
                    return Optional.of(view);
                }
            }
            return Optional.empty();
        }
    }

    /** The views of a statement: those of the name it makes. */
    private static List<Command> commands(String uri, Statement statement) {
        return switch (statement) {
            case Statement.FunctionDefinition made
            when made.parameters().size() == 1 -> List.of(command(View.DERIVATION, uri, made.name()));
            case Statement.Definition made when made.value() instanceof Expr.NumberLiteral -> List.of();
            case Statement.Definition made ->
                List.of(command(View.DERIVATION, uri, made.name()), command(View.GRAPH, uri, made.name()));
            case DerivativeStatement.Grad grad ->
                List.of(
                        command(View.DERIVATION, uri, grad.of().span().text()),
                        command(View.GRAPH, uri, grad.of().span().text()));
            default -> List.of();
        };
    }

    private static Command command(View view, String uri, String of) {
        return new Command(view.title, view.command, List.of(uri, of));
    }

    static List<CodeLens> lenses(Analysis analysis) {
        List<CodeLens> lenses = new ArrayList<>();
        for (Statement statement : analysis.statements()) {
            for (Command command : commands(analysis.uri(), statement)) {
                lenses.add(new CodeLens(Positions.of(statement.span()), command, null));
            }
        }
        return lenses;
    }

    static List<CodeAction> actions(Analysis analysis, int offset) {
        return analysis.statementAt(offset).stream()
                .flatMap(statement -> commands(analysis.uri(), statement).stream())
                .map(command -> {
                    CodeAction action = new CodeAction(
                            command.getTitle() + " of " + command.getArguments().getLast());
                    action.setKind(CodeActionKind.Empty);
                    action.setCommand(command);
                    return action;
                })
                .toList();
    }

    /** The view as lines of text: the program runs within limits, then the view's statement. */
    String text(Analysis analysis, View view, String of) {
        List<Result> results = new ArrayList<>();
        Session session = new Session(results::add, ThisMachine.host(files), BoundedRun.limits());
        for (Statement statement : analysis.runnable()) {
            session.rerun(List.of(statement));
        }
        results.clear();
        Optional<Diagnostic> mistake = session.run(new SourceText("view", view.statement + of));
        TextPrinter printer = new TextPrinter(Style.PLAIN, new Format(Format.STANDARD_DIGITS));
        return mistake.map(problem -> new DiagnosticPrinter(Style.PLAIN).print(problem.message(), problem.hint()))
                .orElseGet(() -> results.stream().map(printer::text).collect(Collectors.joining("\n")));
    }
}
