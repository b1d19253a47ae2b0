package ag.cli;

/** What a call asks for; the word is the first of the call, and {@code run} may be left out. */
enum Command {
    RUN("run", "run each file, and - for what comes in"),
    REPL("repl", "talk to ag, line by line"),
    CHECK("check", "look for mistakes without running"),
    TEST("test", "run the tests in files apart from each other"),
    FMT("fmt", "lay files out in one way"),
    GRADE("grade", "mark files of answers to a worksheet"),
    EXPORT("export", "run a file, and write its training as a program for PyTorch"),
    HELP("help", "explain a function, a statement or a command"),
    SERVE("serve", "serve a session to another program, as lines of JSON"),
    JUPYTER("jupyter", "tell Jupyter of the notebook's kernel: ag jupyter install"),
    KERNEL("kernel", "run the notebook's kernel, as Jupyter does"),
    LSP("lsp", "help an editor: the language server protocol over standard input and output"),
    COMPLETIONS("completions", "print what makes a shell complete: bash, zsh or fish");

    private final String word;
    private final String help;

    Command(String word, String help) {
        this.word = word;
        this.help = help;
    }

    static Command of(String word) {
        for (Command command : values()) {
            if (command.word.equals(word)) {
                return command;
            }
        }
        return RUN;
    }

    String word() {
        return word;
    }

    String help() {
        return help;
    }
}
