package ag.web;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/** What is done in JavaScript itself. */
final class Js {
    private Js() {}

    @JSBody(script = "return [];")
    static native JSObject list();

    @JSBody(
            params = {"list", "item"},
            script = "list.push(item);")
    static native void push(JSObject list, JSObject item);

    @JSBody(script = "return {};")
    static native JSObject object();

    @JSBody(
            params = {"object", "name", "value"},
            script = "object[name] = value;")
    static native void set(JSObject object, String name, JSObject value);

    @JSBody(
            params = {"object", "name", "value"},
            script = "object[name] = value;")
    static native void set(JSObject object, String name, String value);

    @JSBody(
            params = {"object", "name", "value"},
            script = "object[name] = value;")
    static native void set(JSObject object, String name, double value);

    @JSBody(
            params = {"object", "name", "value"},
            script = "object[name] = value;")
    static native void set(JSObject object, String name, boolean value);

    @JSBody(params = "json", script = "return JSON.parse(json);")
    static native JSObject parsed(String json);

    @JSBody(
            params = "lines",
            script = "return lines.split('\\n').filter(Boolean).map(function (line) { return JSON.parse(line); });")
    static native JSObject parsedLines(String lines);

    @JSBody(params = "text", script = "return text;")
    static native JSObject string(String text);

    /** A number of an object; NaN where it has none of that name. */
    @JSBody(
            params = {"object", "name"},
            script = "return object && name in object ? +object[name] : NaN;")
    static native double number(@Nullable JSObject object, String name);

    @JSBody(
            params = {"object", "name"},
            script = "return Boolean(object && object[name]);")
    static native boolean has(@Nullable JSObject object, String name);

    /** A text of an object's object; null where there is none. */
    @JSBody(
            params = {"object", "name", "key"},
            script = "var all = object && object[name]; return all && key in all ? String(all[key]) : null;")
    static native @Nullable String text(@Nullable JSObject object, String name, String key);

    /** Calls a function of an object, if it has it. */
    @JSBody(
            params = {"object", "name", "argument"},
            script = "if (object && object[name]) { object[name](argument); }")
    static native void call(@Nullable JSObject object, String name, JSObject argument);

    /** Milliseconds since some moment. */
    @JSBody(script = "return performance.now();")
    static native double now();
}
