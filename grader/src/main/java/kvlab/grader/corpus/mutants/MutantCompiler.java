package kvlab.grader.corpus.mutants;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import kvlab.api.KeyValueServer;
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
        SortedMap<String, ByteArrayOutputStream> written = new TreeMap<>();
        if (!task(new InMemory(files, written), sources).call()) {
            return Optional.empty();
        }
        SortedMap<String, byte[]> classes = new TreeMap<>();
        written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
        return Optional.of(classes);
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

    private static final class InMemory extends ForwardingJavaFileManager<StandardJavaFileManager> {
        private final Map<String, ByteArrayOutputStream> written;

        InMemory(StandardJavaFileManager jdk, Map<String, ByteArrayOutputStream> written) {
            super(jdk);
            this.written = written;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:/" + className.replace('.', '/') + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return written.computeIfAbsent(className, name -> new ByteArrayOutputStream());
                }
            };
        }
    }
}
