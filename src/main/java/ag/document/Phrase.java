package ag.document;

/**
 * Words of a line.
 *
 * @param tone how they stand out
 */
public record Phrase(Tone tone, String text) {
    /** What words are, from which renderers choose a colour or a weight. */
    public enum Tone {
        PLAIN,
        /** A mistake. */
        ERROR,
        /** What introduces a note. */
        NOTE,
        /** Less important than the rest. */
        DIM,
        /** A success. */
        GOOD
    }

    public static Phrase plain(String text) {
        return new Phrase(Tone.PLAIN, text);
    }

    public static Phrase error(String text) {
        return new Phrase(Tone.ERROR, text);
    }

    public static Phrase dim(String text) {
        return new Phrase(Tone.DIM, text);
    }

    public static Phrase good(String text) {
        return new Phrase(Tone.GOOD, text);
    }
}
