/** The mistakes of a calculus class: each is named for any function, and nothing right is called wrong. */
@NullMarked
package ag.lang.mistakes;

import org.jspecify.annotations.NullMarked;
