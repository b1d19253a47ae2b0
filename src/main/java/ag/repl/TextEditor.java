package ag.repl;

import java.io.IOException;

/** Lets a person change a text outside the conversation. */
@FunctionalInterface
interface TextEditor {
    /**
     * The text as the person left it.
     *
     * @throws IOException where there is no editor, or it failed
     */
    String edit(String text) throws IOException;
}
