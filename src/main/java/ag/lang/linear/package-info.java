/**
 * Linear algebra: systems of equations, inverses, determinants and factorizations of matrices, with derivatives. Everything is made
 * of the operations of the tape, so derivatives of any order come by themselves. Uses {@link ag.lang.builtins}; start reading at
 * {@link ag.lang.linear.MatrixFunctions}.
 */
@NullMarked
package ag.lang.linear;

import org.jspecify.annotations.NullMarked;
