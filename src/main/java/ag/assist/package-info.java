/**
 * What helps while a program is written: what can stand at the cursor, and what the name there means. The REPL, the notebook and
 * editors ask here. Start reading at {@link ag.assist.ProgramSuggestions} and {@link ag.assist.Inspector}.
 */
@NullMarked
package ag.assist;

import org.jspecify.annotations.NullMarked;
