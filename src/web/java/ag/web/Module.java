package ag.web;

import ag.lang.source.AgException;
import ag.lang.source.Diagnostic;
import ag.lang.source.SourceText;
import ag.session.Session;
import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;

/** What {@code ag.js} exports; {@code ag.d.ts} gives the types. */
public final class Module {
    private Module() {}

    /** Runs a program in a session of its own, and gives its results as {@code --json} writes them. */
    @JSExport
    public static JSObject run(String program) {
        return new WebSession(Options.none()).run(program);
    }

    /** A session, which keeps its names from one program to the next. */
    @JSExport
    public static SessionObject session(JSObject options) {
        return new WebSession(Options.of(options));
    }

    /** The mistakes in a program that show before anything runs. */
    @JSExport
    public static JSObject check(String program) {
        JSObject problems = Js.list();
        for (Diagnostic problem :
                Session.check(new SourceText(WebSession.NAME, program), new WebHost(Options.none()).host())) {
            Js.push(problems, Shown.problem(problem));
        }
        return problems;
    }

    /** The pieces of a program with what each is, for an editor's colours; none where it cannot be read. */
    @JSExport
    public static JSObject pieces(String program) {
        try {
            return ProgramPieces.of(new SourceText(WebSession.NAME, program));
        } catch (AgException _) {
            return Js.list();
        }
    }

    /** The program in its one layout; null where the text is none. */
    @JSExport
    public static @Nullable String layout(String program) {
        try {
            return Session.layout(new SourceText(WebSession.NAME, program));
        } catch (AgException _) {
            return null;
        }
    }
}
