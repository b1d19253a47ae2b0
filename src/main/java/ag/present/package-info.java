/** What each kind of result says, to people and to programs: start at {@link ag.present.Presentation}. */
@NullMarked
package ag.present;

import org.jspecify.annotations.NullMarked;
