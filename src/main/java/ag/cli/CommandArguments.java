package ag.cli;

import ag.data.RandomSource;
import ag.engine.Elementary;
import ag.spelling.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import joptsimple.OptionException;
import joptsimple.OptionParser;
import joptsimple.OptionSet;

/**
 * Reads the arguments of a call.
 *
 * <p>JOpt Simple takes what stands behind {@code -e} as it is, {@code -exp(2)} too, and costs one or two milliseconds of a start;
 * picocli, whose classes are too old for the JVM's start-up cache, costs over a hundred.
 */
final class CommandArguments {
    /** The JVM and the program itself need about so much. */
    private static final double LEAST_MEMORY = 16 << 20;

    /** Java cannot even set aside more: a terabyte. The launcher ag leaves out what is more than that. */
    private static final double MOST_MEMORY = 1L << 40;

    /** Java itself would read {@code 1d} and {@code 0x1p3} too. */
    private static final Pattern NUMBER = Pattern.compile("([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][0-9]+)?");

    private CommandArguments() {}

    static Request read(String... arguments) throws WrongCall {
        OptionSet options = parse(arguments);
        List<String> words = new ArrayList<>();
        for (Object word : options.nonOptionArguments()) {
            words.add((String) word);
        }
        Command command = words.isEmpty() ? Command.RUN : Command.of(words.getFirst());
        if (!words.isEmpty() && command.word().equals(words.getFirst())) {
            words.removeFirst();
        }
        refuseForeign(options, command);
        refuseEmpty(options);
        return new Request(
                command,
                words,
                values(options, Option.PROGRAM),
                options.has(Option.HELP.word()),
                options.has(Option.VERSION.word()),
                options.has(Option.INTERACTIVE.word()),
                value(options, Option.JUNIT),
                value(options, Option.PYTORCH),
                options.has(Option.CHECK.word()),
                settings(options));
    }

    private static OptionSet parse(String... arguments) throws WrongCall {
        refuseValues(arguments);
        OptionParser parser = new OptionParser(false);
        for (Option option : Option.values()) {
            var accepted = parser.acceptsAll(option.words());
            if (option.takesValue()) {
                accepted.withRequiredArg();
            }
        }
        try {
            return parser.parse(arguments);
        } catch (OptionException wrong) {
            throw problem(wrong.options().getFirst(), arguments);
        }
    }

    private static WrongCall problem(String word, String... arguments) {
        for (Option option : Option.values()) {
            if (option.word().equals(word)) {
                return needsValue(option);
            }
        }
        // A cluster such as -json is refused for its first letter; the message shows what was typed.
        String typed = Arrays.stream(arguments)
                .filter(argument -> argument.startsWith("-" + word) || argument.startsWith("--" + word))
                .findFirst()
                .orElse("-" + word);
        String bare = typed.replaceAll("^-+|=.*$", "");
        List<String> known = Arrays.stream(Option.values()).map(Option::word).toList();
        String near = known.contains(bare) ? bare : Nearest.to(bare, known).orElse("");
        return new WrongCall("unknown option " + typed
                + (near.isEmpty() ? "" : "; did you mean " + Option.of(near).dashed() + "?"));
    }

    private static void refuseForeign(OptionSet options, Command command) throws WrongCall {
        for (Option option : Option.values()) {
            if (options.has(option.word()) && !option.belongsTo(command)) {
                throw new WrongCall(option.dashed() + " means nothing to ag " + command.word());
            }
        }
    }

    /** A program may be empty, no other value. */
    private static void refuseEmpty(OptionSet options) throws WrongCall {
        for (Option option : Option.values()) {
            if (option != Option.PROGRAM && values(options, option).contains("")) {
                throw needsValue(option);
            }
        }
    }

    /** JOpt Simple overhears what stands behind the sign in {@code --json=no}. */
    private static void refuseValues(String... arguments) throws WrongCall {
        boolean isValue = false;
        for (String argument : arguments) {
            if (argument.equals("--") && !isValue) {
                return;
            }
            for (Option option : Option.values()) {
                if (!isValue && !option.takesValue() && argument.startsWith(option.dashed() + "=")) {
                    throw new WrongCall(option.dashed() + " takes no value: " + option.dashed());
                }
            }
            isValue = !isValue && isOptionWithValue(argument);
        }
    }

