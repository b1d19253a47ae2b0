/**
 * Fits of models to data by least squares: a formula that was recorded over all samples, its exact Jacobian, and the
 * Levenberg-Marquardt method on them. Leans on {@link ag.engine} and {@link ag.nn}; start reading at {@link ag.fit.Fit}.
 */
@NullMarked
package ag.fit;

import org.jspecify.annotations.NullMarked;
