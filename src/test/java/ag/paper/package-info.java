/** Tests of the documents. */
@NullMarked
package ag.paper;

import org.jspecify.annotations.NullMarked;
