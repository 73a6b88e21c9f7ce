package threadgraph.gephi;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import org.gephi.preview.api.G2DTarget;
import org.gephi.preview.api.Vector;

/**
 * A white image that Gephi's preview draws on, one pixel a unit and the origin in the middle.
 * Gephi's own target asks for a screen, so its PNG exporter fails on a machine without one
 * (java.awt.HeadlessException, seen with 0.10.1); drop this class when that is no longer so.
 */
final class Canvas implements G2DTarget {
    private final BufferedImage image;
    private final Graphics2D graphics;

    Canvas(int width, int height) {
        image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(
                RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        refresh();
        graphics.translate(width / 2.0, height / 2.0);
    }

    BufferedImage picture() {
        return image;
    }

    @Override
    public Graphics2D getGraphics() {
        return graphics;
    }

    @Override
    public Image getImage() {
        return image;
    }

    @Override
    public int getWidth() {
        return image.getWidth();
    }

    @Override
    public int getHeight() {
        return image.getHeight();
    }

    @Override
    public Vector getTranslate() {
        return new Vector(image.getWidth() / 2f, image.getHeight() / 2f);
    }

    @Override
    public float getScaling() {
        return 1;
    }

    @Override
    public void setScaling(float scaling) {
        throw new UnsupportedOperationException("one pixel is one unit here");
    }

    @Override
    public void resize(int width, int height) {
        throw new UnsupportedOperationException("the size is fixed");
    }

    @Override
    public void setMoving(boolean moving) {
        throw new UnsupportedOperationException("nothing moves in a file");
    }

    @Override
    public void reset() {
        refresh();
    }

    @Override
    public void refresh() {
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
    }
}
