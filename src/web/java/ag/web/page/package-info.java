/** The engine alone, for pages of one file; the checked-in resource {@code engine.js} is made of it. Start at {@link ag.web.page.PageEngine}. */
@NullMarked
package ag.web.page;

import org.jspecify.annotations.NullMarked;
