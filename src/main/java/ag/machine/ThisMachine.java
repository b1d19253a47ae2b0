package ag.machine;

import ag.host.Host;
import java.util.function.LongSupplier;

/** The machine that this program runs on. */
public final class ThisMachine {
    private ThisMachine() {}

    /** What it gives a session that may touch these files. */
    public static Host host(FileAccess access) {
        return new Host(
                new LocalFiles(access),
                new LocalFormats(access),
                new LocalPictures(),
                new WorkerThreads(),
                new Nanoseconds(),
                new DeepThread());
    }

    /** A record and no lambda: one class less to make at each start. */
    private record Nanoseconds() implements LongSupplier {
        @Override
        public long getAsLong() {
            return System.nanoTime();
        }
    }
}
