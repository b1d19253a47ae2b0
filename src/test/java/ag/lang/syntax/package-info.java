/** The pieces of programs, and the syntax of derivative rules. */
@NullMarked
package ag.lang.syntax;

import org.jspecify.annotations.NullMarked;
