/**
 * Values that remember how they were made: the table of operations, the tape they are recorded on, and the passes that
 * differentiate it. Leans on the JDK and on Commons Numbers for {@code erf}; start reading at {@link ag.engine.Tape},
 * then {@link ag.engine.Operation}. A Java program can use it without the language.
 */
@NullMarked
package ag.engine;

import org.jspecify.annotations.NullMarked;
