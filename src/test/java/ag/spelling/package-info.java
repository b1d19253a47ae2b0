@NullMarked
package ag.spelling;

import org.jspecify.annotations.NullMarked;
