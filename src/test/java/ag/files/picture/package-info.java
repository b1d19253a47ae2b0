/** Tests of {@link ag.files.picture}. */
@NullMarked
package ag.files.picture;

import org.jspecify.annotations.NullMarked;
