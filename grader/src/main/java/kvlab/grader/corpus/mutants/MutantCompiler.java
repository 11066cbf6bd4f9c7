package kvlab.grader.corpus.mutants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import kvlab.api.KeyValueServer;
import kvlab.grader.check.ClassesInMemory;
import kvlab.grader.intake.SourceFile;

/**
 * Compiles many versions of one file, several times as fast as {@code SubmissionCompiler}, which opens the JDK anew for each
 * submission. Not thread-safe.
 */
final class MutantCompiler {

    private static final List<String> OPTIONS =
            List.of("-source", "17", "-target", "17", "-proc:none", "-g", "-nowarn", "-Xlint:none", "-implicit:none");

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final StandardJavaFileManager files =
            compiler.getStandardFileManager(problem -> {}, Locale.ROOT, StandardCharsets.UTF_8);

    MutantCompiler() {
        try {
            Path api = Path.of(KeyValueServer.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of(api));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For a file of which only the tree is of interest. */
    JavaCompiler.CompilationTask task(SourceFile file) {
        return task(files, List.of(file));
    }

    /** The class files by binary name; empty if the files do not compile. */
    Optional<Map<String, byte[]>> compile(List<SourceFile> sources) {
        ClassesInMemory classes = new ClassesInMemory(files);
        return task(classes, sources).call() ? Optional.of(classes.written()) : Optional.empty();
    }

    private JavaCompiler.CompilationTask task(JavaFileManager manager, List<SourceFile> sources) {
        List<JavaFileObject> units =
                sources.stream().map(MutantCompiler::inMemory).toList();
        return compiler.getTask(null, manager, problem -> {}, OPTIONS, null, units);
    }

    private static JavaFileObject inMemory(SourceFile file) {
        return new SimpleJavaFileObject(URI.create("corpus:/lab/" + file.name()), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return file.text();
            }
        };
    }
}
