package ag.session;

import static org.assertj.core.api.Assertions.assertThat;

import ag.host.Host;
import ag.lang.source.Diagnostic;
import ag.lang.source.SourceText;
import ag.machine.ThisMachine;
import ag.result.Format;
import ag.result.Result;
import ag.result.print.Style;
import ag.result.print.TextPrinter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A session with something of each kind that a statement can change, and a look at all of it. */
final class Talked {
    static final String BEFORE = """
        let a = 2, b = 3, w = [1, 2, 3]
        k = 10
        z = [1, 2, 3]
        L = a*b + sum(w)^2
        F = if a > 2 then a^2 else b
        r = random() + a
        f(x) = a*x^2
        data d { 0, 1 -> 1; 1, 0 -> 0; 1, 1 -> 1 }
        mlp net { input 2; layer 2 tanh; layer 1; seed 3 }
        train net on d { loss bce_logits; optimizer sgd(lr = 0.1); epochs 2; threads 1 }
        seed 7
        u = random()
        backward L
        7 + a
        """;

    /** Looks at all of it, in the end by what follows and what is drawn next. */
    private static final String LOOK = """
        a; b; w; k; z; L; F; r; f; f(3); u; ans
        a.grad; b.grad; w.grad
        net.parameters; net.losses; net.sound; accuracy(net, d); d.targets
        grad L
        grad tanh(a)
        random(); normal(0, 1)
        log(0)
        set a = 5, w[1] = 7
        L; F; r; f(3)
        backward L
        a.grad; w.grad
        set net.parameters = 2*net.parameters
        net([1, 2])
        seed 1
        F; r; random()
        """;

    private final List<String> said = new ArrayList<>();
    private final TextPrinter printer = new TextPrinter(Style.PLAIN, new Format(17));
    private final Session session;

    Talked(Path folder) {
        Host files = ThisMachine.host((path, _) -> folder.resolve(path));
        session = new Session(this::say, files, Interruption.none());
        session.interpreter().keepAnswer("ans");
        assertThat(run(BEFORE)).isEmpty();
    }

    private void say(Result result) {
        said.add(printer.text(result));
    }

    Optional<Diagnostic> run(String program) {
        return session.run(new SourceText("program", program));
    }

    /** What all of it is now; the look itself changes some of it, so it is taken once. */
    List<String> look() {
        said.clear();
        session.definitions()
                .forEach(defined -> said.add(defined.name() + " " + defined.role() + " "
                        + defined.span().start()));
        LOOK.lines().forEach(line -> run(line).ifPresent(mistake -> said.add(mistake.message())));
        return List.copyOf(said);
    }

    /** What statements have said since the session began. */
    List<String> said() {
        return List.copyOf(said);
    }
}
