/** Checks the algebra: printing against the parser, simplifying and differentiating against numbers. */
@NullMarked
package ag.lang.algebra;

import org.jspecify.annotations.NullMarked;