    private static boolean isOptionWithValue(String argument) {
        return Arrays.stream(Option.values())
                .anyMatch(option -> option.takesValue() && argument.equals(option.dashed()));
    }

    private static WrongCall needsValue(Option option) {
        return new WrongCall(option.dashed() + " needs a value behind it: " + option.dashed() + " " + option.value());
    }

    private static RunSettings settings(OptionSet options) throws WrongCall {
        String seed = value(options, Option.SEED);
        String time = value(options, Option.MAX_TIME);
        String nodes = value(options, Option.MAX_NODES);
        requireMemory(value(options, Option.MAX_MEMORY));
        return new RunSettings(
                options.has(Option.JSON.word()),
                options.has(Option.QUIET.word()),
                options.has(Option.ASCII.word()),
                !options.has(Option.NO_COLOR.word()),
                options.has(Option.SANDBOX.word()),
                seed.isEmpty() ? null : seed(seed),
                time.isEmpty() ? Long.MAX_VALUE : nanoseconds(time),
                nodes.isEmpty() ? Long.MAX_VALUE : count(nodes));
    }

    private static String value(OptionSet options, Option option) {
        List<String> values = values(options, option);
        return values.isEmpty() ? "" : values.getLast();
    }

    private static List<String> values(OptionSet options, Option option) {
        List<String> values = new ArrayList<>();
        for (Object value : options.valuesOf(option.word())) {
            values.add((String) value);
        }
        return values;
    }

    private static long seed(String text) throws WrongCall {
        double seed = number(text);
        if (!(seed <= RandomSource.MAX_SEED) || seed != Elementary.round(seed)) {
            throw new WrongCall(
                    "--seed needs a whole number from 0 to " + RandomSource.MAX_SEED + ", and '" + text + "' is none");
        }
        return (long) seed;
    }

    private static long nanoseconds(String text) throws WrongCall {
        String unit = text.replaceFirst("^[0-9.]+", "").toLowerCase(Locale.ROOT);
        double perUnit = switch (unit) {
            case "ms" -> 1e6;
            case "", "s" -> 1e9;
            case "m", "min" -> 60e9;
            case "h" -> 3600e9;
            default -> 0;
        };
        double nanoseconds = perUnit * number(text.substring(0, text.length() - unit.length()));
        if (!(nanoseconds > 0)) {
            throw new WrongCall("--max-time needs a time such as 500ms, 10s or 2m, and '" + text + "' is none");
        }
        return (long) nanoseconds;
    }

    private static long count(String text) throws WrongCall {
        double count = number(text.replace("_", ""));
        if (!(count >= 1) || count != Elementary.round(count)) {
            throw new WrongCall("--max-nodes needs a whole number such as 1000000, and '" + text + "' is none");
        }
        return (long) count;
    }

    /** The launcher has told the JVM already; here it is seen whether that worked. */
    private static void requireMemory(String text) throws WrongCall {
        if (text.isEmpty()) {
            return;
        }
        double perUnit = text.toLowerCase(Locale.ROOT).endsWith("g") ? 1 << 30 : 1 << 20;
        boolean wellFormed = text.matches("[1-9][0-9]{0,8}[mMgG]");
        double bytes = wellFormed ? perUnit * number(text.substring(0, text.length() - 1)) : 0;
        if (bytes < LEAST_MEMORY || bytes > MOST_MEMORY) {
            throw new WrongCall(
                    "--max-memory needs a size from 16m to 1024g, such as 512m or 4g, and '" + text + "' is none");
        }
        if (Runtime.getRuntime().maxMemory() > bytes) {
            throw new WrongCall(
                    "--max-memory is heard by the launcher ag alone; elsewhere set JDK_JAVA_OPTIONS=-Xmx" + text);
        }
    }

    private static double number(String text) {
        return NUMBER.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
    }
}
