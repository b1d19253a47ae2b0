package ag.repl;

import ag.assist.FileSuggestions;
import ag.assist.Suggestion;
import ag.assist.WordAtCursor;
import ag.help.Help;
import ag.help.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What can stand in a command with a colon. */
record CommandSuggestions(Supplier<Help> help, FileSuggestions files) {
    List<Suggestion> of(WordAtCursor word) {
        String[] before = word.before().strip().split("\\s+");
        if (word.before().isBlank()) {
            return commands("");
        }
        Optional<ReplCommand> command = ReplCommand.of(before[0].substring(1));
        if (command.isEmpty()) {
            return List.of();
        }
        return switch (command.get()) {
            case HELP -> before.length == 1 ? topics() : List.of();
            case LOAD, SAVE -> before.length == 1 ? files.of(word.text()) : List.of();
            case SET -> settings(before);
            case VARS, LIST, EDIT, UNDO, RESET, TIME, QUIT -> List.of();
        };
    }

    private static List<Suggestion> commands(String group) {
        return Arrays.stream(ReplCommand.values())
                .map(command -> new Suggestion(
                        ":" + command.word(),
                        ":" + command.word(),
                        group,
                        command.help(),
                        !command.argument().isEmpty()))
                .toList();
    }

    private List<Suggestion> topics() {
        List<Suggestion> topics = new ArrayList<>();
        for (Topic topic : help.get().topics()) {
            topics.add(new Suggestion(topic.name(), topic.name(), "topics", topic.summary()));
        }
        topics.addAll(commands("commands"));
        return topics;
    }

    private static List<Suggestion> settings(String[] before) {
        if (before.length == 1) {
            return Arrays.stream(Setting.values())
                    .map(setting -> Suggestion.leading(setting.word(), "settings", setting.help()))
                    .toList();
        }
        return before.length > 2
                ? List.of()
                : Setting.of(before[1]).stream()
                        .flatMap(setting -> setting.examples().stream())
                        .map(value -> new Suggestion(value, value, "values", ""))
                        .toList();
    }
}
