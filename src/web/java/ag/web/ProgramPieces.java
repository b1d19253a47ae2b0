package ag.web;

import ag.lang.resolve.Piece;
import ag.lang.resolve.Resolution;
import ag.lang.source.SourceText;
import ag.lang.statements.StandardLanguage;
import ag.lang.syntax.Lexeme;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import ag.session.Session;
import java.util.Locale;
import java.util.Map;
import org.teavm.jso.JSObject;

/** The pieces of a program for an editor's colours. */
final class ProgramPieces {
    private static final Map<String, Datum> LIBRARY =
            new StandardLanguage().library().names();

    private ProgramPieces() {}

    static JSObject of(SourceText source) {
        Resolution names = Resolution.of(Session.parse(source).statements(), LIBRARY::containsKey);
        JSObject pieces = Js.list();
        for (Piece piece : Piece.of(Lexeme.of(source), names, ProgramPieces::known)) {
            JSObject shown = Js.object();
            Js.set(shown, "start", piece.span().start());
            Js.set(shown, "end", piece.span().end());
            Js.set(shown, "kind", kind(piece));
            Js.push(pieces, shown);
        }
        return pieces;
    }

    private static String kind(Piece piece) {
        return piece.isOfLibrary() && piece.kind() == Piece.Kind.VARIABLE
                ? "constant"
                : piece.kind().name().toLowerCase(Locale.ROOT);
    }

    private static Piece.Known known(String name) {
        Datum found = LIBRARY.get(name);
        return found == null
                ? Piece.Known.UNKNOWN
                : found instanceof Callable ? Piece.Known.FUNCTION : Piece.Known.VALUE;
    }
}
