/**
 * Differential equations: which steps follow them, by which method, and their solutions as functions with derivatives. Uses
 * {@link ag.lang.linear}; start reading at {@link ag.lang.ode.OdeSteps}.
 */
@NullMarked
package ag.lang.ode;

import org.jspecify.annotations.NullMarked;
