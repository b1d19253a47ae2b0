/**
 * Algebra on expressions: building, printing, simplifying and differentiating them. Derivative rules come from the table of
 * operations. Leans on {@link ag.engine} and {@link ag.lang.syntax}; start reading at {@link ag.lang.symbolic.Derivation}.
 */
@NullMarked
package ag.lang.symbolic;

import org.jspecify.annotations.NullMarked;
