/**
 * Web pages of one file, which work offline: text, styles, scripts and pictures put together from the resources beside these
 * classes. Start reading at {@link ag.files.page.GraphPage}.
 */
@NullMarked
package ag.files.page;

import org.jspecify.annotations.NullMarked;
