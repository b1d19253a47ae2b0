package ag.lsp;

import ag.lang.resolve.Occurrence;
import ag.lang.resolve.Piece;
import ag.lang.resolve.Resolution;
import ag.lang.source.SourceText;
import ag.lang.statements.StandardLanguage;
import ag.lang.syntax.Lexeme;
import ag.lang.syntax.Parser;
import ag.lang.syntax.Statement;
import ag.lang.values.Callable;
import ag.lang.values.Datum;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.Position;
import org.jspecify.annotations.Nullable;

/** What is known of one version of a document before it runs. Each part is made when it is first asked for. */
final class Analysis {
    private static final Map<String, Datum> LIBRARY =
            new StandardLanguage().library().names();

    private final String uri;
    private final int version;
    private final SourceText source;
    private Parser.@Nullable Reading reading;
    private @Nullable Resolution names;
    private @Nullable Map<String, Statement.FunctionDefinition> functions;
    private @Nullable List<Lexeme> lexemes;

    Analysis(String uri, int version, SourceText source) {
        this.uri = uri;
        this.version = version;
        this.source = source;
    }

    String uri() {
        return uri;
    }

    int version() {
        return version;
    }

    SourceText source() {
        return source;
    }

    String text() {
        return source.text();
    }

    int offset(Position position) {
        return Positions.offset(source, position);
    }

    /** The library's names with what they stand for. */
    static Map<String, Datum> library() {
        return LIBRARY;
    }

    synchronized Parser.Reading reading() {
        if (reading == null) {
            reading = Mended.read(source);
        }
        return reading;
    }

    /** The statements above the first that is none: what stands below it may mean something else without it. */
    List<Statement> runnable() {
        int first = reading().broken().stream()
                .mapToInt(broken -> broken.span().start())
                .min()
                .orElse(Integer.MAX_VALUE);
        return statements().stream()
                .filter(statement -> statement.span().end() <= first)
                .toList();
    }

    /** The statements that are some; those with mistakes are left out. */
    List<Statement> statements() {
        return reading().statements();
    }

    synchronized Resolution names() {
        if (names == null) {
            names = Resolution.of(statements(), LIBRARY::containsKey);
        }
        return names;
    }

    /** The last definition of each function at the top level, by its name. */
    synchronized Map<String, Statement.FunctionDefinition> functions() {
        if (functions == null) {
            functions = statements().stream()
                    .filter(Statement.FunctionDefinition.class::isInstance)
                    .map(Statement.FunctionDefinition.class::cast)
                    .collect(Collectors.toMap(
                            Statement.FunctionDefinition::name, Function.identity(), (_, later) -> later));
        }
        return functions;
    }

    /** The pieces of the text, of its mistakes too. */
    synchronized List<Lexeme> lexemes() {
        if (lexemes == null) {
            lexemes = Lexeme.of(source);
        }
        return lexemes;
    }

    /** The name at a position. */
    Optional<Occurrence> nameAt(Position position) {
        return names().at(offset(position));
    }

    /** The statement at the top level that holds an offset. */
    Optional<Statement> statementAt(int offset) {
        return statements().stream()
                .filter(statement -> statement.span().start() <= offset
                        && offset <= statement.span().end())
                .findFirst();
    }

    /** The pieces of the text with what each is. */
    List<Piece> pieces() {
        return Piece.of(lexemes(), names(), Analysis::known);
    }

    private static Piece.Known known(String name) {
        Datum found = LIBRARY.get(name);
        return found == null
                ? Piece.Known.UNKNOWN
                : found instanceof Callable ? Piece.Known.FUNCTION : Piece.Known.VALUE;
    }
}
