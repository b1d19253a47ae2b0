package ag.repl;

import ag.lang.source.SourceText;
import ag.lang.source.Span;
import ag.lang.syntax.Lexeme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** Colours an entry while it is typed: its pieces by what they are, a name by what it stands for, and brackets that match. */
final class EntryHighlighter {
    private static final AttributedStyle PLAIN = AttributedStyle.DEFAULT;
    private static final AttributedStyle UNKNOWN =
            PLAIN.foreground(AttributedStyle.RED).underline();
    private static final AttributedStyle COMMAND =
            PLAIN.foreground(AttributedStyle.MAGENTA).bold();
    private static final AttributedStyle FUNCTION = PLAIN.foreground(AttributedStyle.BLUE);
    private static final AttributedStyle MATCH = PLAIN.bold().underline();

    private final Function<String, Optional<String>> roles;

    /** @param roles what a name stands for, such as {@code input}; empty where it stands for nothing */
    EntryHighlighter(Function<String, Optional<String>> roles) {
        this.roles = roles;
    }

    /** The entry in colours, with the cursor before the character of this number. */
    AttributedString highlight(String entry, int cursor) {
        if (entry.stripLeading().startsWith(":")) {
            return command(entry, cursor);
        }
        List<Lexeme> lexemes = Lexeme.of(new SourceText("", entry));
        Set<String> own = new HashSet<>();
        for (Lexeme lexeme : lexemes) {
            if (lexeme.kind() == Lexeme.Kind.DEFINED) {
                own.add(lexeme.text());
            }
        }
        AttributedStyle[] styles = new AttributedStyle[entry.length()];
        Arrays.fill(styles, PLAIN);
        EntryNames names = new EntryNames(name -> own.contains(name) ? Optional.of("own") : roles.apply(name), lexemes);
        for (int i = 0; i < lexemes.size(); i++) {
            Lexeme lexeme = lexemes.get(i);
            fill(styles, lexeme.span(), style(lexeme));
            boolean beingTyped = lexeme.span().end() == cursor;
            boolean certain = lexeme.kind() == Lexeme.Kind.NAME && !beingTyped;
            if (lexeme.kind() == Lexeme.Kind.NAME) {
                names.of(i).forEach(part -> fill(styles, part.at(), style(part, certain)));
            }
        }
        matching(lexemes, cursor).forEach(bracket -> fill(styles, bracket.span(), MATCH));
        AttributedStringBuilder coloured = new AttributedStringBuilder(entry.length());
        for (int i = 0; i < entry.length(); i++) {
            coloured.style(styles[i]).append(entry.charAt(i));
        }
        return coloured.toAttributedString();
    }

    /** A command is bold where there is one of this name; behind {@code :time} stands a program. */
    private AttributedString command(String entry, int cursor) {
        int colon = entry.indexOf(':');
        int end = colon + 1;
        while (end < entry.length() && Character.isLetter(entry.charAt(end))) {
            end++;
        }
        Optional<ReplCommand> command = ReplCommand.of(entry.substring(colon + 1, end));
        AttributedStringBuilder coloured = new AttributedStringBuilder(entry.length());
        coloured.styled(command.isPresent() ? PLAIN.bold() : PLAIN, entry.substring(0, end));
        String rest = entry.substring(end);
        if (command.filter(ReplCommand.TIME::equals).isPresent()) {
            coloured.append(highlight(rest, cursor - end));
        } else {
            coloured.append(rest);
        }
        return coloured.toAttributedString();
    }

    private AttributedStyle style(Lexeme lexeme) {
        return switch (lexeme.kind()) {
            case NUMBER -> PLAIN.foreground(AttributedStyle.CYAN);
            case TEXT -> PLAIN.foreground(AttributedStyle.GREEN);
            case COMMAND, KEYWORD -> COMMAND;
            case CLAUSE -> PLAIN.foreground(AttributedStyle.MAGENTA);
            case OPERATOR -> FUNCTION;
            case COMMENT -> PLAIN.faint();
            case STRANGE -> UNKNOWN;
            case TENTATIVE, DEFINED -> name(lexeme.text());
            case NAME, PART, OPENING, CLOSING, SIGN -> PLAIN;
        };
    }

    private AttributedStyle style(EntryNames.Part part, boolean certain) {
        return switch (part.standing()) {
            case KNOWN -> name(part.name());
            case LETTER -> PLAIN;
            case DIFFERENTIAL -> FUNCTION;
            case UNKNOWN -> certain ? UNKNOWN : PLAIN;
        };
    }

    private AttributedStyle name(String name) {
        return switch (roles.apply(name).orElse("")) {
            case "function" -> FUNCTION;
            case "input" -> PLAIN.foreground(AttributedStyle.YELLOW);
            case "model", "data set" -> PLAIN.bold();
            default -> PLAIN;
        };
    }

    /** The bracket that the cursor stands on or behind, and its partner; nothing where there are not both. */
    private static List<Lexeme> matching(List<Lexeme> lexemes, int cursor) {
        List<Lexeme> open = new ArrayList<>();
        List<Lexeme> found = List.of();
        for (Lexeme lexeme : lexemes) {
            switch (lexeme.kind()) {
                case OPENING -> open.add(lexeme);
                case CLOSING -> {
                    if (!open.isEmpty()) {
                        Lexeme partner = open.removeLast();
                        boolean behind = cursor == lexeme.span().end()
                                || cursor == partner.span().end();
                        boolean on = cursor == lexeme.span().start()
                                || cursor == partner.span().start();
                        if (areAPair(partner, lexeme) && (behind || (on && found.isEmpty()))) {
                            found = List.of(partner, lexeme);
                        }
                    }
                }
                default -> {}
            }
        }
        return found;
    }

    private static boolean areAPair(Lexeme opening, Lexeme closing) {
        return "([{".indexOf(opening.text()) == ")]}".indexOf(closing.text());
    }

    private static void fill(AttributedStyle[] styles, Span at, AttributedStyle style) {
        Arrays.fill(styles, at.start(), at.end(), style);
    }
}
