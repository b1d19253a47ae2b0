package ag.machine;

import ag.files.ReadFailure;
import ag.files.StoreException;
import ag.files.TextFile;
import ag.files.WholeFile;
import ag.host.Content;
import ag.host.Files;
import ag.lang.source.AgException;
import ag.lang.source.ErrorCode;
import ag.lang.source.Span;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Files of this machine. */
record LocalFiles(FileAccess access) implements Files {
    @Override
    public String read(String path, Span span, Runnable pause) {
        try {
            return TextFile.read(access.path(path, span), pause);
        } catch (IOException problem) {
            ReadFailure failure = ReadFailure.of(problem);
            throw new AgException(
                    ErrorCode.FILE, "cannot read " + path + ": " + failure.reason(), span, failure.hint());
        }
    }

    @Override
    public void write(String path, Content content, Span span) {
        byte[] bytes = switch (content) {
            case Content.Text(String text) -> text.getBytes(StandardCharsets.UTF_8);
            case Content.Bytes(byte[] binary) -> binary;
        };
        try {
            WholeFile.write(access.path(path, span), bytes);
        } catch (StoreException problem) {
            throw LocalFormats.worded(path, span, problem);
        }
    }

    @Override
    public String identity(String path, Span span) {
        return access.path(path, span).toAbsolutePath().normalize().toString();
    }
}
