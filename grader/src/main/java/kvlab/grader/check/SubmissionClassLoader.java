package kvlab.grader.check;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import kvlab.api.KeyValueServer;
import kvlab.ordered.OrderedFactories;

/**
 * Defines a submission's classes, with ordered sets and maps in place of the library's, so that a seed stands for one
 * schedule. Otherwise it only finds the JDK, {@code kvlab.api} and these.
 */
public final class SubmissionClassLoader extends ClassLoader {

    private static final List<String> OF_THE_KIT =
            List.of(KeyValueServer.class.getPackageName() + ".", OrderedFactories.class.getPackageName() + ".");
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
        this.classes = OrderedFactories.replacedIn(classes);
        this.defined = OrderedFactories.replacedIn(defined);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (OF_THE_KIT.stream().anyMatch(name::startsWith)) {
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
