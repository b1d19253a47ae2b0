package ag.lang.statements;

import ag.lang.interpreter.Cell;
import ag.lang.interpreter.Closure;
import ag.lang.interpreter.Code;
import ag.lang.interpreter.Frame;
import ag.lang.interpreter.FunctionCode;
import ag.lang.interpreter.Loops;
import ag.lang.interpreter.Scope;
import ag.lang.interpreter.StatementCompiler;
import ag.lang.ode.OdeSolution;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import ag.lang.syntax.Expr;
import ag.lang.syntax.Parts;
import ag.lang.syntax.SolutionStatement;
import ag.lang.syntax.Statement;
import ag.lang.values.Arguments;
import ag.lang.values.Arithmetic;
import ag.lang.values.Datum;
import ag.lang.values.Kinds;
import ag.lang.values.Lists;
import ag.lang.values.Tensor;
import ag.lang.values.Workspace;
import ag.result.Numerals;
import ag.result.Result;
import ag.result.SolutionResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs {@code ode y' = -k*y, y(0) = 1 from 0 to 10}: names the solution, a function of the time, and shows it as a table. It is what the
 * function {@code ode} gives.
 *
 * @param state what is followed, an entry for each: first an unknown, then its derivatives
 * @param naming gives the unknowns the functions that {@code solved} computes
 * @param table how it is shown; null in loops and functions, where it is not
 */
record OdeStatement(
        List<Entry> state,
        Code solved,
        Code naming,
        @Nullable Table table,
        Span span) implements Code {
    private static final int ROWS = 11;
    private static final int MOST_ROWS = 1000;
    private static final int MOST_COLUMNS = 8;

    /** One of the things that change together: an unknown, or a derivative of one. */
    private record Entry(Expr.Name of, int order, Expr slope) {
        String name() {
            return of.name() + "'".repeat(order);
        }
    }

    /** How the solution is shown. */
    private record Table(
            String letter, Time from, Time to, @Nullable Time by, List<Code> unknowns, Span span) {}

    /** A time as it is written. */
    private record Time(Code code, Span span) {
        double at(Frame frame) {
            Datum time = code.run(frame);
            if (!Arithmetic.isNumber(time)) {
                throw new AgException(
                        ErrorCode.BAD_RANGE, "a time is a number, and this is " + Kinds.article(time), span, "");
            }
            if (Arithmetic.hasHistory(time)) {
                throw new AgException(
                        ErrorCode.HAS_HISTORY,
                        "the times are plain numbers, and this has a history",
                        span,
                        "take it without it: detach(" + span.text().strip() + ")");
            }
            double number = frame.machine.workspace.number(time);
            if (!Double.isFinite(number)) {
                throw new AgException(
                        ErrorCode.BAD_RANGE, "the times are finite numbers", span, "let it go from 0 to 10, say");
            }
            return number;
        }
    }

    static Code compile(SolutionStatement.Ode ode, StatementCompiler compiler, Scope scope) {
        List<Entry> state = state(ode);
        String letter = letter(ode, state, compiler, scope);
        Statement.FunctionDefinition slope = slope(ode, state, letter);
        FunctionCode code = compiler.functions().code(slope, scope);
        Set<Cell> names = new LinkedHashSet<>(code.names());
        List<Code> starts = new ArrayList<>();
        List<Time> times = new ArrayList<>();
        for (Entry entry : state) {
            SolutionStatement.Start start = start(ode, entry);
            starts.add(compiler.expressions().compile(start.value(), scope));
            times.add(time(start.at(), compiler, scope));
            names.addAll(compiler.namesIn(start.value(), scope));
            names.addAll(compiler.namesIn(start.at(), scope));
        }
        for (Expr end : List.of(ode.from(), ode.to())) {
            names.addAll(compiler.namesIn(end, scope));
        }
        boolean nested = scope.isFunction();
        Time from = time(ode.from(), compiler, scope);
        Time to = time(ode.to(), compiler, scope);
        int site = compiler.machine().workspace.site(ode.span());
        Code solved =
                frame -> solve(frame, ode, state, letter, new Pieces(code, nested, starts, times, from, to), site);
        List<Expr.Name> unknowns =
                ode.changing().stream().map(SolutionStatement.Changing::name).toList();
        Code naming = compiler.naming(unknowns, solved, names, ode.span(), scope);
        Table table = null;
        if (!compiler.isNested(scope)) {
            Time by = ode.by() == null ? null : time(ode.by(), compiler, scope);
            table = new Table(
                    letter,
                    from,
                    to,
                    by,
                    unknowns.stream()
                            .map(name -> compiler.machine().globals.cell(name.name()))
                            // What has been named here is looked at; it is not read from the program.
                            .map(named -> (Code) frame -> frame.machine.current(named.read(), named.name, ode.span()))
                            .toList(),
                    ode.by() == null ? ode.span() : ode.by().span());
        }
        return new OdeStatement(state, solved, naming, table, ode.span());
    }

    private static Time time(Expr written, StatementCompiler compiler, Scope scope) {
        return new Time(compiler.expressions().compile(written, scope), written.span());
    }

    // ---- what is written

    private static List<Entry> state(SolutionStatement.Ode ode) {
        List<Entry> state = new ArrayList<>();
        for (SolutionStatement.Changing each : ode.changing()) {
            for (int order = 0; order < each.order(); order++) {
                Expr.Name next = new Expr.Name(
                        each.name().name() + "'".repeat(order + 1), each.name().span());
                state.add(new Entry(each.name(), order, order + 1 < each.order() ? next : each.slope()));
            }
        }
        return state;
    }

    private static SolutionStatement.Start start(SolutionStatement.Ode ode, Entry entry) {
        List<SolutionStatement.Start> found = ode.starts().stream()
                .filter(start -> start.name().name().equals(entry.of.name()) && start.order() == entry.order)
                .toList();
        if (found.size() != 1) {
            throw new AgException(
                    ErrorCode.MISSING_SETTING,
                    "it is not said " + (found.isEmpty() ? "" : "once ") + "what " + entry.name() + " is at the start",
                    found.isEmpty() ? entry.of.span() : found.getLast().name().span(),
                    "add an equation for it: " + entry.name() + "("
                            + ode.from().span().text().strip() + ") = 1");
        }
        return found.getFirst();
    }

    /** What the time is called: as in dy/dx; else t, or x where that has no value and there is no t. */
    private static String letter(
            SolutionStatement.Ode ode, List<Entry> state, StatementCompiler compiler, Scope scope) {
        Expr.Name written = ode.letter();
        if (written != null) {
            return written.name();
        }
        Set<String> names = new LinkedHashSet<>();
        for (SolutionStatement.Changing each : ode.changing()) {
            Parts.each(each.slope(), part -> {
                if (part instanceof Expr.Name(String name, Span _)) {
                    names.add(name);
                }
            });
        }
        state.forEach(entry -> names.remove(entry.of.name()));
        boolean isPlace = names.contains("x")
                && !names.contains("t")
                && scope.slot("x") == null
                && compiler.machine().globals.cell("x").read() == null;
        return isPlace ? "x" : "t";
    }

    private static Statement.FunctionDefinition slope(SolutionStatement.Ode ode, List<Entry> state, String letter) {
        List<Statement.Parameter> parameters = new ArrayList<>();
        parameters.add(new Statement.Parameter(letter, null, ode.span()));
        state.forEach(entry -> parameters.add(new Statement.Parameter(entry.name(), null, entry.of.span())));
        PrimedNames primes = new PrimedNames(ode.changing());
        List<Expr> slopes = state.stream().map(entry -> primes.in(entry.slope)).toList();
        Expr body = slopes.size() == 1 ? slopes.getFirst() : new Expr.Vector(slopes, ode.span());
        return new Statement.FunctionDefinition(
                "(slope)", ode.span(), parameters, new Statement.Formula(body), ode.span());
    }

    // ---- the run

    private record Pieces(
            FunctionCode slope, boolean nested, List<Code> starts, List<Time> times, Time from, Time to) {}

    private static Datum solve(
            Frame frame, SolutionStatement.Ode ode, List<Entry> state, String letter, Pieces pieces, int site) {
        Workspace workspace = frame.machine.workspace;
        double from = pieces.from.at(frame);
        double to = pieces.to.at(frame);
        if (from == to) {
            throw new AgException(
                    ErrorCode.BAD_RANGE,
                    "the solution ends at another time than it begins at",
                    ode.from().span().to(ode.to().span()),
                    "let it end elsewhere: from 0 to 10");
        }
        List<Datum> starts = new ArrayList<>();
        for (int i = 0; i < state.size(); i++) {
            SolutionStatement.Start written = start(ode, state.get(i));
            double at = pieces.times.get(i).at(frame);
            if (at != from) {
                throw new AgException(
                        ErrorCode.BAD_RANGE,
                        state.get(i).name() + " is given at " + letter + " = " + Numerals.rounded(at, 6)
                                + ", and the solution begins at " + Numerals.rounded(from, 6),
                        written.at().span(),
                        "give it where the solution begins; to go back in time let it end before it begins: from 5"
                                + " to 0");
            }
            Datum start = pieces.starts.get(i).run(frame);
            boolean fits = Arithmetic.isNumber(start) || (state.size() == 1 && start instanceof Tensor);
            if (!fits) {
                throw new AgException(
                        ErrorCode.WRONG_TYPE,
                        state.get(i).name() + " starts at a number, and this is " + Kinds.article(start),
                        written.value().span(),
                        "an equation of its own may be in a vector: ode y' = -y, y(0) = [1, 2] from 0 to 1");
            }
            starts.add(start);
        }
        Closure slope =
                new Closure(pieces.slope, frame.machine, pieces.nested || frame.slots.length > 0 ? frame : null);
        Datum start = state.size() == 1 ? starts.getFirst() : Lists.of(workspace, starts);
        OdeSolution solution = OdeSolution.of(workspace, ode.span(), site, slope, state.size() > 1, start, from, to);
        List<Datum> functions = new ArrayList<>();
        for (int i = 0; i < state.size(); i++) {
            if (state.get(i).order == 0) {
                functions.add((state.size() == 1 ? solution : solution.part(i))
                        .named(state.get(i).name(), letter));
            }
        }
        return functions.size() == 1 ? functions.getFirst() : new Datum.Items(functions);
    }

    @Override
    public Datum run(Frame frame) {
        double[] times = table == null ? new double[0] : times(frame, table);
        naming.run(frame);
        if (table != null) {
            frame.machine.workspace.show(frame.machine.workspace.trying(() -> shown(frame, table, times)));
        }
        return Loops.NOTHING;
    }

    // ---- the table

    private static double[] times(Frame frame, Table table) {
        double from = table.from.at(frame);
        double to = table.to.at(frame);
        double by = (to - from) / (ROWS - 1);
        int rows = ROWS;
        if (table.by != null) {
            by = table.by.at(frame);
            double count = (to - from) / by;
            if (!(count > 0) || count > MOST_ROWS) {
                throw new AgException(
                        ErrorCode.BAD_RANGE,
                        count > 0
                                ? "the table would have more than " + MOST_ROWS + " rows"
                                : "by this the end is not reached",
                        table.span,
                        "it is how far the rows of the table are apart");
            }
            rows = (int) (count * (1 + 1e-12)) + 1;
        }
        double[] times = new double[rows];
        for (int i = 0; i < rows; i++) {
            times[i] = table.by == null && i == rows - 1 ? to : from + by * i;
        }
        return times;
    }

    private Result shown(Frame frame, Table table, double[] times) {
        Workspace workspace = frame.machine.workspace;
        List<OdeSolution> unknowns = table.unknowns.stream()
                .map(code -> (OdeSolution) code.run(frame))
                .toList();
        OdeSolution first = unknowns.getFirst();
        List<String> names = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        for (double time : times) {
            Datum point = first.part(-1).call(workspace, Arguments.of(span, workspace.site(span), new Datum.Num(time)));
            rows.add(
                    point instanceof Tensor all ? workspace.shown(all).clone() : new double[] {workspace.shown(point)});
        }
        int count = rows.getFirst().length;
        for (int i = 0; i < count; i++) {
            names.add(state.size() == count ? state.get(i).name() : first.name() + "[" + i + "]");
        }
        List<String> remarks = new ArrayList<>();
        if (count > MOST_COLUMNS) {
            remarks.add((count - MOST_COLUMNS) + " more of the " + count + " numbers are not shown");
            names = names.subList(0, MOST_COLUMNS);
            rows.replaceAll(row -> Arrays.copyOf(row, MOST_COLUMNS));
        }
        remarks.add(unknowns.stream()
                        .map(OdeSolution::signature)
                        .reduce((a, b) -> a + ", " + b)
                        .orElse("")
                + (unknowns.size() == 1 ? " is a function now" : " are functions now") + ", from " + table.letter
                + " = " + Numerals.rounded(first.begin(), 6) + " to " + Numerals.rounded(first.end(), 6) + "; "
                + first.steps() + (first.steps() == 1 ? " step" : " steps")
                + (first.stiffSteps() == 0
                        ? ""
                        : ", " + first.stiffSteps() + " of them by the method for stiff equations"));
        return new SolutionResult.Followed(table.letter, names, times, rows, first.steps(), remarks, span);
    }
}
