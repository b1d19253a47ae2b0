/**
 * The mistakes of a calculus class, made on purpose: each is a change to a rule of {@link ag.lang.algebra.DerivativeRule}, to the
 * function, or to the answer, so that it can be made for any function; and the search for those that give a certain answer.
 * Start reading at {@link ag.lang.mistakes.Mistake} and {@link ag.lang.mistakes.Marking}.
 */
@NullMarked
package ag.lang.mistakes;

import org.jspecify.annotations.NullMarked;
