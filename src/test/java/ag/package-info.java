/** Tests of the project as a whole: how its sources are laid out, which package leans on which, how it starts. */
@NullMarked
package ag;

import org.jspecify.annotations.NullMarked;
