/**
 * Diagrams of nodes and arrows in layers: what is in them, where it is placed, and what it looks like.
 *
 * <p>Knows nothing of the language: a {@link ag.diagram.Diagram} is nodes with lines of text. A {@link ag.diagram.Layout} gives
 * each a place, {@link ag.diagram.DiagramPicture} makes a {@link ag.chart.drawing.Drawing} of it, which is written as SVG or PNG,
 * and {@link ag.diagram.DotWriter} writes it for Graphviz. Start reading at {@link ag.diagram.Diagram}.
 */
@NullMarked
package ag.diagram;

import org.jspecify.annotations.NullMarked;
