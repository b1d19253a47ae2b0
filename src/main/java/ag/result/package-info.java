/**
 * What a program's statements give, as plain data without a tape behind it: whoever holds a terminal, a file or a socket
 * decides how to print it. Leans on {@link ag.lang.source}; start reading at {@link ag.result.Result}.
 */
@NullMarked
package ag.result;

import org.jspecify.annotations.NullMarked;
