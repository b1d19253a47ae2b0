package ag.cli;

/** The program's entry. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        int status = run(arguments);
        // Exiting by a call starts Java's logging first, which takes longer than most programs; 0 is what returning
        // means too.
        if (status != 0) {
            System.exit(status);
        }
    }

    /** Runs the program in the surroundings of the process and returns its exit status. */
    static int run(String... arguments) {
        return new CommandLine(Surroundings.ofProcess()).run(arguments);
    }
}
