package ag.session;

import ag.lang.builtins.Builtin;
import ag.lang.source.Diagnostic;
import ag.lang.source.SourceText;
import ag.machine.FileAccess;
import ag.machine.ThisMachine;
import ag.result.Format;
import ag.result.Plain;
import ag.result.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A session for tests: what statements answer, as text with all digits, and the mistake that ended the last one. */
final class Answers {
    private final List<Result> results = new ArrayList<>();
    private final Session session = new Session(results::add, ThisMachine.host(FileAccess.NONE), Interruption.none());

    /** A session that has run a program, which must be right. */
    static Answers after(String program) {
        Answers answers = new Answers();
        answers.run(program);
        return answers;
    }

    /** Runs a program, which must be right. */
    void run(String program) {
        mistake(program).ifPresent(mistake -> {
            throw new AssertionError(mistake.message() + " in: " + program);
        });
    }

    /** Runs a program, and gives the mistake that ended it. */
    Optional<Diagnostic> mistake(String program) {
        results.clear();
        return session.run(new SourceText("test", program));
    }

    /** The value of an expression, with all its digits. */
    String value(String expression) {
        run(expression);
        return values().getLast();
    }

    /** The values that the last program showed. */
    List<String> values() {
        return results.stream()
                .filter(Result.Value.class::isInstance)
                .map(result -> text(((Result.Value) result).value()))
                .toList();
    }

    /** What the last program showed. */
    List<Result> results() {
        return List.copyOf(results);
    }

    /** The texts of the notes of the last program. */
    List<String> notes() {
        return results.stream()
                .filter(Result.Note.class::isInstance)
                .map(result -> ((Result.Note) result).text())
                .toList();
    }

    /** The functions of the language that are rows of its library. */
    List<Builtin> library() {
        return session.interpreter().library().names().values().stream()
                .filter(Builtin.class::isInstance)
                .map(Builtin.class::cast)
                .toList();
    }

    private static String text(Plain plain) {
        return new Format(17).text(plain).replace("\n", "");
    }
}
