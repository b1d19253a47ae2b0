package ag.lang.interpreter;

import ag.host.Host;
import ag.lang.source.SourceText;
import ag.lang.statements.StandardLanguage;
import ag.lang.values.Stop;
import ag.lang.values.Workspace;
import ag.result.print.JsonPrinter;
import java.util.ArrayList;
import java.util.List;

/** What a program said, and how many nodes it has left on the tape. */
record Outcome(List<String> lines, int nodes) {
    static Outcome of(String program) {
        return of(program, Machine.TIDY_STEP);
    }

    /** @param tidyStep after how many new nodes those that nothing leads to are dropped */
    static Outcome of(String program, int tidyStep) {
        List<String> lines = new ArrayList<>();
        JsonPrinter json = new JsonPrinter(true);
        Workspace workspace = new Workspace(result -> lines.add(json.line(result)), Host.PLAIN, Stop.NEVER);
        Interpreter interpreter = new Interpreter(workspace, new StandardLanguage());
        interpreter.machine().tidyStep = tidyStep;
        interpreter.run(new SourceText("program.ag", program));
        return new Outcome(lines, workspace.tape().size());
    }

    /** What the last statement said. */
    String last() {
        return lines.getLast().replaceAll(",\"span\":\\{.*", "").replaceAll("\"(name|of|line|column)\":[^,}]*,?", "");
    }
}
