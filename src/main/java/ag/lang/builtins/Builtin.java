package ag.lang.builtins;

import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.values.Arguments;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.lang.values.Workspace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A function of the language itself: a row of its library.
 *
 * @param parameters as in a signature: {@code v}, {@code n = 100} for one that may be left out, {@code values...} for any number
 * @param help one line, in a newcomer's words
 * @param example a call that can be run; empty where none fits on a line
 * @param goesThroughItems see {@link Callable#goesThroughItems()}
 * @param needsNoHistory see {@link Callable#needsNoHistory()}
 * @param chance whether calling it twice may give two different things
 */
public record Builtin(
        String name,
        List<String> parameters,
        String help,
        String example,
        boolean goesThroughItems,
        boolean needsNoHistory,
        Chance chance,
        Body body)
        implements Callable {
    public Builtin {
        parameters = List.copyOf(parameters);
    }

    /** Whether a function draws from the session's random numbers. */
    public enum Chance {
        NEVER,
        /** It takes a seed, and draws where it is not given one. */
        WITHOUT_SEED,
        ALWAYS
    }

    /** What it does. */
    @FunctionalInterface
    public interface Body {
        Datum run(Call call);
    }

    /** A row of the library; the parameters are given as in a signature. */
    public static Builtin of(String name, String parameters, String help, String example, Body body) {
        List<String> all = parameters.isEmpty() ? List.of() : List.of(parameters.split(", ", -1));
        Chance chance = all.contains("seed?") ? Chance.WITHOUT_SEED : Chance.NEVER;
        return new Builtin(name, all, help, example, false, false, chance, body);
    }

    /** The same function, which in {@code f(v for …)} takes each v for itself. */
    Builtin goingThroughItems() {
        return new Builtin(name, parameters, help, example, true, needsNoHistory, chance, body);
    }

    /** The same function, which moves things about and takes no derivatives. */
    Builtin needingNoHistory() {
        return new Builtin(name, parameters, help, example, goesThroughItems, true, chance, body);
    }

    /** The same row of a function that draws a random number whenever it is called. */
    Builtin drawing() {
        return new Builtin(name, parameters, help, example, goesThroughItems, needsNoHistory, Chance.ALWAYS, body);
    }

    @Override
    public String signature() {
        return name + "(" + String.join(", ", parameters) + ")";
    }

    @Override
    public int arity() {
        return isVariadic() || parameters.stream().anyMatch(Builtin::isOptional) ? -1 : parameters.size();
    }

    @Override
    public Datum call(Workspace workspace, Arguments arguments) {
        return body.run(new Call(this, workspace, arguments, arranged(arguments)));
    }

    private boolean isVariadic() {
        return !parameters.isEmpty() && parameters.getLast().endsWith("...");
    }

    private static boolean isOptional(String parameter) {
        return parameter.contains("=") || parameter.endsWith("...") || parameter.endsWith("?");
    }

    private static String nameOf(String parameter) {
        int end = parameter.indexOf(' ');
        return (end < 0 ? parameter : parameter.substring(0, end))
                .replace("...", "")
                .replace("?", "");
    }

    /** For each parameter the number of its argument, or -1; arguments beyond follow in order. */
    private int[] arranged(Arguments arguments) {
        int count = arguments.count();
        if (!isVariadic() && count > parameters.size()) {
            throw wrongCount(arguments);
        }
        int[] arranged = new int[Math.max(count, parameters.size())];
        Arrays.fill(arranged, -1);
        @Nullable String @Nullable [] names = arguments.names();
        int position = 0;
        for (int i = 0; i < count; i++) {
            String name = names == null ? null : names[i];
            int at = name == null ? position++ : indexOf(name, arguments, i);
            if (arranged[at] >= 0) {
                throw arguments.problem(
                        i,
                        ErrorCode.REPEATED_ARGUMENT,
                        "'" + nameOf(parameters.get(at)) + "' is given twice",
                        "write: " + signature());
            }
            arranged[at] = i;
        }
        for (int at = 0; at < parameters.size(); at++) {
            if (arranged[at] < 0 && !isOptional(parameters.get(at))) {
                throw wrongCount(arguments);
            }
        }
        return arranged;
    }

    private int indexOf(String name, Arguments arguments, int argument) {
        List<String> names = new ArrayList<>();
        for (String parameter : parameters) {
            names.add(nameOf(parameter));
        }
        int at = names.indexOf(name);
        if (at < 0) {
            throw arguments.problem(
                    argument,
                    ErrorCode.UNKNOWN_ARGUMENT,
                    this.name + " has no argument '" + name + "'",
                    "write: " + signature());
        }
        return at;
    }

    private AgException wrongCount(Arguments arguments) {
        return new AgException(
                ErrorCode.WRONG_CALL,
                this.name + " is called with " + plural(arguments.count()),
                arguments.span(),
                "write: " + signature());
    }

    public static String plural(int count) {
        return count == 0 ? "no arguments" : count == 1 ? "1 argument" : count + " arguments";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Builtin builtin && builtin.name.equals(name);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name);
    }
}
