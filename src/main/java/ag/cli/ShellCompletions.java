package ag.cli;

import ag.help.Help;
import ag.help.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Scripts that make a shell complete calls of {@code ag}, from the tables of commands and options. */
final class ShellCompletions {
    private static final String SHELLS = "bash zsh fish";

    /** What no shell takes for a sign of its own. */
    private static final Pattern WORD = Pattern.compile("\\w+");

    private ShellCompletions() {}

    /** The script for a shell. */
    static String of(String shell) throws WrongCall {
        return switch (shell) {
            case "bash" -> bash();
            case "zsh" -> zsh();
            case "fish" -> fish();
            default -> throw new WrongCall("there are completions for bash, zsh and fish, not for " + shell);
        };
    }

    private static String bash() {
        String cases = Arrays.stream(Command.values())
                .map(command -> "        %s) options=\"%s\" ;;\n"
                        .formatted(
                                command.word(),
                                dashed(command) + (names(command).isEmpty() ? "" : "\" words=\"" + names(command))))
                .collect(Collectors.joining());
        return """
            # Completion of ag for bash. Put into ~/.bashrc: eval "$(ag completions bash)"
            _ag() {
                local word=${COMP_WORDS[COMP_CWORD]} command=${COMP_WORDS[1]} options words
                case $command in
            %s        *) options="%s" ;;
                esac
                if [[ $word == -* ]]; then
                    COMPREPLY=($(compgen -W "$options" -- "$word"))
                elif [[ -n $words ]] && ((COMP_CWORD > 1)); then
                    COMPREPLY=($(compgen -W "$words" -- "$word"))
                else
                    COMPREPLY=($(compgen -f -- "$word"))
                    if ((COMP_CWORD == 1)); then
                        COMPREPLY+=($(compgen -W "%s" -- "$word"))
                    fi
                fi
            }
            complete -o filenames -F _ag ag
            """.formatted(cases, dashed(Command.RUN), words());
    }

    private static String zsh() {
        String commands = Arrays.stream(Command.values())
                .map(command -> "        '%s:%s'\n".formatted(command.word(), inZsh(command.help())))
                .collect(Collectors.joining());
        String cases = Arrays.stream(Command.values())
                .map(command -> "        %s)\n            options=(%s) ;;\n"
                        .formatted(
                                command.word(),
                                options(command).stream()
                                        .map(option -> "'%s[%s]%s'"
                                                .formatted(
                                                        option.dashed(),
                                                        inZsh(option.help()),
                                                        option.takesValue() ? ":" + option.value() + ":_files" : ""))
                                        .collect(Collectors.joining(" "))))
                .collect(Collectors.joining());
        return """
            #compdef ag
            # Completion of ag for zsh. Put into ~/.zshrc, behind compinit: eval "$(ag completions zsh)"
            _ag() {
                local -a commands options
                commands=(
            %s    )
                case ${words[2]} in
            %s        *)
                        options=(%s) ;;
                esac
                if ((CURRENT > 2)) && [[ ${words[2]} == completions ]]; then
                    compadd -- %s
                elif ((CURRENT > 2)) && [[ ${words[2]} == help ]]; then
                    compadd -- %s
                elif ((CURRENT == 2)) && [[ ${words[2]} != -* ]]; then
                    _describe command commands
                    _files
                else
                    _arguments $options '*:file:_files'
                fi
            }
            compdef _ag ag
            """.formatted(
                        commands,
                        cases,
                        options(Command.RUN).stream()
                                .map(option -> "'" + option.dashed() + "[" + inZsh(option.help()) + "]'")
                                .collect(Collectors.joining(" ")),
                        names(Command.COMPLETIONS),
                        names(Command.HELP));
    }

    private static String fish() {
        StringBuilder script = new StringBuilder("""
            # Completion of ag for fish. Put it into a file: ag completions fish > ~/.config/fish/completions/ag.fish
            """);
        for (Command command : Command.values()) {
            script.append("complete -c ag -n __fish_use_subcommand -a %s -d '%s'\n"
                    .formatted(command.word(), inFish(command.help())));
        }
        for (Command command : Command.values()) {
            if (!names(command).isEmpty()) {
                script.append("complete -c ag -n '__fish_seen_subcommand_from %s' -f -a '%s'\n"
                        .formatted(command.word(), names(command)));
            }
        }
        for (Option option : Option.values()) {
            script.append("complete -c ag -n '%s' %s %s%s -d '%s'\n"
                    .formatted(
                            condition(option),
                            option.word().length() == 1 ? "-s" : "-l",
                            option.word(),
                            option.takesValue() ? " -r" : "",
                            inFish(option.help())));
        }
        return script.toString();
    }

    /** What a command takes in place of files; empty where it takes files. */
    private static String names(Command command) {
        return switch (command) {
            case HELP ->
                Stream.concat(
                                Stream.of(CommandLine.ALL_TOPICS),
                                Help.standard().topics().stream().map(Topic::name))
                        .filter(name -> WORD.matcher(name).matches())
                        .collect(Collectors.joining(" "));
            case COMPLETIONS -> SHELLS;
            case JUPYTER -> NotebookCommands.INSTALL;
            case RUN, REPL, CHECK, TEST, FMT, GRADE, EXPORT, SERVE, KERNEL, LSP -> "";
        };
    }

    private static String inZsh(String quoted) {
        return quoted.replace("'", "'\\''");
    }

    private static String inFish(String quoted) {
        return quoted.replace("'", "\\'");
    }

    /** An option of run goes without a command too. */
    private static String condition(Option option) {
        String seen = "__fish_seen_subcommand_from "
                + Arrays.stream(Command.values())
                        .filter(option::belongsTo)
                        .map(Command::word)
                        .collect(Collectors.joining(" "));
        return option.belongsTo(Command.RUN) ? "__fish_use_subcommand; or " + seen : seen;
    }

    private static List<Option> options(Command command) {
        return Arrays.stream(Option.values())
                .filter(option -> option.belongsTo(command))
                .toList();
    }

    private static String dashed(Command command) {
        return options(command).stream().map(Option::dashed).collect(Collectors.joining(" "));
    }

    private static String words() {
        return Arrays.stream(Command.values()).map(Command::word).collect(Collectors.joining(" "));
    }
}
