/** Tests of the library for Java. */
@NullMarked
package ag.api;

import org.jspecify.annotations.NullMarked;
