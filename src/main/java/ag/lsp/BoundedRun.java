package ag.lsp;

import ag.lang.interpreter.Interpreter;
import ag.lang.resolve.Effects;
import ag.lang.source.Diagnostic;
import ag.lang.source.ErrorCode;
import ag.lang.source.SourceText;
import ag.lang.source.Span;
import ag.lang.syntax.DerivativeStatement;
import ag.lang.syntax.PictureStatement;
import ag.lang.syntax.PracticeStatement;
import ag.lang.syntax.Statement;
import ag.machine.FileAccess;
import ag.machine.ThisMachine;
import ag.result.DerivativeResult;
import ag.result.Format;
import ag.result.NetworkResult;
import ag.result.Plain;
import ag.result.Result;
import ag.result.print.Style;
import ag.result.print.TextPrinter;
import ag.session.Interruption;
import ag.session.Session;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * What a program gives when it runs for a short time. It touches no file unless that is allowed: statements that would are left out,
 * and so is what needs them, and what stands behind a mistake or beyond the limits.
 *
 * @param said what each statement gives, in a line, by the statement's place
 * @param values what each name stands for at the end
 * @param mistake what ended the program, if it was a mistake of its own
 * @param interpreter knows the names that the program has made
 */
record BoundedRun(List<Said> said, Map<String, String> values, Optional<Diagnostic> mistake, Interpreter interpreter) {
    private static final long NANOSECONDS = TimeUnit.MILLISECONDS.toNanos(400);
    private static final long NODES = 200_000;
    private static final int MOST_GRADIENTS = 100;
    private static final int MOST_SLOPES = 4;
    private static final int LONGEST = 90;
    private static final Format FORMAT = new Format(Format.STANDARD_DIGITS);

    /** What a statement gives. */
    record Said(Span statement, String text) {}

    /** What an empty program gives. */
    static BoundedRun nothing() {
        return new Course(FileAccess.NONE, Interruption.none()).run(List.of());
    }

    static BoundedRun of(Analysis analysis, FileAccess files, Interruption limits) {
        return new Course(files, limits).run(analysis.runnable());
    }

    /** The limits of one run, from now on. */
    static Interruption limits() {
        return Interruption.limits(NANOSECONDS, NODES, System::nanoTime);
    }

    /** A run on its way. */
    private static final class Course {
        private final List<Result> results = new ArrayList<>();
        private final List<Said> said = new ArrayList<>();
        private final Map<String, String> values = new LinkedHashMap<>();
        private final TextPrinter printer = new TextPrinter(Style.PLAIN, FORMAT);
        private final Session session;
        private int gradients;

        Course(FileAccess files, Interruption limits) {
            this.session = new Session(results::add, ThisMachine.host(files), limits);
        }

        BoundedRun run(List<Statement> statements) {
            Optional<Diagnostic> ended = Optional.empty();
            Set<String> missing = new HashSet<>();
            for (Statement statement : statements) {
                Effects effects = Effects.of(statement);
                if (effects.reads().stream().anyMatch(missing::contains)) {
                    missing.addAll(effects.defines());
                    missing.addAll(effects.changes());
                    continue;
                }
                results.clear();
                Optional<Diagnostic> mistake = session.rerun(List.of(statement));
                if (mistake.isPresent() && mistake.get().error() != ErrorCode.NO_FILES) {
                    ended = mistake;
                    break;
                }
                if (mistake.isPresent()) {
                    if (statement instanceof Statement.Import) {
                        // Nothing tells what the file would have defined.
                        break;
                    }
                    missing.addAll(effects.defines());
                    missing.addAll(effects.changes());
                }
                String text = mistake.isPresent() ? "" : said(statement, effects);
                if (!text.isEmpty()) {
                    said.add(new Said(statement.span(), text));
                }
            }
            return new BoundedRun(
                    List.copyOf(said),
                    Map.copyOf(values),
                    ended.filter(problem -> Interruption.ending(problem) == Interruption.Ending.NONE),
                    session.interpreter());
        }

        private String said(Statement statement, Effects effects) {
            List<String> shown = results.stream()
                    .filter(result -> !(result instanceof Result.Note) && !(result instanceof NetworkResult.Progress))
                    .map(printer::text)
                    .flatMap(String::lines)
                    .toList();
            List<String> defined = new ArrayList<>();
            for (String name : effects.changesInputs() ? effects.changes() : effects.defines()) {
                session.definition(name).ifPresent(made -> defined.add(defined(made)));
            }
            String text = shown.isEmpty() ? String.join(", ", defined) : shown.getFirst();
            return shortened(
                    switch (statement) {
                        // What these give is a picture, a table or a walk, of which a line says nothing.
                        case Statement.FunctionDefinition _,
                                PictureStatement.Plot _,
                                PictureStatement.PlotModel _,
                                PictureStatement.Graph _,
                                DerivativeStatement.Trace _,
                                PracticeStatement.Step _,
                                PracticeStatement.Practice _,
                                PracticeStatement.PracticeRule _ -> "";
                        case DerivativeStatement.Derive _, DerivativeStatement.DeriveImplicit _ ->
                            shown.isEmpty() ? text : shown.getLast();
                        default -> text;
                    });
        }

        private String defined(Result.Defined made) {
            String value = FORMAT.text(made.value()).replaceAll("\\s*\n\\s*", " ");
            String text = made.name() + " = " + value;
            if (made.value() instanceof Plain.Described) {
                values.put(made.name(), value);
                return text.equals(made.name() + " = " + made.name()) ? "" : value;
            }
            if (made.role().equals("formula") && made.value() instanceof Plain.Real) {
                text += gradient(made.name());
            }
            values.put(made.name(), text);
            return text;
        }

        private String gradient(String name) {
            if (++gradients > MOST_GRADIENTS) {
                return "";
            }
            results.clear();
            session.run(new SourceText("gradient", "grad " + name));
            return results.stream()
                    .filter(DerivativeResult.Gradient.class::isInstance)
                    .map(DerivativeResult.Gradient.class::cast)
                    .filter(gradient -> gradient.slopes().size() <= MOST_SLOPES)
                    .flatMap(gradient -> gradient.slopes().stream())
                    .map(slope -> "∂/∂" + slope.input() + " = " + FORMAT.text(slope.gradient()))
                    .collect(Collectors.collectingAndThen(
                            Collectors.joining("  "), slopes -> slopes.isEmpty() ? "" : "   " + slopes));
        }

        private static String shortened(String text) {
            String line = text.strip();
            return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
        }
    }
}
