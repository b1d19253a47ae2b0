package ag.cli;

/** The program's entry. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        int status = run(arguments);
        // Exiting by a call starts Java's logging first, which takes longer than most programs; 0 is what returning
        // means too.
        // Who was interrupted is ending already: the JVM gives the status of the signal by itself.
        if (status != 0 && status != ExitStatus.INTERRUPTED.code()) {
            System.exit(status);
        }
    }

    /** Runs the program in the surroundings of the process and returns its exit status. */
    static int run(String... arguments) {
        return new CommandLine(Surroundings.ofProcess()).run(arguments);
    }
}
