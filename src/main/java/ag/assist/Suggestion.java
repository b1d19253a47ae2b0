package ag.assist;

/**
 * Something that can stand where the cursor is.
 *
 * @param text what is put there
 * @param shown what the list shows for it
 * @param group the heading it stands under
 * @param description what it is, in a line; may be empty
 * @param goesOn whether more stands behind it, after a space
 */
public record Suggestion(String text, String shown, String group, String description, boolean goesOn) {
    public Suggestion(String text, String shown, String group, String description) {
        this(text, shown, group, description, false);
    }

    /** A word behind which more stands. */
    public static Suggestion leading(String word, String group, String description) {
        return new Suggestion(word, word, group, description, true);
    }
}
