package ag.assist;

import ag.help.Help;
import ag.help.HelpPrinter;
import ag.lang.interpreter.Interpreter;
import ag.result.Format;
import ag.result.Result;
import ag.result.print.Style;
import ag.result.print.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells what a name means: what the program made of it, and what the help says. */
public final class Inspector {
    private static final int WIDTH = 90;

    private final Supplier<Help> help;

    /** @param help asked for only where a topic is wanted, since making it takes a moment */
    public Inspector(Supplier<Help> help) {
        this.help = help;
    }

    /**
     * The name at the cursor, in it or right behind it; empty where there is none.
     *
     * @param cursor a place in the text, in units of UTF-16
     */
    public static String nameAt(String text, int cursor) {
        int start = Math.min(Math.max(cursor, 0), text.length());
        int end = start;
        while (start > 0 && WordAtCursor.isPartOfName(text.charAt(start - 1))) {
            start--;
        }
        while (end < text.length() && WordAtCursor.isPartOfName(text.charAt(end))) {
            end++;
        }
        String name = text.substring(start, end);
        return name.isEmpty() || Character.isDigit(name.charAt(0)) ? "" : name;
    }

    /**
     * What there is to say about a name, in lines.
     *
     * @param own what the name stands for in the program; empty where the program has not defined it
     * @return empty where nothing is known
     */
    public Optional<String> about(String name, Interpreter interpreter, Optional<Result.Defined> own, Format format) {
        List<String> parts = new ArrayList<>();
        own.ifPresent(defined -> parts.add(
                interpreter.signature(name).filter(form -> form.contains("(")).orElse(name) + " is yours: "
                        + defined.role() + " " + Visible.lines(format.text(defined.value())) + "\ndefined in "
                        + Visible.of(defined.span().source().name()) + ", line "
                        + defined.span().line()));
        if (own.isEmpty()) {
            help.get().topic(name).ifPresent(topic -> parts.add(new HelpPrinter(Style.PLAIN, WIDTH).text(topic)));
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("\n\n", parts));
    }
}
