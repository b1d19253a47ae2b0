package ag.session;

import ag.host.Host;
import ag.lang.interpreter.Cell;
import ag.lang.interpreter.Globals;
import ag.lang.interpreter.Language;
import ag.lang.interpreter.Machine;
import ag.lang.interpreter.NameObserver;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.interpreter.UnknownName;
import ag.lang.resolve.Occurrence;
import ag.lang.resolve.Resolution;
import ag.lang.source.AgException;
import ag.lang.source.Diagnostic;
import ag.lang.source.ErrorCode;
import ag.lang.source.SourceText;
import ag.lang.source.Span;
import ag.lang.statements.StandardLanguage;
import ag.lang.syntax.ControlStatement;
import ag.lang.syntax.Parser;
import ag.lang.syntax.Statement;
import ag.lang.syntax.WrittenNames;
import ag.lang.values.Datum;
import ag.lang.values.Stop;
import ag.lang.values.Workspace;
import ag.result.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks for mistakes that show before anything runs: statements that are none, names that nothing defines, blocks with lines that
 * don't belong there. Imported files are read, and their names known; nothing is evaluated.
 */
public final class ProgramCheck {
    private final Machine machine;
    private final StatementCompiler compiler;
    private final Host host;
    private final Set<String> imported = new HashSet<>();
    private final Map<Span, Cell> usedLater = new LinkedHashMap<>();
    private final List<Diagnostic> problems = new ArrayList<>();
    private boolean complete = true;

    private ProgramCheck(Host host, Stop stop) {
        this.host = host;
        Workspace workspace = new Workspace((Result _) -> {}, host, stop);
        Language language = new StandardLanguage();
        this.machine = new Machine(workspace, new Globals(language.library()), (_, _) -> {});
        this.compiler = new StatementCompiler(machine, language);
    }

    /** The mistakes, by their places. */
    public static List<Diagnostic> of(SourceText source, Host host, Stop stop) {
        Parser.Reading reading = Parser.read(source);
        // What statements that are none would have defined is missed below them: more messages there would lead astray.
        int known = reading.broken().stream()
                .mapToInt(broken -> broken.span().start())
                .min()
                .orElse(Integer.MAX_VALUE);
        ProgramCheck check = new ProgramCheck(host, stop);
        check.statements(reading.statements().stream()
                .filter(statement -> statement.span().end() <= known)
                .toList());
        if (reading.broken().isEmpty()) {
            check.usedLater.forEach((span, cell) -> check.requireDefined(cell, span));
        }
        return Stream.concat(reading.problems().stream(), check.problems.stream())
                .filter(problem -> problem.span().source() == source)
                .sorted(Comparator.comparingInt(problem -> problem.span().start()))
                .toList();
    }

    private void statements(List<Statement> statements) {
        for (Statement statement : statements) {
            Seen seen = new Seen();
            machine.names = seen;
            try {
                compiler.compile(statement);
            } catch (AgException problem) {
                if (!isAboutLetters(problem.diagnostic().error())) {
                    problems.add(problem.diagnostic());
                }
                complete &= !runsInTurns(statement);
            }
            if (runsInTurns(statement)) {
                define(statement);
            }
            seen.usedNow.forEach((span, cell) -> requireDefined(cell, span));
            define(statement);
            if (statement instanceof Statement.Import(String path, Span span)) {
                follow(path, span);
            }
        }
    }

    /** Whether what stands below may have happened already: in a loop, an earlier turn defines what a later one reads. */
    private static boolean runsInTurns(Statement statement) {
        return statement instanceof ControlStatement && !(statement instanceof ControlStatement.Leave);
    }

    /** Which letters a formula has, only the run can tell, which gives its name a meaning. */
    private static boolean isAboutLetters(ErrorCode error) {
        return switch (error) {
            case NO_LETTERS, NO_SUCH_LETTER, WHICH_LETTER -> true;
            default -> false;
        };
    }

    /** What a statement defines has a meaning from now on, though none in particular. */
    private void define(Statement statement) {
        for (Occurrence made : Resolution.of(List.of(statement), _ -> true).occurrences()) {
            if (made.isDefinition() && made.symbol().isGlobal()) {
                machine.globals.cell(made.name()).define(new Datum.Nothing(), Cell.Role.CONSTANT, made.span());
            }
        }
    }

    /** A letter without a value makes a formula, or is what is asked for; only the run can tell that it is missing. */
    private static boolean mayBeFree(String name) {
        return WrittenNames.mayBeFree(name.replaceAll("[′″‴]+$", ""));
    }

    private void requireDefined(Cell cell, Span span) {
        if (complete && cell.read() == null && !mayBeFree(cell.name)) {
            problems.add(UnknownName.problem(machine.globals, cell.name, span).diagnostic());
        }
    }

    private void follow(String path, Span span) {
        if (!imported.add(path)) {
            return;
        }
        try {
            statements(Parser.parse(
                    new SourceText(path, host.files().read(path, span, () -> machine.workspace.checkStop(span)))));
        } catch (AgException problem) {
            complete = false;
            problems.add(
                    problem.diagnostic().span().source() == span.source()
                            ? problem.diagnostic()
                            : new Diagnostic(
                                    problem.diagnostic().error(),
                                    path + " has a mistake: "
                                            + problem.diagnostic().message(),
                                    span,
                                    "see: ag check " + path));
        }
    }

    /** The global names of one statement. */
    private final class Seen implements NameObserver {
        private final Map<Span, Cell> usedNow = new LinkedHashMap<>();

        @Override
        public void used(Cell cell, Span span, boolean later) {
            (later ? usedLater : usedNow).put(span, cell);
        }
    }
}
