package ag.files.picture;

import ag.chart.drawing.Color;
import ag.chart.drawing.Drawing;
import ag.chart.drawing.Element;
import ag.chart.drawing.Element.Anchor;
import ag.chart.drawing.Element.Area;
import ag.chart.drawing.Element.Circle;
import ag.chart.drawing.Element.Group;
import ag.chart.drawing.Element.Lines;
import ag.chart.drawing.Element.Rectangle;
import ag.chart.drawing.Element.Text;
import ag.chart.drawing.Paint;
import ag.chart.drawing.Point;
import ag.chart.drawing.Stroke;
import ag.chart.drawing.Typeface;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a {@link Drawing} as a PNG image.
 *
 * <p>Java2D only fills shapes here; letters come as outlines from the bundled font. So it needs neither a display
 * nor fonts nor fontconfig.
 */
public final class PngWriter {
    private final Graphics2D canvas;
    private final Typeface typeface;
    private final Glyphs glyphs = Glyphs.bundled();

    private PngWriter(Graphics2D canvas, Typeface typeface) {
        this.canvas = canvas;
        this.typeface = typeface;
    }

    /**
     * The image file's bytes.
     *
     * @param scale pixels of the image per pixel of the drawing, above 0; 2 is sharp on today's screens
     */
    public static byte[] write(Drawing drawing, double scale, Typeface typeface) {
        // Java2D asks for the display even to draw in memory, and fails where DISPLAY names one it cannot reach.
        System.getProperties().putIfAbsent("java.awt.headless", "true");
        int width = (int) Math.ceil(drawing.width() * scale);
        int height = (int) Math.ceil(drawing.height() * scale);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = image.createGraphics();
        try {
            canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            canvas.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            canvas.setColor(java.awt.Color.WHITE);
            canvas.fillRect(0, 0, width, height);
            canvas.scale(scale, scale);
            PngWriter writer = new PngWriter(canvas, typeface);
            drawing.elements().forEach(writer::draw);
        } finally {
            canvas.dispose();
        }
        return encode(image);
    }

    private void draw(Element element) {
        switch (element) {
            case Lines(List<List<Point>> lines, Stroke stroke) -> outline(path(lines, false), stroke);
            case Area(List<List<Point>> outlines, Paint paint) -> paint(path(outlines, true), paint);
            case Rectangle(double x, double y, double width, double height, double radius, Paint paint) ->
                paint(new RoundRectangle2D.Double(x, y, width, height, 2 * radius, 2 * radius), paint);
            case Circle(Point center, double radius, Paint paint) ->
                paint(new Ellipse2D.Double(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius), paint);
            case Text(Point at, String text, double size, Anchor anchor, Color color) -> {
                double left = at.x() - share(anchor) * typeface.width(text, size);
                fill(glyphs.outline(text, new Point(left, at.y()), size), color);
            }
            case Group(String _, String _, List<Element> elements) -> elements.forEach(this::draw);
        }
    }

    private static double share(Anchor anchor) {
        return switch (anchor) {
            case START -> 0;
            case MIDDLE -> 0.5;
            case END -> 1;
        };
    }

    private static Path2D path(List<List<Point>> lines, boolean closed) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
        for (List<Point> points : lines) {
            Point first = points.getFirst();
            path.moveTo(first.x(), first.y());
            // Also for a single point: a line that goes nowhere shows its round ends, a dot.
            points.forEach(point -> path.lineTo(point.x(), point.y()));
            if (closed) {
                path.closePath();
            }
        }
        return path;
    }

    private void paint(Shape shape, Paint paint) {
        Color fill = paint.fill();
        if (fill != null) {
            fill(shape, fill);
        }
        Stroke outline = paint.outline();
        if (outline != null) {
            outline(shape, outline);
        }
    }

    private void fill(Shape shape, Color color) {
        canvas.setColor(awt(color));
        canvas.fill(shape);
    }

    private void outline(Shape shape, Stroke stroke) {
        canvas.setColor(awt(stroke.color()));
        canvas.setStroke(new BasicStroke(
                (float) stroke.width(), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 1, dashes(stroke), 0));
        canvas.draw(shape);
    }

    /** Null, not an empty array, is how BasicStroke spells a solid line. */
    private static float @Nullable [] dashes(Stroke stroke) {
        if (stroke.dashes().isEmpty()) {
            return null;
        }
        float[] dashes = new float[stroke.dashes().size()];
        for (int i = 0; i < dashes.length; i++) {
            dashes[i] = stroke.dashes().get(i).floatValue();
        }
        return dashes;
    }

    private static java.awt.Color awt(Color color) {
        return new java.awt.Color(color.red(), color.green(), color.blue());
    }

    private static byte[] encode(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        // Not ImageIO.write: it keeps a cache file on disk.
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(image);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
