package ag.stress;

import ag.lang.result.Result;
import ag.lang.runtime.Files;
import ag.lang.source.SourceText;
import ag.print.JsonPrinter;
import ag.session.Interruption;
import ag.session.Session;
import java.util.Arrays;

/** Runs programs one after the other in one session and prints what they give: for a JVM with little memory. */
final class SmallMemory {
    private SmallMemory() {}

    @SuppressWarnings("SystemOut") // The test reads it.
    public static void main(String[] programs) {
        JsonPrinter json = new JsonPrinter(true);
        Session session = new Session(
                result -> {
                    if (result instanceof Result.Failed || result instanceof Result.Value) {
                        System.out.println(json.line(result));
                    }
                },
                Files.NONE,
                Interruption.none());
        Arrays.stream(programs).forEach(program -> session.run(new SourceText("entry", program)));
    }
}
