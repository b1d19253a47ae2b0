/**
 * Numerical methods over plain numbers: roots, integrals, differential equations. They know functions of Java alone, and nothing of
 * the language. Start reading at {@link ag.numeric.RootSearch}.
 */
@NullMarked
package ag.numeric;

import org.jspecify.annotations.NullMarked;
