@NullMarked
package ag.numeric;

import org.jspecify.annotations.NullMarked;
