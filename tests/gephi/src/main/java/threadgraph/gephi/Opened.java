package threadgraph.gephi;

import java.io.FileNotFoundException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.importer.api.Report;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/** One file opened in a project of its own; {@code error} is null where Gephi got through it. */
final class Opened implements AutoCloseable {
    private final ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
    private final List<Issue> issues = new ArrayList<>();
    final Path file;
    final Workspace workspace;
    final GraphModel model;
    Throwable error;

    private Opened(Path file, boolean autoScale) {
        this.file = file;
        projects.newProject();
        workspace = projects.getCurrentWorkspace();
        model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
        try {
            open(autoScale);
        } catch (FileNotFoundException | RuntimeException failed) {
            error = failed; // a file that Gephi refuses is an answer, not a failure of this program
        }
    }

    /** Opens with the options that Gephi's import dialogue shows first. */
    static Opened asTheScreenDoes(Path file) {
        return new Opened(file, true);
    }

    /** Opens with "auto-scale" off, so that node sizes are those of the file. */
    static Opened keepingSizes(Path file) {
        return new Opened(file, false);
    }

    List<Issue> issues() {
        return issues;
    }

    private void open(boolean autoScale) throws FileNotFoundException {
        ImportController controller = Lookup.getDefault().lookup(ImportController.class);
        Container container = controller.importFile(file.toAbsolutePath().normalize().toFile());
        if (container == null) {
            throw new FileNotFoundException("Gephi has no importer for it, or it does not exist");
        }
        // The import dialogue verifies, shows the report, then processes with a report of its own.
        boolean usable = container.verify();
        collect(container.getReport());
        if (!usable) {
            throw new IllegalArgumentException("Gephi found the content unusable");
        }
        if (!autoScale) {
            container.getLoader().setAutoScale(false);
        }
        DefaultProcessor processor = new DefaultProcessor();
        try {
            controller.process(container, processor, workspace);
        } finally {
            collect(processor.getReport());
        }
    }

    private void collect(Report report) {
        if (report != null) {
            report.getIssues(Integer.MAX_VALUE).forEachRemaining(issues::add);
            report.clean();
        }
    }

    @Override
    public void close() {
        projects.closeCurrentProject();
    }
}
