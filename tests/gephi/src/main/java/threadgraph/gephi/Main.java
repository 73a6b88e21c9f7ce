package threadgraph.gephi;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Prints what Gephi has after opening each file, one JSON object a line; or draws one file. */
public final class Main {
    private static final String USAGE =
            "usage: Main [--dump] FILE...\n       Main --png OUT [--seed N] [--iterations N] FILE";

    private Main() {}

    /** What the command line asks for. */
    private record Options(boolean dump, Path png, long seed, int iterations, List<Path> files) {
        static Options parse(String[] words) {
            boolean dump = false;
            Path png = null;
            long seed = 0;
            int iterations = 1000;
            List<Path> files = new ArrayList<>();
            for (int i = 0; i < words.length; i++) {
                switch (words[i]) {
                    case "--dump" -> dump = true;
                    case "--png" -> png = Path.of(words[++i]);
                    case "--seed" -> seed = Long.parseLong(words[++i]);
                    case "--iterations" -> iterations = Integer.parseInt(words[++i]);
                    default -> files.add(Path.of(words[i]));
                }
            }
            if (files.isEmpty() || (png != null && files.size() > 1)) {
                throw new IllegalArgumentException("no file, or more than one to draw");
            }
            return new Options(dump, png, seed, iterations, files);
        }
    }

    public static void main(String[] words) {
        System.setProperty("java.awt.headless", "true");
        // Some of Gephi's modules print on standard output, where only our lines may stand.
        FileOutputStream output = new FileOutputStream(FileDescriptor.out);
        PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        Options options;
        try {
            options = Options.parse(words);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException wrong) {
            System.err.println(wrong.getMessage() + "\n" + USAGE);
            System.exit(2);
            return;
        }
        Gson json = new GsonBuilder()
                .serializeNulls()
                .serializeSpecialFloatingPointValues()
                .disableHtmlEscaping()
                .create();
        int status = 0;
        try {
            for (Path file : options.files()) {
                out.println(json.toJson(answer(file, options)));
            }
        } catch (IOException failed) {
            System.err.println(failed.getMessage());
            status = 1;
        }
        System.exit(status); // modules of the toolkit leave threads behind
    }

    private static Map<String, Object> answer(Path file, Options options) throws IOException {
        if (options.png() != null) {
            try (Opened opened = Opened.keepingSizes(file)) {
                Map<String, Object> before = Description.of(opened, options.dump());
                new Picture(opened, options.seed(), options.iterations()).write(options.png());
                return before;
            }
        }
        try (Opened opened = Opened.asTheScreenDoes(file)) {
            return Description.of(opened, options.dump());
        }
    }
}
