package ag.web.missing;

import org.teavm.jso.JSBody;

/** What the browser itself knows about characters. */
final class Letters {
    private Letters() {}

    @JSBody(params = "codePoint", script = "return /\\p{Emoji}/u.test(String.fromCodePoint(codePoint));")
    static native boolean isEmoji(int codePoint);

    @JSBody(params = "codePoint", script = "return /\\p{Ideographic}/u.test(String.fromCodePoint(codePoint));")
    static native boolean isIdeographic(int codePoint);
}
