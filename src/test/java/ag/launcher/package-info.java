/**
 * Tests of the launcher {@code ag}: the real script, beside a Java, a Maven and a jar that only record how they were called.
 *
 * <p>Start reading at {@link ag.launcher.Project}.
 */
@NullMarked
package ag.launcher;

import org.jspecify.annotations.NullMarked;
