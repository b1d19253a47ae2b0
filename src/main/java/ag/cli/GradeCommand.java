package ag.cli;

import ag.lang.source.AgException;
import ag.lang.source.SourceText;
import ag.lang.syntax.Parser;
import ag.lang.syntax.PracticeStatement;
import ag.lang.syntax.Statement;
import ag.result.Result;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** {@code ag grade sheet.ag answers/*.txt}: marks files of answers to the worksheet that a program makes. */
final class GradeCommand {
    private final Request request;
    private final InputStream input;
    private final ResultWriter results;
    private final LineOutput out;

    GradeCommand(Request request, InputStream input, ResultWriter results, LineOutput out) {
        this.request = request;
        this.input = input;
        this.results = results;
        this.out = out;
    }

    ExitStatus run() throws WrongCall {
        List<String> files = request.files();
        if (files.size() < 2) {
            throw new WrongCall("ag grade needs a worksheet and files of answers: ag grade sheet.ag answers/*.txt");
        }
        String sheet = files.getFirst();
        SourceText program;
        try (Goodbye goodbye = new Goodbye(results)) {
            program = Programs.read(sheet, input, request.settings(), goodbye);
        } catch (Programs.Unreadable problem) {
            results.accept(problem.result());
            return problem.status();
        }
        List<PracticeStatement.Worksheet> sheets = new ArrayList<>();
        List<String> before = new ArrayList<>();
        try {
            for (Statement statement : Parser.parse(program)) {
                if (statement instanceof PracticeStatement.Worksheet worksheet) {
                    sheets.add(worksheet);
                } else if (sheets.isEmpty() && isMeaning(statement)) {
                    before.add(statement.span().text());
                }
            }
        } catch (AgException problem) {
            results.accept(
                    new Result.Failed(problem.diagnostic(), problem.diagnostic().span()));
            return ExitStatus.FAILED;
        }
        if (sheets.stream().map(GradeCommand::made).distinct().count() != 1) {
            throw new WrongCall(sheet + " makes " + (sheets.isEmpty() ? "no worksheet" : "several worksheets")
                    + ", and answers are marked for one: worksheet \"chain rule\" 10 questions seed 7");
        }
        String marked = String.join("\n", before)
                + (before.isEmpty() ? "" : "\n")
                + made(sheets.getFirst())
                + files.stream().skip(1).map(GradeCommand::quoted).collect(Collectors.joining(", ", " from ", ""))
                + " to "
                + quoted(sheet.replaceAll("\\.ag$", "") + "-marks.csv");
        return new Run(request.settings(), results, out)
                .all(
                        new Request(
                                Command.RUN,
                                List.of(),
                                List.of(marked),
                                false,
                                false,
                                false,
                                "",
                                "",
                                false,
                                request.settings()),
                        input);
    }

    /** Whether a statement says what a name means, which exercises of one's own may use. */
    private static boolean isMeaning(Statement statement) {
        return statement instanceof Statement.FunctionDefinition
                || statement instanceof Statement.Definition
                || statement instanceof Statement.Let;
    }

    /** The worksheet without the file it is written to. */
    private static String made(PracticeStatement.Worksheet sheet) {
        String tasks = sheet.tasks().stream().map(task -> task.span().text()).collect(Collectors.joining("; "));
        return "worksheet " + quoted(sheet.title())
                + (tasks.isEmpty() ? "" : " { " + tasks + " }")
                + sheet.options().stream()
                        .map(option -> option.name().equals("questions")
                                ? " " + (long) option.value() + " questions"
                                : " " + option.name() + " " + numbers(option))
                        .collect(Collectors.joining());
    }

    private static String numbers(PracticeStatement.RuleOption option) {
        long first = (long) option.value();
        long last = (long) option.last();
        return first == last ? Long.toString(first) : first + ".." + last;
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("{", "\\{") + "\"";
    }
}
