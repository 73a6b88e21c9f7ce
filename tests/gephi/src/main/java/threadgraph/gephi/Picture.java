package threadgraph.gephi;

import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.gephi.graph.api.Node;
import org.gephi.layout.plugin.forceAtlas2.ForceAtlas2;
import org.gephi.layout.plugin.forceAtlas2.ForceAtlas2Builder;
import org.gephi.preview.api.PreviewController;
import org.gephi.preview.api.PreviewProperties;
import org.gephi.preview.api.PreviewProperty;
import org.gephi.preview.types.DependantColor;
import org.gephi.preview.types.DependantOriginalColor;
import org.gephi.preview.types.EdgeColor;
import org.gephi.statistics.plugin.ConnectedComponents;
import org.openide.util.Lookup;

/**
 * Lays one file out with ForceAtlas 2 and exports a PNG of it. The same file, seed, Gephi, Java and
 * fonts give the same picture: start positions come from the seed in the order of the node ids,
 * the steps are counted and one thread computes them.
 */
final class Picture {
    private static final int WIDTH = 1600;
    private static final int HEIGHT = 1000;
    private static final int SIDE = 130; // pixels that stay free, for the labels
    private static final int TOP = 50;
    private static final int MOST_LABELS = 24;
    private static final float SMALLEST = 7; // pixels, the diameter of the smallest node
    private static final float LARGEST = 44;
    private static final int LONGEST_LABEL = 28;
    private static final Font FONT = new Font("DejaVu Sans", Font.PLAIN, 13);

    private final Opened opened;
    private final long seed;
    private final int iterations;
    private final Node[] nodes;

    Picture(Opened opened, long seed, int iterations) {
        this.opened = opened;
        this.seed = seed;
        this.iterations = iterations;
        nodes = opened.model.getGraph().getNodes().toArray();
        Arrays.sort(nodes, Comparator.comparing(node -> node.getId().toString()));
    }

    void write(Path file) throws IOException {
        if (nodes.length == 0) {
            throw new IOException(opened.file + ": nothing to draw, Gephi has no node of it");
        }
        scatter();
        lay(false, iterations);
        turn();
        resize(1 / fit());
        lay(true, iterations / 4);
        turn();
        float scale = fit();
        for (Node node : nodes) {
            node.setPosition(node.x() * scale, node.y() * scale);
            node.setSize(node.size() * scale);
        }
        label();
        export(file);
    }

    private void scatter() {
        Random random = new Random(seed);
        double radius = 100 * Math.sqrt(nodes.length);
        for (Node node : nodes) {
            double angle = 2 * Math.PI * random.nextDouble();
            double distance = radius * Math.sqrt(random.nextDouble());
            node.setPosition(
                    (float) (distance * Math.cos(angle)), (float) (distance * Math.sin(angle)));
        }
    }

    private void lay(boolean apart, int steps) {
        ForceAtlas2 layout = new ForceAtlas2Builder().buildLayout();
        layout.setGraphModel(opened.model);
        layout.resetPropertiesValues();
        layout.setThreadsCount(1);
        layout.setBarnesHutOptimize(nodes.length > 2000);
        layout.setScalingRatio(10.0);
        layout.setGravity(gravity());
        layout.setEdgeWeightInfluence(0.5);
        layout.setAdjustSizes(apart);
        layout.initAlgo();
        for (int step = 0; step < steps && layout.canAlgo(); step++) {
            layout.goAlgo();
        }
        layout.endAlgo();
    }

    /** Gives more where the graph falls into parts, which would drift away from one another. */
    private double gravity() {
        ConnectedComponents components = new ConnectedComponents();
        components.setDirected(false);
        components.execute(opened.model);
        return components.getConnectedComponentsCount() > 1 ? 20 : 1 + nodes.length / 25.0;
    }

    /** Turns the drawing so that its long side lies flat, the middle at the origin. */
    private void turn() {
        double x = Arrays.stream(nodes).mapToDouble(Node::x).average().orElse(0);
        double y = Arrays.stream(nodes).mapToDouble(Node::y).average().orElse(0);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (Node node : nodes) {
            xx += (node.x() - x) * (node.x() - x);
            yy += (node.y() - y) * (node.y() - y);
            xy += (node.x() - x) * (node.y() - y);
        }
        double angle = -Math.atan2(2 * xy, xx - yy) / 2;
        for (Node node : nodes) {
            double dx = node.x() - x;
            double dy = node.y() - y;
            node.setPosition(
                    (float) (dx * Math.cos(angle) - dy * Math.sin(angle)),
                    (float) (dx * Math.sin(angle) + dy * Math.cos(angle)));
        }
        centre();
    }

    private void centre() {
        DoubleSummaryStatistics x = Arrays.stream(nodes).mapToDouble(Node::x).summaryStatistics();
        DoubleSummaryStatistics y = Arrays.stream(nodes).mapToDouble(Node::y).summaryStatistics();
        for (Node node : nodes) {
            node.setPosition(
                    (float) (node.x() - (x.getMin() + x.getMax()) / 2),
                    (float) (node.y() - (y.getMin() + y.getMax()) / 2));
        }
    }

