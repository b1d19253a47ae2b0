/** What is explained, and that its examples hold. */
@NullMarked
package ag.help;

import org.jspecify.annotations.NullMarked;
