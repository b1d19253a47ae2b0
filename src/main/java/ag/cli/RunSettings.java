package ag.cli;

import org.jspecify.annotations.Nullable;

/**
 * How programs are to run and their results to be shown.
 *
 * @param json each result as a line of JSON
 * @param quiet no notes and no progress, only results and errors
 * @param ascii nothing but ASCII
 * @param colour colours where the terminal has them
 * @param sandbox no file may be touched
 * @param seed where the random numbers start; null for the standard place
 * @param nanoseconds how long a program may run
 * @param nodes how many values a program may hold
 */
record RunSettings(
        boolean json,
        boolean quiet,
        boolean ascii,
        boolean colour,
        boolean sandbox,
        @Nullable Long seed,
        long nanoseconds,
        long nodes) {}
