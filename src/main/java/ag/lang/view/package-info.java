/**
 * What the tape knows about a result, as rows and paths for people to read: the steps behind it with their gradients, the
 * chain rule path by path; and the graph itself, as data and as a diagram. Leans on {@link ag.engine}, {@link ag.lang.result} and
 * {@link ag.diagram}; start reading at {@link ag.lang.view.Trace}
 * and {@link ag.lang.view.Explanation}.
 */
@NullMarked
package ag.lang.view;

import org.jspecify.annotations.NullMarked;
