package kvlab.submission;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import kvlab.api.KeyValueServer;
import kvlab.diagnostic.Diagnostic;

/** What a student might write: Java text, compiled into memory by the compiler of the JDK that runs the tests. */
final class StudentCode {

    /** The line on which the members given to {@link #server} begin. */
    static final int FIRST_LINE = 10;

    private final Map<String, byte[]> classFiles;

    private StudentCode(Map<String, byte[]> classFiles) {
        this.classFiles = classFiles;
    }

    /** A submission of the core lab. */
    static Submission load(ClassLoader classes) {
        return Submission.load(classes, Set.of(Part.SERVER));
    }

    /** The same, with its classes initialised and what they hold inspected. */
    static Submission initialise(ClassLoader classes) {
        Submission submission = load(classes);
        submission.initialise();
        submission.requireNothingShared();
        return submission;
    }

    /** What is said of a server with these members, which is refused. */
    static List<String> findings(String members) {
        return assertThrows(
                        SubmissionRefused.class,
                        () -> initialise(server(members).loader()))
                .findings()
                .stream()
                .map(Diagnostic::message)
                .toList();
    }

    /** A complete {@code lab.KvServer} that does nothing, with these additional members, the first in line 10. */
    static StudentCode server(String members) {
        return file("KvServer", serverText(members));
    }

    static String serverText(String members) {
        return """
                package lab;
                import java.math.*; import java.time.*; import java.util.*; import java.util.concurrent.*;
                import java.util.concurrent.atomic.*; import java.util.concurrent.locks.*; import java.util.function.*;
                import java.util.random.*; import java.util.regex.*; import java.util.stream.*; import kvlab.api.*;
                public class KvServer implements KeyValueServer { private final ServerContext context;
                public KvServer(ServerContext context) { this.context = context; }
                public Status put(RequestId r, String k, String v) { return null; }
                public Status append(RequestId r, String k, String v) { return null; } public void onNextCommand(
                CommittedCommand c) {} public GetResult get(RequestId r, String k) { return null; }
                """ + members + "\n}";
    }

    /** One source file, named without {@code .java}. */
    static StudentCode file(String name, String text) {
        return files(Map.of(name, text));
    }

    /** Several source files, each named without {@code .java}. */
    static StudentCode files(Map<String, String> texts) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Map<String, byte[]> compiled = new TreeMap<>();
        ByteArrayOutputStream complaints = new ByteArrayOutputStream();
        List<SourceText> sources = texts.entrySet().stream()
                .map(text -> new SourceText(text.getKey(), text.getValue()))
                .toList();
        try (StandardJavaFileManager standard = compiler.getStandardFileManager(null, null, null);
                JavaFileManager memory = new IntoMemory(standard, compiled)) {
            List<String> options = List.of("-proc:none", "-nowarn", "-classpath", origin(KeyValueServer.class));
            Writer writer = new OutputStreamWriter(complaints);
            if (!compiler.getTask(writer, memory, null, options, null, sources).call()) {
                throw new IllegalArgumentException("a test's source does not compile:\n" + complaints);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new StudentCode(compiled);
    }

    private static String origin(Class<?> type) {
        return Path.of(URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }

    /** Serves the classes from memory. */
    ClassLoader loader() {
        return new FromMemory(classFiles);
    }

    /** The same classes, marked as compiled for a Java that does not exist yet. */
    StudentCode forJavaOfTheFuture() {
        return new StudentCode(classFiles.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, file -> {
            byte[] bytes = file.getValue().clone();
            bytes[6] = 1;
            return bytes;
        })));
    }

    Class<?> load(String name) {
        try {
            return loader().loadClass(name);
        } catch (ClassNotFoundException absent) {
            throw new IllegalArgumentException(absent);
        }
    }

    void writeInto(Path directory) throws IOException {
        for (Map.Entry<String, byte[]> file : classFiles.entrySet()) {
            Path target = directory.resolve(resource(file.getKey()));
            Files.createDirectories(target.getParent());
            Files.write(target, file.getValue());
        }
    }

    void writeJar(Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Map.Entry<String, byte[]> file : classFiles.entrySet()) {
                out.putNextEntry(new JarEntry(resource(file.getKey())));
                out.write(file.getValue());
            }
        }
    }

    private static String resource(String className) {
        return className.replace('.', '/') + ".class";
    }

    /** Loads from memory what is there, and all else from the harness. */
    private static final class FromMemory extends ClassLoader {

        private final Map<String, byte[]> classFiles;

        FromMemory(Map<String, byte[]> classFiles) {
            super(KeyValueServer.class.getClassLoader());
            this.classFiles = classFiles;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classFiles.get(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            byte[] bytes = name.endsWith(".class")
                    ? classFiles.get(
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    : null;
            return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
        }
    }

    private static final class SourceText extends SimpleJavaFileObject {

        private final String text;

        SourceText(String name, String text) {
            super(URI.create("student:///" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class IntoMemory extends ForwardingJavaFileManager<JavaFileManager> {

        private final Map<String, byte[]> compiled;

        IntoMemory(JavaFileManager standard, Map<String, byte[]> compiled) {
            super(standard);
            this.compiled = compiled;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("student:///" + className.replace('.', '/') + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return new ByteArrayOutputStream() {
                        @Override
                        public void close() {
                            compiled.put(className, toByteArray());
                        }
                    };
                }
            };
        }
    }
}
