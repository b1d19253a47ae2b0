package ag.host;

import ag.nn.training.Parallel;
import java.util.function.LongSupplier;

/**
 * What a session asks of the machine that it runs on.
 *
 * @param clock nanoseconds since some moment
 */
public record Host(
        Files files, Formats formats, Pictures pictures, Parallel parallel, LongSupplier clock, Stack stack) {
    /** A machine without files, threads and clock: what the core alone has. */
    public static final Host PLAIN =
            new Host(Files.NONE, Formats.NONE, Pictures.NONE, Parallel.ONE, new Stopped(), Stack.CALLER);

    /** The same machine with other files. */
    public Host with(Files others) {
        return new Host(others, formats, pictures, parallel, clock, stack);
    }

    /** Stands still. No lambda, since Java's start-up cache leaves out what Java makes of one here. */
    private record Stopped() implements LongSupplier {
        @Override
        public long getAsLong() {
            return 0;
        }
    }
}
