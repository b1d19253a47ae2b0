package ag.repl;

import ag.help.Help;
import ag.help.HelpPrinter;
import ag.help.Topic;
import ag.result.Result;
import ag.result.print.Style;
import ag.result.print.Visible;
import ag.result.print.Wrapped;
import ag.spelling.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Does {@code :help}: the commands, a topic of the language, or a name of the program. */
final class HelpCommand {
    private static final String ALL = "all";

    private final Conversation conversation;
    private final Workbench bench;
    /** Null until it is asked for: a start should not wait for it. */
    private @Nullable Help help;

    HelpCommand(Conversation conversation, Workbench bench) {
        this.conversation = conversation;
        this.bench = bench;
    }

    /** Explains a topic; the commands where it is empty. */
    void run(String topic) {
        Style style = conversation.preferences().style();
        HelpPrinter printer = new HelpPrinter(style, conversation.width());
        if (topic.isEmpty()) {
            conversation.print(table(List.of(ReplCommand.values())) + "\n\n"
                    + printer.overview(help(), Topic.Kind.STATEMENT) + "\n"
                    + style.dim(":help all lists every topic"));
        } else if (topic.equals(ALL)) {
            conversation.print(printer.overview(help()));
        } else if (topic.startsWith(":")) {
            command(topic.substring(1));
        } else {
            boolean own = own(topic);
            help().topic(topic).ifPresentOrElse(found -> conversation.print(printer.text(found)), () -> {
                if (!own) {
                    unknown(topic);
                }
            });
        }
    }

    private Help help() {
        if (help == null) {
            help = Help.standard();
        }
        return help;
    }

    private void command(String word) {
        ReplCommand.of(word)
                .ifPresentOrElse(
                        command -> conversation.print(table(List.of(command))),
                        () -> conversation.complain(
                                "unknown command :" + word,
                                Commands.nearest(word, ReplCommand.words(), ":", "see :help")));
    }

    /** Says what a name of the program stands for; false where it is none. */
    private boolean own(String name) {
        Optional<Result.Defined> own = bench.definition(name);
        own.ifPresent(
                defined -> conversation.print(conversation.preferences().style().strong(name) + " is yours: "
                        + defined.role() + " "
                        + Visible.of(conversation.preferences().format().text(defined.value()))));
        return own.isPresent();
    }

    private void unknown(String topic) {
        List<String> known = new ArrayList<>(List.of(ALL));
        help().topics().forEach(each -> known.add(each.name()));
        Arrays.stream(ReplCommand.values()).forEach(command -> known.add(":" + command.word()));
        conversation.complain(
                "there is no help on '" + topic + "'",
                Nearest.to(topic, known)
                        .map(near -> "did you mean :help " + near + "?")
                        .orElse(":help lists statements and commands, :help all every topic"));
    }

    /** Each command with what it does beside it or, on a narrow screen, below. */
    private String table(List<ReplCommand> commands) {
        int forms = commands.stream()
                .mapToInt(command -> form(command).length())
                .max()
                .orElse(0);
        boolean beside = conversation.width() >= 3 * forms;
        String indent = " ".repeat(beside ? forms + 2 : 4);
        return commands.stream()
                .map(command -> {
                    String help = Wrapped.text(command.help(), indent, conversation.width());
                    String form = form(command);
                    return beside ? form + help.substring(form.length()) : form + "\n" + help;
                })
                .collect(Collectors.joining("\n"));
    }

    private static String form(ReplCommand command) {
        return (":" + command.word() + " " + command.argument()).strip();
    }
}
