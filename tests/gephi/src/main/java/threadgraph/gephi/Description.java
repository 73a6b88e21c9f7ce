package threadgraph.gephi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.ElementProperties;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.graph.api.Table;
import org.gephi.io.importer.api.Issue;

/** Turns an opened file into plain maps and lists, ready to be written as JSON. */
final class Description {
    private Description() {}

    /** Gives counts, columns, edge types and issues; with {@code dump} every node and edge too. */
    static Map<String, Object> of(Opened opened, boolean dump) {
        GraphModel model = opened.model;
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("file", opened.file.toString());
        all.put("error", opened.error == null ? null : reason(opened.error));
        all.put("node_count", model.getGraph().getNodeCount());
        all.put("edge_count", model.getGraph().getEdgeCount());
        all.put("directed", model.isDirected());
        all.put("undirected", model.isUndirected());
        all.put("mixed", model.isMixed());
        all.put("multigraph", model.isMultiGraph());
        all.put("dynamic", model.isDynamic());
        all.put("edge_types", Arrays.asList(model.getEdgeTypeLabels(false)));
        all.put("node_columns", columns(model.getNodeTable()));
        all.put("edge_columns", columns(model.getEdgeTable()));
        all.put("issues", opened.issues().stream().map(Description::issue).toList());
        if (dump) {
            all.put("nodes", nodes(model));
            all.put("edges", edges(model));
        }
        return all;
    }

    private static String reason(Throwable error) {
        Throwable last = error;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return last.getClass().getSimpleName() + ": " + last.getMessage();
    }

    private static Map<String, Object> issue(Issue issue) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("severity", issue.getLevel().name());
        row.put("message", issue.getMessage());
        return row;
    }

    private static List<Map<String, Object>> columns(Table table) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Column column : table) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("id", column.getId());
            row.put("title", column.getTitle());
            row.put("type", column.getTypeClass().getSimpleName());
            row.put("property", column.isProperty());
            rows.add(row);
        }
        return rows;
    }

    private static List<Map<String, Object>> nodes(GraphModel model) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Node node : model.getGraph().getNodes().toArray()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("id", node.getId());
            row.put("label", node.getLabel());
            row.put("size", node.size());
            row.put("color", color(node));
            row.put("values", values(node, model.getNodeTable()));
            rows.add(row);
        }
        return rows;
    }

    private static List<Map<String, Object>> edges(GraphModel model) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Edge edge : model.getGraph().getEdges().toArray()) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("id", edge.getId());
            row.put("source", edge.getSource().getId());
            row.put("target", edge.getTarget().getId());
            row.put("directed", edge.isDirected());
            row.put("type", edge.getTypeLabel());
            row.put("label", edge.getLabel());
            row.put("weight", edge.getWeight());
            row.put("values", values(edge, model.getEdgeTable()));
            rows.add(row);
        }
        return rows;
    }

    private static String color(ElementProperties element) {
        return String.format("#%06x", element.getColor().getRGB() & 0xffffff);
    }

    /** Gives the values of the columns that the file brought, by title, without the missing. */
    private static Map<String, Object> values(Element element, Table table) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Column column : table) {
            Object value = column.isProperty() ? null : element.getAttribute(column);
            if (value != null) {
                boolean plain = value instanceof Number || value instanceof Boolean;
                values.put(column.getTitle(), plain ? value : value.toString());
            }
        }
        return values;
    }
}
