package ag.diagram;

import ag.chart.drawing.Typeface;

/** Gives each part of a diagram its place. */
@FunctionalInterface
public interface Layout {
    Placement place(Diagram diagram, Typeface typeface);
}
