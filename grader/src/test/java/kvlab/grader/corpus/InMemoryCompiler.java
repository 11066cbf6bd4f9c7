package kvlab.grader.corpus;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import kvlab.api.KeyValueServer;

/** Compiles one source file of the corpus, in memory, for Java 17. */
final class InMemoryCompiler {
    private InMemoryCompiler() {}

    /** A class loader with the classes of the source, and their class files as resources. */
    static ClassLoader compile(String source) {
        Map<String, byte[]> classFiles = new TreeMap<>();
        StringWriter complaints = new StringWriter();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (JavaFileManager manager = new IntoMemory(compiler.getStandardFileManager(null, null, null), classFiles)) {
            List<String> options = List.of("--release", "17", "-proc:none", "-nowarn", "-classpath", api());
            boolean compiled = compiler.getTask(
                            complaints, manager, null, options, null, List.of(new SourceText(source)))
                    .call();
            if (!compiled) {
                throw new IllegalArgumentException("a server of the corpus does not compile:\n" + complaints);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new FromMemory(classFiles);
    }

    private static String api() {
        URI origin = URI.create(KeyValueServer.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString());
        return Path.of(origin).toString();
    }

    private static final class SourceText extends SimpleJavaFileObject {
        private final String text;

        SourceText(String text) {
            super(URI.create("corpus:///lab/KvServer.java"), Kind.SOURCE);
            this.text = text;
        }

        /** A corpus file may lack the class that its name promises: that is one of the things students do. */
        @Override
        public boolean isNameCompatible(String simpleName, Kind kind) {
            return true;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static final class IntoMemory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, byte[]> classFiles;

        IntoMemory(JavaFileManager standard, Map<String, byte[]> classFiles) {
            super(standard);
            this.classFiles = classFiles;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + className.replace('.', '/') + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    return new ByteArrayOutputStream() {
                        @Override
                        public void close() {
                            classFiles.put(className.replace('.', '/') + ".class", toByteArray());
                        }
                    };
                }
            };
        }
    }

    private static final class FromMemory extends ClassLoader {
        private final Map<String, byte[]> classFiles;

        FromMemory(Map<String, byte[]> classFiles) {
            super(KeyValueServer.class.getClassLoader());
            this.classFiles = classFiles;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classFiles.get(name.replace('.', '/') + ".class");
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }

        @Override
        public InputStream getResourceAsStream(String name) {
            byte[] bytes = classFiles.get(name);
            return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
        }
    }
}
