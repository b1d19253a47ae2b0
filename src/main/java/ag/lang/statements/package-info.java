/**
 * What each statement does, a class or a few for each: {@code train}, {@code derive}, {@code plot} and the others. Leans on
 * {@link ag.lang.interpreter}, which evaluates the expressions in them; start reading at
 * {@link ag.lang.statements.TrainStatement}.
 */
@NullMarked
package ag.lang.statements;

import org.jspecify.annotations.NullMarked;
