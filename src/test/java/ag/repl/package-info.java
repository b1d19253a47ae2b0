/**
 * Conversations: transcripts that are held again and compared, keys typed at a terminal that is none, and the real program in a
 * real one. Start reading at {@link ag.repl.TranscriptTest}.
 */
@NullMarked
package ag.repl;

import org.jspecify.annotations.NullMarked;
