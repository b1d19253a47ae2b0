/**
 * Programs written in two ways that must mean the same: a value named or written out, computed in a function, a loop or a list; inputs
 * changed afterwards or before; what was detached before and after. Start reading at {@link ag.metamorphic.FollowingTest}.
 */
@NullMarked
package ag.metamorphic;

import org.jspecify.annotations.NullMarked;
