package ag.lang.syntax;

import ag.lang.source.SourceText;
import ag.lang.source.Span;
import java.util.List;

/**
 * A piece of a program with what it is, for those who show or complete programs while they are written: the program may be
 * unfinished or wrong.
 *
 * @param span where it stands
 * @param names the names that it uses, as the language spells them: x for {@code ˣ}, f and x for {@code ∂f/∂x}; none for most pieces
 */
public record Lexeme(Span span, Kind kind, List<String> names) {
    /** What a piece of a program is. */
    public enum Kind {
        NUMBER,
        TEXT,
        /** A name that is used. */
        NAME,
        /** A name that is given a meaning here: by a definition, as a parameter, by {@code for}. */
        DEFINED,
        /** What stands behind a dot, or names an argument. */
        PART,
        /**
         * A name, or something else: a word on a line of a block such as {@code train} may mean something there alone, and the head of a
         * definition looks like a call until its {@code =} is typed.
         */
        TENTATIVE,
        /** A word that begins a statement. */
        COMMAND,
        /** A word inside a statement, such as {@code wrt}, or at the beginning of a line of a block. */
        CLAUSE,
        /** A reserved word. */
        KEYWORD,
        /** A sign that does what a function does: {@code d/dx}, {@code ∂f/∂x}, {@code Σ}, {@code √}, {@code \frac}. */
        OPERATOR,
        OPENING,
        CLOSING,
        SIGN,
        COMMENT,
        /** What belongs to no program. */
        STRANGE
    }

    public Lexeme {
        names = List.copyOf(names);
    }

    /** The pieces of a program in their order; the space between them is left out. */
    public static List<Lexeme> of(SourceText source) {
        return new LexemeReader(source).read();
    }

    /** The text of the piece. */
    public String text() {
        return span.text();
    }

    /** Whether it can begin or go on in a word that is typed. */
    public boolean isWord() {
        return switch (kind) {
            case NAME, DEFINED, PART, TENTATIVE, COMMAND, CLAUSE, KEYWORD -> true;
            case NUMBER, TEXT, OPERATOR, OPENING, CLOSING, SIGN, COMMENT, STRANGE -> false;
        };
    }
}
