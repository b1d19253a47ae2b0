package ag.lang.statements;

import ag.lang.algebra.Derivation;
import org.jspecify.annotations.Nullable;

/**
 * A derivation and what it is of.
 *
 * @param input the letter that it is by
 * @param value the derivative as a number; null where it is a formula alone
 * @param way how it was reached, where several ways are shown; else empty
 * @param recorded whether the formula was taken from what was computed, because its text has none
 */
record FoundDerivative(
        Derivation derivation, String input, @Nullable Double value, String way, boolean recorded) {}
