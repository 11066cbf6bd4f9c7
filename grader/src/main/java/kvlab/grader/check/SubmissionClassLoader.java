package kvlab.grader.check;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;
import kvlab.api.KeyValueServer;

/** Defines a submission's classes; otherwise it only finds the JDK and {@code kvlab.api}. */
public final class SubmissionClassLoader extends ClassLoader {

    private static final String API = KeyValueServer.class.getPackageName() + ".";
    private static final String CLASS_FILE = ".class";

    private final Map<String, byte[]> classes;
    private final Map<String, byte[]> defined;

    static {
        registerAsParallelCapable();
    }

    public SubmissionClassLoader(Map<String, byte[]> classes) {
        this(classes, classes);
    }

    /**
     * @param classes the class files returned as resources
     * @param defined the same classes in the form to run, for example instrumented
     */
    public SubmissionClassLoader(Map<String, byte[]> classes, Map<String, byte[]> defined) {
        super("submission", ClassLoader.getPlatformClassLoader());
        this.classes = Map.copyOf(classes);
        this.defined = Map.copyOf(defined);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (name.startsWith(API)) {
            return KeyValueServer.class.getClassLoader().loadClass(name);
        }
        byte[] bytes = defined.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    /** Also returns class files, for checks before the classes are loaded. */
    @Override
    public InputStream getResourceAsStream(String name) {
        byte[] bytes = name.endsWith(CLASS_FILE)
                ? classes.get(
                        name.substring(0, name.length() - CLASS_FILE.length()).replace('/', '.'))
                : null;
        return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
    }
}
