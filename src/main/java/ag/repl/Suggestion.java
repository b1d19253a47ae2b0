package ag.repl;

/**
 * Something that can stand where the cursor is.
 *
 * @param text what is put there
 * @param shown what the list shows for it
 * @param group the heading it stands under
 * @param description what it is, in a line; may be empty
 */
record Suggestion(String text, String shown, String group, String description) {}
