package ag.lang.syntax;

import ag.lang.source.Span;

/** {@code x in -3..3}: what runs along an axis of a plot, and from where to where. */
public record Along(String variable, Expr range, Span span) {}
