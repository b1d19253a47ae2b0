package ag.files.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts pages together: in a resource, {@code {{name}}} stands for what is given by that name. */
final class Template {
    private static final Pattern GAP = Pattern.compile("\\{\\{([a-z.-]+)}}");

    private Template() {}

    /** The resource with its gaps filled; a gap that names a file is filled with that resource. */
    static String fill(String resource, Map<String, String> parts) {
        return GAP.matcher(read(resource)).replaceAll(gap -> {
            String name = gap.group(1);
            String part = name.indexOf('.') > 0 ? read(name) : Objects.requireNonNull(parts.get(name), name);
            return Matcher.quoteReplacement(part);
        });
    }

    static String read(String resource) {
        try (InputStream file = Objects.requireNonNull(Template.class.getResourceAsStream(resource), resource)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Text as HTML. */
    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
