/** The methods of Java that TeaVM does not have, and what puts them where they belong. */
@NullMarked
package ag.web.missing;

import org.jspecify.annotations.NullMarked;
