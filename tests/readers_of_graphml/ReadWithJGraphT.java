import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DirectedPseudograph;
import org.jgrapht.nio.Attribute;
import org.jgrapht.nio.graphml.GraphMLImporter;

/**
 * Reads GraphML files with JGraphT and prints what is in each as one line of JSON. JGraphT checks a
 * file against the XML schema of GraphML first.
 */
public final class ReadWithJGraphT {
    private final Map<String, Map<String, Object>> nodes = new LinkedHashMap<>();
    private final Map<DefaultEdge, Map<String, Object>> edges = new LinkedHashMap<>();
    private final Map<String, String> nodeColumns = new TreeMap<>();
    private final Map<String, String> edgeColumns = new TreeMap<>();
    private final Graph<String, DefaultEdge> graph = new DirectedPseudograph<>(DefaultEdge.class);

    public static void main(String[] files) {
        for (String file : files) {
            Map<String, Object> answer;
            try {
                answer = new ReadWithJGraphT().read(new File(file));
            } catch (RuntimeException refused) {
                answer = Map.of("error", reason(refused));
            }
            System.out.println(json(answer));
        }
    }

    private static String reason(Throwable refused) {
        return refused.getCause() == null ? refused.toString() : reason(refused.getCause());
    }

    private Map<String, Object> read(File file) {
        GraphMLImporter<String, DefaultEdge> importer = new GraphMLImporter<>();
        importer.setVertexFactory(id -> id);
        importer.addVertexAttributeConsumer((place, value) -> keep(
                nodes.computeIfAbsent(place.getFirst(), id -> new TreeMap<>()),
                nodeColumns, place.getSecond(), value));
        importer.addEdgeAttributeConsumer((place, value) -> keep(
                edges.computeIfAbsent(place.getFirst(), edge -> new TreeMap<>()),
                edgeColumns, place.getSecond(), value));
        importer.importGraph(graph, file);
        return answer();
    }

    private static void keep(
            Map<String, Object> row, Map<String, String> columns, String name, Attribute value) {
        if (name.equals("ID")) { // JGraphT adds the node's own id
            return;
        }
        String type = value.getType().toString();
        columns.put(name, type);
        row.put(name, switch (type) {
            case "boolean" -> Boolean.valueOf(value.getValue());
            case "int", "long" -> Long.valueOf(value.getValue());
            case "float", "double" -> Double.valueOf(value.getValue());
            default -> value.getValue();
        });
    }

    private Map<String, Object> answer() {
        List<Object> nodeRows = new ArrayList<>();
        for (String id : graph.vertexSet()) {
            nodeRows.add(List.of(id, nodes.getOrDefault(id, Map.of())));
        }
        List<Object> edgeRows = new ArrayList<>();
        for (DefaultEdge edge : graph.edgeSet()) {
            edgeRows.add(List.of(graph.getEdgeSource(edge), graph.getEdgeTarget(edge),
                    edges.getOrDefault(edge, Map.of())));
        }
        return Map.of("nodes", nodeRows, "edges", edgeRows,
                "node_columns", nodeColumns, "edge_columns", edgeColumns);
    }

    private static String json(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> json(entry.getKey()) + ":" + json(entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(ReadWithJGraphT::json).collect(Collectors.joining(",", "[", "]"));
        }
        return value instanceof String text ? quoted(text) : String.valueOf(value);
    }

    /** Writes ASCII only, so that the encoding of the terminal does not matter. */
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
