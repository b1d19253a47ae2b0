package ag.lang.syntax;

import ag.lang.source.AgException;
import ag.lang.source.Diagnostic;
import ag.lang.source.ErrorCode;
import ag.lang.source.SourceText;
import ag.lang.source.Span;
import ag.lang.syntax.grammar.AgParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * Reads a program: its statements in order, or the first mistake in it. Deeply nested input needs a deep Java stack; the
 * caller provides the thread.
 */
public final class Parser {
    private Parser() {}

    /**
     * The statements of a program.
     *
     * @throws AgException at the first statement that is none
     */
    public static List<Statement> parse(SourceText source) {
        return parse(new Span(source, 0, source.text().length()));
    }

    /** A program read as far as possible: its statements, and those that are none. */
    public record Reading(List<Statement> statements, List<Broken> broken) {
        public Reading {
            statements = List.copyOf(statements);
            broken = List.copyOf(broken);
        }

        /** What is wrong with the statements that are none. */
        public List<Diagnostic> problems() {
            return broken.stream().map(Broken::problem).toList();
        }
    }

    /**
     * A statement that is none.
     *
     * @param span from its beginning to the mistake
     * @param whole from its beginning to where the next statement was looked for: an open bracket takes lines below into it
     * @param test the name of the test it was meant to be; empty where it begins with another word
     */
    public record Broken(Diagnostic problem, Span span, Span whole, String test) {}

    /** Reads a program on behind its mistakes. */
    public static Reading read(SourceText source) {
        return read(new Span(source, 0, source.text().length()));
    }

    /** Reads whole lines of a program, on behind their mistakes, as if there were no others. */
    public static Reading read(Span part) {
        Places places = new Places(part);
        List<Statement> statements = new ArrayList<>();
        List<Broken> broken = new ArrayList<>();
        for (List<Token> tokens : StatementTokens.of(part)) {
            try {
                statements.add(statement(places, tokens));
            } catch (AgException problem) {
                Span first = places.span(tokens.getFirst());
                Span last = places.span(tokens.get(tokens.size() - 2));
                broken.add(new Broken(
                        problem.diagnostic(), first.to(problem.diagnostic().span()), first.to(last), testName(tokens)));
            }
        }
        return new Reading(statements, broken);
    }

    private static String testName(List<Token> tokens) {
        boolean isTest =
                tokens.getFirst().getType() == AgParser.TEST && tokens.get(1).getType() == AgParser.STRING;
        return isTest ? tokens.get(1).getText().replaceAll("^\"|\"$", "") : "";
    }

    private static List<Statement> parse(Span part) {
        Places places = new Places(part);
        List<Statement> statements = new ArrayList<>();
        for (List<Token> tokens : StatementTokens.of(part)) {
            statements.add(statement(places, tokens));
        }
        return statements;
    }

    /** Whether the text, read so far, is a statement that has not ended: an open bracket, or an operator at its end. */
    public static boolean isUnfinished(SourceText source) {
        try {
            parse(source);
            return false;
        } catch (AgException problem) {
            ErrorCode error = problem.diagnostic().error();
            Span span = problem.diagnostic().span();
            boolean atEnd = source.text().substring(span.end()).isBlank();
            return error == ErrorCode.UNCLOSED_BRACKET
                    || (atEnd
                            && (error == ErrorCode.MISSING_OPERAND || error == ErrorCode.UNFINISHED)
                            && !source.text().endsWith("\n\n"));
        }
    }

    /** The expression that a part of a text holds, as between the braces of {@code "loss {L}"}. */
    static Expr expression(Span place) {
        List<Statement> statements = parse(place);
        if (statements.size() == 1 && statements.getFirst() instanceof Statement.Evaluate(Expr expression)) {
            return expression;
        }
        throw new AgException(
                ErrorCode.BAD_INSERTION,
                "the braces of a text hold one expression",
                place,
                "write \\{ for a brace itself");
    }

    private static Statement statement(Places places, List<Token> tokens) {
        try {
            return tree(tokens, PredictionMode.SLL).statement().accept(new TreeBuilder(places));
        } catch (ParseCancellationException fast) {
            try {
                return tree(tokens, PredictionMode.LL).statement().accept(new TreeBuilder(places));
            } catch (ParseCancellationException failed) {
                throw new SyntaxProblems(places, tokens).at(offending(failed, tokens));
            }
        }
    }

    /** SLL prediction is fast and right for almost every statement; where it fails, the full one decides. */
    private static AgParser.OneStatementContext tree(List<Token> tokens, PredictionMode mode) {
        AgParser parser = new AgParser(new CommonTokenStream(new ListTokenSource(tokens)));
        parser.removeErrorListeners();
        parser.setErrorHandler(new BailErrorStrategy());
        parser.getInterpreter().setPredictionMode(mode);
        return parser.oneStatement();
    }

    private static Token offending(ParseCancellationException failed, List<Token> tokens) {
        return failed.getCause() instanceof RecognitionException recognition && recognition.getOffendingToken() != null
                ? recognition.getOffendingToken()
                : tokens.getLast();
    }
}
