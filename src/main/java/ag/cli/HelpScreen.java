package ag.cli;

/** What {@code ag --help} shows: one screen of a terminal. */
final class HelpScreen {
    static final String TEXT = """
        ag: a small math language in which every number remembers how it was made

          ag                           the REPL; try let x = 3, then grad x^2
          ag moons.ag                  run files, each in a session of its own
          ag -e 'let x = 3; grad x^2'  run a text; - stands for piped input
          ag check FILE…               look for mistakes; ag grade marks worksheets
          ag test FILE…                run tests; --junit FILE reports
          ag fmt FILE…                 lay files out in one way; --check changes nothing
          ag export FILE --pytorch F   write a training as a program for PyTorch
          ag help tanh                 explain something; ag completions bash
          ag serve, ag lsp, ag jupyter for programs, editors, notebooks: ag help serve

          -i               stay in the REPL after the files
          --json           one JSON object a line for each result
          --seed N         start the random numbers here
          --quiet          results and errors only, no notes, no progress
          --ascii          x^2 for x²; with --no-color, or NO_COLOR set, also no colours
          --max-time TIME  end each program after 500ms, 10s, 2m …
          --max-nodes N    end a program that holds more than N values
          --max-memory 1g  end a program that needs more memory than that
          --sandbox        refuse to read or write any file; --version, --help

        Exit status: 0 all ran, 1 a program failed, 2 wrong call, 124 limit, 130 Ctrl-C
        """;

    private HelpScreen() {}
}
