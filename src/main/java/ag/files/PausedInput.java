package ag.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream with a pause before each block, in which the reading may be ended. */
public final class PausedInput extends FilterInputStream {
    private final Runnable pause;

    public PausedInput(InputStream stream, Runnable pause) {
        super(stream);
        this.pause = pause;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        pause.run();
        return super.read(into, from, length);
    }
}
