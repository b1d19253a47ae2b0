package ag.stress;

import ag.lang.source.SourceText;
import ag.machine.FileAccess;
import ag.machine.ThisMachine;
import ag.result.Format;
import ag.result.Result;
import ag.result.print.JsonPrinter;
import ag.session.Interruption;
import ag.session.Session;

/** Runs programs one after the other in one session and prints what they give: for a JVM with little memory. */
final class Entries {
    /** Instead of a program: prints what the names stand for. */
    static final String DEFINITIONS = ":vars";

    private Entries() {}

    @SuppressWarnings("SystemOut") // The test reads it.
    public static void main(String[] programs) {
        JsonPrinter json = new JsonPrinter(true);
        Format format = new Format(Format.STANDARD_DIGITS);
        Session session = new Session(
                result -> {
                    switch (result) {
                        case Result.Printed printed -> System.out.println(printed.text());
                        case Result.Failed failed -> System.out.println(json.line(failed));
                        case Result.Value value -> System.out.println(json.line(value));
                        default -> {}
                    }
                },
                ThisMachine.host(FileAccess.NONE),
                Interruption.none());
        for (String program : programs) {
            if (program.equals(DEFINITIONS)) {
                session.definitions()
                        .forEach(defined -> System.out.println(defined.name() + " = " + format.text(defined.value())));
            } else {
                session.run(new SourceText("entry", program));
            }
        }
    }
}