    /** Gives the factor from the units of the layout to pixels. */
    private float fit() {
        double wide = 1;
        double high = 1;
        for (Node node : nodes) {
            wide = Math.max(wide, 2.0 * Math.abs(node.x()));
            high = Math.max(high, 2.0 * Math.abs(node.y()));
        }
        return (float) Math.min((WIDTH - 2 * SIDE) / wide, (HEIGHT - 2 * TOP) / high);
    }

    /** Draws the area of a node by the size that the file gives it. */
    private void resize(float unitsPerPixel) {
        double smallest = SMALLEST * crowding();
        double largest = LARGEST * crowding();
        double least = Arrays.stream(nodes).mapToDouble(Node::size).min().orElse(1);
        double most = Arrays.stream(nodes).mapToDouble(Node::size).max().orElse(1);
        for (Node node : nodes) {
            double share = most > least ? (node.size() - least) / (most - least) : 0;
            double pixels = smallest + (largest - smallest) * Math.sqrt(share);
            node.setSize((float) pixels * unitsPerPixel / 2);
        }
    }

    /** Gives 1 for a small graph and less for one that would fill the picture with nodes. */
    private double crowding() {
        return Math.min(1, Math.sqrt(400.0 / nodes.length));
    }

    /** Keeps the labels of the largest nodes, as many as do not cover one another. */
    private void label() {
        FontRenderContext context = new FontRenderContext(null, true, true);
        List<Rectangle2D> taken = new ArrayList<>();
        List<Node> largestFirst = new ArrayList<>(List.of(nodes));
        largestFirst.sort(Comparator.comparing(Node::size).reversed());
        for (Node node : largestFirst) {
            String text = shorten(node.getLabel());
            Rectangle2D box = FONT.getStringBounds(text, context);
            // Gephi centres a label on its node and draws y downwards from it.
            box.setRect(node.x() - box.getWidth() / 2, -node.y() - box.getHeight() / 2,
                    box.getWidth() + 6, box.getHeight());
            boolean free =
                    taken.size() < MOST_LABELS && taken.stream().noneMatch(box::intersects);
            node.setLabel(free ? text : null);
            if (free) {
                taken.add(box);
            }
        }
    }

    private static String shorten(String label) {
        if (label == null) {
            return "";
        }
        int points = label.codePointCount(0, label.length());
        if (points <= LONGEST_LABEL) {
            return label;
        }
        return label.substring(0, label.offsetByCodePoints(0, LONGEST_LABEL - 1)).strip() + "…";
    }

    private void export(Path file) throws IOException {
        PreviewController controller = Lookup.getDefault().lookup(PreviewController.class);
        PreviewProperties properties = controller.getModel(opened.workspace).getProperties();
        properties.putValue(PreviewProperty.BACKGROUND_COLOR, Color.WHITE);
        properties.putValue(PreviewProperty.NODE_BORDER_WIDTH, 0.8f);
        properties.putValue(PreviewProperty.NODE_BORDER_COLOR, new DependantColor(Color.WHITE));
        properties.putValue(PreviewProperty.EDGE_CURVED, Boolean.FALSE);
        properties.putValue(PreviewProperty.EDGE_THICKNESS, 1f);
        properties.putValue(PreviewProperty.EDGE_RESCALE_WEIGHT, Boolean.TRUE);
        properties.putValue(PreviewProperty.EDGE_RESCALE_WEIGHT_MIN, 0.8f);
        properties.putValue(PreviewProperty.EDGE_RESCALE_WEIGHT_MAX, 4f);
        properties.putValue(PreviewProperty.EDGE_OPACITY, 55f);
        properties.putValue(PreviewProperty.EDGE_COLOR, new EdgeColor(new Color(0x888888)));
        properties.putValue(PreviewProperty.ARROW_SIZE, 3f);
        properties.putValue(PreviewProperty.SHOW_NODE_LABELS, Boolean.TRUE);
        properties.putValue(PreviewProperty.NODE_LABEL_PROPORTIONAL_SIZE, Boolean.FALSE);
        properties.putValue(PreviewProperty.NODE_LABEL_FONT, FONT);
        properties.putValue(
                PreviewProperty.NODE_LABEL_COLOR, new DependantOriginalColor(Color.BLACK));
        properties.putValue(PreviewProperty.NODE_LABEL_OUTLINE_SIZE, 3f);
        properties.putValue(PreviewProperty.NODE_LABEL_OUTLINE_OPACITY, 80f);
        properties.putValue(
                PreviewProperty.NODE_LABEL_OUTLINE_COLOR, new DependantColor(Color.WHITE));
        controller.refreshPreview(opened.workspace);
        Canvas canvas = new Canvas(WIDTH, HEIGHT);
        controller.render(canvas, opened.workspace);
        ImageIO.write(canvas.picture(), "png", file.toFile());
    }
}
