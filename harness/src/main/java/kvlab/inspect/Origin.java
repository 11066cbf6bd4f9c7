package kvlab.inspect;

import kvlab.api.Command;
import kvlab.ordered.OrderedFactories;

/** Whose a class is. */
final class Origin {
    private static final String API = "kvlab.api.";
    private static final String KIT = "kvlab.";

    private Origin() {}

    /** Whether a class is the JDK's, or stands for one. The kit and submissions are in no named module. */
    static boolean isLibrary(Class<?> type) {
        return type.getModule().isNamed() || OrderedFactories.makes(type);
    }

    /** Whether a class is the kit's, other than values of {@code kvlab.api} and commands: those are read as a submission's own. */
    static boolean isKit(Class<?> type) {
        return type.getName().startsWith(KIT)
                && type.getClassLoader() == Origin.class.getClassLoader()
                && !isLibrary(type)
                && !(type.getName().startsWith(API) && (type.isRecord() || type.isEnum()))
                && !(type.isRecord() && Command.class.isAssignableFrom(type));
    }

    /** Like {@link Class#getSimpleName}, but not empty for an anonymous class: {@code KvServer$1}. */
    static String simpleName(Class<?> type) {
        if (type.isArray()) {
            return simpleName(type.getComponentType()) + "[]";
        }
        String name = type.getName().substring(type.getName().lastIndexOf('.') + 1);
        String inner = name.substring(name.lastIndexOf('$') + 1);
        return inner.isEmpty() || Character.isDigit(inner.charAt(0)) ? name : inner;
    }

    /** Like {@code a Thread}, {@code an Object}. */
    static String described(Class<?> type) {
        String name = simpleName(type);
        return ("AEIOU".indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name;
    }
}
