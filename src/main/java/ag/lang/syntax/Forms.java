package ag.lang.syntax;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** How the statements that begin with a word are written, for messages. */
public final class Forms {
    private Forms() {}

    /** The words that statements begin with. */
    public static List<String> words() {
        Stream<String> commands =
                Arrays.stream(CommandWord.values()).map(CommandWord::word).filter(word -> !word.isEmpty());
        return Stream.concat(commands, Stream.of("for", "if")).toList();
    }

    /** The words that can be no names. */
    public static List<String> reserved() {
        return ReservedWords.all();
    }

    /** The words that may stand inside the statement that begins with the word, such as {@code wrt}. */
    public static List<String> clauses(String word) {
        return word.equals("for")
                ? List.of("in")
                : List.copyOf(CommandWord.of(word).clauses().keySet());
    }

    /** An example of the statement that begins with the word; empty where there is none. */
    public static String of(String word) {
        return switch (word) {
            case "let" -> "let a = 2, b = 3";
            case "set" -> "set a = 3, or set digits 10";
            case "grad" -> "grad L, grad L wrt a, b, or grad f at 3";
            case "zero" -> "zero, or zero a, b";
            case "backward" -> "backward L";
            case "check" -> "check L, check L wrt a, b, or check f at 3";
            case "trace" -> "trace L, or trace f at 3 to \"f.html\"";
            case "explain" -> "explain L wrt a, or explain f at 3 to \"f.html\"";
            case "derive" -> "derive L wrt a, derive f, derive f to \"f.tex\", or derive x^2 + y^2 = 25 for dy/dx";
            case "nudge" -> "nudge a by 0.01, or nudge f at 3 by 0.1";
            case "compare" -> "compare L wrt a, or compare f at 3";
            case "suppose" -> "suppose tanh'(x) = 1 { check L }";
            case "guess" -> "guess grad(L, a) = 4";
            case "hint" -> "hint";
            case "show" -> "show";
            case "graph" -> "graph L, graph f at 3, or graph L to \"g.svg\"";
            case "step" -> "step L, or step f at 3 to \"f.html\"";
            case "practice" ->
                "practice L, practice f, practice f at 3, practice chain rule level 2 seed 5, or practice f to"
                        + " \"sheet.html\"";
            case "worksheet" -> "worksheet \"chain rule\" 10 questions seed 7 to \"sheet.html\"";
            case "tangent" -> "tangent f at 2, or tangent x^2 at x = 2";
            case "linearize" -> "linearize f at (1, 2)";
            case "taylor" -> "taylor f at 0 order 5";
            case "limit" -> "limit sin(x)/x as x -> 0, limit f at 2, or limit 1/x as x -> inf";
            case "critical" -> "critical f, or critical f on 0..5, or critical f on x in 0..1, y in 0..2";
            case "extrema" -> "extrema f on 0..5, or extrema f on x in 0..1, y in 0..2";
            case "solve" -> "solve x^2 = 4, solve cos(x) = x for x in 0..5, or solve { x + y = 3; x*y = 2 }";
            case "ode" ->
                "ode y' = -y, y(0) = 1 from 0 to 10, or ode { x' = v; v' = -x; x(0) = 1; v(0) = 0 } from 0 to 10";
            case "plot" ->
                "plot f, tangent f at 2, (2, 4) for x in -3..3, y in -5..5 title \"f\", plot loss of net, or plot"
                        + " boundary of net on d to \"b.svg\"";
            case "explore" -> "explore L to \"page.html\", or explore f at 3 to \"page.html\"";
            case "print" -> "print \"loss\", L";
            case "assert" -> "assert x > 0, or assert x ≈ 1 within 1e-6";
            case "import" -> "import \"file.ag\"";
            case "seed" -> "seed 42";
            case "break" -> "break";
            case "continue" -> "continue";
            case "return" -> "return x^2";
            case "for" -> "for x in v { … }";
            case "while" -> "while condition { … }";
            case "repeat" -> "repeat 10 { … }";
            case "if" -> "if condition { … } else { … }, or as a value: if condition then a else b";
            case "test" -> "test \"name\" { … }";
            case "data" -> "data d = make_moons(n = 100), or data d { 1, 2 -> 3 }";
            case "mlp" -> "mlp net { input 2; layer 16 tanh; layer 1 }";
            case "train" -> "train net on d { loss mse; optimizer sgd(lr = 0.1); epochs 100 }";
            case "minimize" -> "minimize L over a, b { optimizer sgd(lr = 0.1); steps 100 }";
            case "fit" -> "fit y ~ a*x + b over a, b";
            case "save" -> "save net to \"net.ag.json\"";
            case "load" -> "load net from \"net.ag.json\"";
            case "export" -> "export net to \"net.onnx\", or export L to \"l.py\" for jax";
            case "summary" -> "summary net";
            default -> "";
        };
    }
}
