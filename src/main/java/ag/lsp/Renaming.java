package ag.lsp;

import ag.lang.resolve.Occurrence;
import ag.lang.resolve.Resolution;
import ag.lang.resolve.Symbol;
import ag.lang.source.AgException;
import ag.lang.source.SourceText;
import ag.lang.source.Span;
import ag.lang.syntax.Lexeme;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.TextEdit;

/** Gives a name another spelling everywhere, where the program then still means the same. */
final class Renaming {
    private Renaming() {}

    /** A new name that cannot be given. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    /** The changes that a new name takes. */
    static List<TextEdit> of(Analysis analysis, Symbol symbol, String newName) throws Refused {
        List<Lexeme> words = Lexeme.of(new SourceText("", newName));
        if (words.size() != 1
                || !isName(words.getFirst())
                || !words.getFirst().text().equals(newName)) {
            throw new Refused("'" + newName + "' is no name");
        }
        if (Analysis.library().containsKey(newName)) {
            throw new Refused("'" + newName + "' is a function or a constant of the language");
        }
        SourceText source = analysis.source();
        List<TextEdit> edits = new ArrayList<>();
        StringBuilder renamed = new StringBuilder();
        int end = 0;
        for (Occurrence place : analysis.names().of(symbol)) {
            Span span = place.span();
            renamed.append(source.text(), end, span.start()).append(newName);
            end = span.end();
            edits.add(new TextEdit(Positions.of(span), newName));
        }
        renamed.append(source.text().substring(end));
        if (!means(source, renamed.toString(), analysis)) {
            throw new Refused("with the name '" + newName + "' the program would mean something else");
        }
        return edits;
    }

    private static boolean isName(Lexeme word) {
        return word.kind() == Lexeme.Kind.NAME
                || word.kind() == Lexeme.Kind.TENTATIVE
                || word.kind() == Lexeme.Kind.DEFINED;
    }

    /** Whether the places of the renamed program name one another as those of the program do. */
    private static boolean means(SourceText source, String renamed, Analysis before) {
        try {
            var reading = Mended.read(new SourceText(source.name(), renamed));
            return reading.broken().size() == before.reading().broken().size()
                    && shape(Resolution.of(reading.statements(), Analysis.library()::containsKey))
                            .equals(shape(before.names()));
        } catch (AgException deep) {
            return false;
        }
    }

    /** Each place with the number of the thing it names, in the order in which they come. */
    private static List<String> shape(Resolution names) {
        Map<Object, Integer> numbers = new HashMap<>();
        List<String> shape = new ArrayList<>();
        for (Occurrence place : names.occurrences()) {
            Object thing = place.symbol().isGlobal()
                    ? place.symbol().name()
                    : List.of(
                            place.symbol().name(),
                            names.definitions(place.symbol()).getFirst().span().start());
            int number = numbers.computeIfAbsent(thing, _ -> numbers.size());
            shape.add(number + " " + place.use());
        }
        return shape;
    }
}
