package ag.kernel;

import ag.client.MimeBundle;
import ag.result.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Shows what a cell wrote to a file: a picture as it is, a page as a page within the notebook. */
final class WrittenFile {
    private WrittenFile() {}

    /**
     * A document for a file.
     *
     * @param text what is said of it
     * @param path where it lies
     */
    static MimeBundle of(Result.FileWritten written, String text, Path path) {
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put(MimeBundle.TEXT, text);
        String name = written.path().toLowerCase(Locale.ROOT);
        try {
            if (name.endsWith(".svg")) {
                forms.put(MimeBundle.SVG, Files.readString(path));
            } else if (name.endsWith(".png")) {
                forms.put("image/png", Base64.getEncoder().encodeToString(Files.readAllBytes(path)));
            } else if (name.endsWith(".html") || name.endsWith(".htm")) {
                forms.put(MimeBundle.HTML, frame(written, Files.readString(path, StandardCharsets.UTF_8)));
            }
        } catch (IOException gone) {
            // Then the text alone says where it was.
        }
        return new MimeBundle(forms);
    }

    private static String frame(Result.FileWritten written, String page) {
        return "<iframe srcdoc=\"%s\" style=\"width: 100%%; height: 680px; border: 0\" title=\"%s\"></iframe>"
                .formatted(page.replace("&", "&amp;").replace("\"", "&quot;"), written.what());
    }
}
