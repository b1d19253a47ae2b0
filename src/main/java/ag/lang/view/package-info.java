/**
 * What the tape knows about a result, as rows and paths for people to read: the steps behind it with their gradients, and the
 * chain rule path by path. Leans on {@link ag.engine} and {@link ag.lang.result}; start reading at {@link ag.lang.view.Trace}
 * and {@link ag.lang.view.Explanation}.
 */
@NullMarked
package ag.lang.view;

import org.jspecify.annotations.NullMarked;
