package ag.cli;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The manual page of {@code man ag}, from the tables of commands and options. */
final class ManPage {
    private ManPage() {}

    /** Writes it to the standard output, for those who pack the program. */
    public static void main(String... none) {
        System.out.print(text(Version.current()));
    }

    static String text(String version) {
        String commands = Arrays.stream(Command.values())
                .map(command -> ".TP\n.B ag %s\n%s\n".formatted(command.word(), escaped(command.help())))
                .collect(Collectors.joining());
        String options = Arrays.stream(Option.values())
                .map(option -> ".TP\n.B %s%s\n%s\n"
                        .formatted(
                                escaped(option.dashed()),
                                option.takesValue() ? " " + option.value() : "",
                                escaped(option.help())))
                .collect(Collectors.joining());
        return """
            .TH AG 1 "" "ag %s" "User Commands"
            .SH NAME
            ag \\- a math language in which every number remembers how it was made
            .SH SYNOPSIS
            .B ag
            [\\fICOMMAND\\fR] [\\fIOPTIONS\\fR] [\\fIFILE\\fR...]
            .SH DESCRIPTION
            Runs files, or begins a conversation where none is named. The language gives exact derivatives of what is computed,
            draws, solves and fits, and trains small networks.
            .B ag help
            .I TOPIC
            explains a function or a statement.
            .SH COMMANDS
            %s.SH OPTIONS
            %s.SH EXIT STATUS
            0 all ran; 1 a program failed; 2 the call was wrong; 124 a limit was reached; 130 interrupted.
            .SH EXAMPLES
            .nf
            ag \\-e 'let x = 3; grad x^2'
            ag moons.ag
            .fi
            """.formatted(escaped(version), commands, options);
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("-", "\\-");
    }
}
