/** What a misspelt name was meant to be: {@link ag.spelling.Nearest}. Leans on nothing of ours, so that everybody can ask. */
@NullMarked
package ag.spelling;

import org.jspecify.annotations.NullMarked;
