/**
 * What a fuzzer feeds: each target takes any bytes and fails where a promise of {@code docs/reliability.md} is broken. {@link
 * ag.fuzz.CorpusTest} replays what the fuzzer has found worth keeping; the pages say how to let it search for more.
 */
@NullMarked
package ag.fuzz;

import org.jspecify.annotations.NullMarked;
