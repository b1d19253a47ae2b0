/**
 * The language as a module of JavaScript: the core, compiled by TeaVM. Start reading at {@link ag.web.Module}; what TeaVM's Java does
 * not have is in {@code ag.web.missing}.
 */
@NullMarked
package ag.web;

import org.jspecify.annotations.NullMarked;
