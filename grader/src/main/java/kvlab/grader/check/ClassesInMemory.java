package kvlab.grader.check;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/** Keeps what the compiler writes, and hides from it every package of the class path but the student's API. */
final class ClassesInMemory extends ForwardingJavaFileManager<StandardJavaFileManager> {

    private static final String API = "kvlab.api";

    private final SortedMap<String, ByteArrayOutputStream> written = new TreeMap<>();

    ClassesInMemory(StandardJavaFileManager jdk) {
        super(jdk);
    }

    Map<String, byte[]> written() {
        SortedMap<String, byte[]> classes = new TreeMap<>();
        written.forEach((name, bytes) -> classes.put(name, bytes.toByteArray()));
        return classes;
    }

    @Override
    public Iterable<JavaFileObject> list(Location location, String packageName, Set<Kind> kinds, boolean recurse)
            throws IOException {
        boolean hidden = location == StandardLocation.CLASS_PATH && !packageName.equals(API);
        return hidden ? List.of() : super.list(location, packageName, kinds, recurse);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(Location location, String className, Kind kind, FileObject sibling) {
        return new SimpleJavaFileObject(URI.create("memory:/" + className.replace('.', '/') + ".class"), kind) {
            @Override
            public OutputStream openOutputStream() {
                return written.computeIfAbsent(className, name -> new ByteArrayOutputStream());
            }
        };
    }
}
