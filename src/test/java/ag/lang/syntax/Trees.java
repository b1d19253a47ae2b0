package ag.lang.syntax;

import ag.lang.source.SourceText;
import java.util.regex.Pattern;

/** What a program means to the parser, whatever its layout. */
public final class Trees {
    private static final Pattern PLACES = Pattern.compile("Span\\[[^\\]]*\\]");

    private Trees() {}

    /** The tree of a program without its places, as text. */
    public static String of(String program) {
        return PLACES.matcher(Parser.parse(new SourceText("", program)).toString())
                .replaceAll("");
    }
}
