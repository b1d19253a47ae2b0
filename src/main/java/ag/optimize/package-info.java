/**
 * Makes functions small: the table of optimizers, a class for each rule, and the search along a line. Knows no networks and no language.
 * Start reading at {@link ag.optimize.Optimizers}, the table.
 */
@NullMarked
package ag.optimize;

import org.jspecify.annotations.NullMarked;
