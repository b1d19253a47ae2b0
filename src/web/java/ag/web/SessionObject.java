package ag.web;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSMethod;
import org.teavm.jso.JSObject;

/** A session as JavaScript sees it. */
public interface SessionObject extends JSObject {
    /** Runs a program; what {@code --json} writes about it, line by line. */
    @JSMethod
    String lines(String program);

    /** Runs a program; the same lines as objects. */
    @JSMethod
    JSObject run(String program);

    /** Runs a program; its results as a page shows them: text, picture, typeset formula, data. */
    @JSMethod
    JSObject show(String program);

    /** What the session's names stand for, as results; oldest first. */
    @JSMethod
    JSObject definitions();

    /** What a file holds that a program has written; null where it has written none of that name. */
    @JSMethod
    @Nullable
    JSObject file(String path);

    /** What a program has asked for and got no answer to; null where nothing is missing. */
    @JSMethod
    @Nullable
    JSObject waiting();
}
