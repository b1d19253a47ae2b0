/**
 * What pictures need beyond the core: PNG, and the layered layout of graphs. Leans on {@link ag.chart}, {@link ag.diagram}, AWT
 * and ELK; start reading at {@link ag.files.picture.PngWriter} and {@link ag.files.picture.LayeredLayout}.
 */
@NullMarked
package ag.files.picture;

import org.jspecify.annotations.NullMarked;
