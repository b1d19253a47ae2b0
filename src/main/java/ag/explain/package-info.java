/**
 * What the tape knows about a result, as rows and paths for people to read: the steps behind it with their gradients, the
 * chain rule path by path; and the graph itself, as data and as a diagram. Leans on {@link ag.engine}, {@link ag.result} and
 * {@link ag.diagram}; start reading at {@link ag.explain.Trace}
 * and {@link ag.explain.Explanation}.
 */
@NullMarked
package ag.explain;

import org.jspecify.annotations.NullMarked;
