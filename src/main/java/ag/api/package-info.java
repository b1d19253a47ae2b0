/**
 * {@code ag} as a library for programs in Java: {@link ag.api.AgSession} runs programs and gives values, gradients and functions as
 * immutable Java objects. Nothing else of {@code ag} is meant to be called from outside.
 */
@NullMarked
package ag.api;

import org.jspecify.annotations.NullMarked;
