package kvlab.submission;

import java.security.ProtectionDomain;
import java.util.Map;

/** Defines a submission's classes once more, as another machine would. Others it takes from where they were loaded first. */
final class SeparateClassLoader extends ClassLoader {

    private final Map<String, byte[]> classes;
    private final ProtectionDomain domain;

    /**
     * @param classes the class files, by name
     * @param first a class that was loaded first, for the loader and domain
     */
    SeparateClassLoader(Map<String, byte[]> classes, Class<?> first) {
        super("machine", first.getClassLoader());
        this.classes = classes;
        this.domain = first.getProtectionDomain();
        setDefaultAssertionStatus(true);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : defineClass(name, bytes, 0, bytes.length, domain);
        }
    }
}
