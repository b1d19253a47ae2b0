/** What a misspelt name was meant to be ({@link ag.spelling.Nearest}), and how letters are written in ASCII. Depends on nothing of ours. */
@NullMarked
package ag.spelling;

import org.jspecify.annotations.NullMarked;
