package kvlab.submission;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kvlab.api.KeyValueServer;
import kvlab.api.ServerContext;

/**
 * The class that a student writes, found and fit to be built.
 *
 * @param constructor takes a {@link ServerContext} and returns a {@link KeyValueServer}
 */
record ServerClass(Class<?> type, MethodHandle constructor) {

    private static final String NAME = "KvServer";

    /**
     * Finds the class without initialising it.
     *
     * @throws SubmissionRefused if it is missing or cannot be built
     */
    static ServerClass find(ClassLoader classes) {
        Class<?> type;
        try {
            type = Class.forName(Submission.SERVER, false, classes);
        } catch (ClassNotFoundException absent) {
            throw new SubmissionRefused(List.of(missing(classes)));
        }
        List<String> findings = new ArrayList<>();
        if (!KeyValueServer.class.isAssignableFrom(type)) {
            requireOurApi(type);
            findings.add(NAME + " does not implement KeyValueServer. Declare it as `public class KvServer implements"
                    + " KeyValueServer`, with `import kvlab.api.KeyValueServer;`.");
        }
        if (type.isInterface() || Modifier.isAbstract(type.getModifiers())) {
            findings.add(NAME + " is " + (type.isInterface() ? "an interface" : "abstract")
                    + ", so no server can be made of it. Declare it as `public class KvServer`.");
        }
        Constructor<?> constructor = constructor(type);
        if (constructor == null) {
            findings.add(NAME + " has no constructor KvServer(ServerContext)" + instead(type)
                    + ". The harness builds each server with `public KvServer(ServerContext context)`.");
        } else if (!constructor.trySetAccessible()) {
            findings.add(NAME + "'s constructor cannot be reached. Delete the file module-info.java.");
        }
        if (!findings.isEmpty()) {
            throw new SubmissionRefused(findings);
        }
        return new ServerClass(type, handle(constructor));
    }

    private static String missing(ClassLoader classes) {
        String needed = "The file KvServer.java must begin with `package lab;` and declare `public class KvServer`.";
        return classes.getResource(NAME + ".class") == null
                ? "There is no class " + Submission.SERVER + ". " + needed
                : "There is a class KvServer, but it is in no package. " + needed;
    }

    /** The student did implement the interface, but the class loader brought an interface of its own. */
    private static void requireOurApi(Class<?> type) {
        boolean another = Stream.of(type.getInterfaces())
                .anyMatch(implemented -> implemented.getName().equals(KeyValueServer.class.getName()));
        if (another) {
            throw new IllegalStateException("the class loader of " + type.getName() + " loads kvlab.api a second time;"
                    + " it must take kvlab.api from the loader of the harness");
        }
    }

    private static Constructor<?> constructor(Class<?> type) {
        try {
            return type.getDeclaredConstructor(ServerContext.class);
        } catch (NoSuchMethodException absent) {
            return null;
        }
    }

    private static String instead(Class<?> type) {
        String others = Stream.of(type.getDeclaredConstructors())
                .map(other -> Arrays.stream(other.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", ", NAME + "(", ")")))
                .sorted()
                .collect(Collectors.joining(" and "));
        return others.isEmpty() ? "" : ", only " + others;
    }

    private static MethodHandle handle(Constructor<?> constructor) {
        try {
            return MethodHandles.lookup()
                    .unreflectConstructor(constructor)
                    .asType(MethodType.methodType(KeyValueServer.class, ServerContext.class));
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(constructor + " was made accessible, and is not", impossible);
        }
    }
}
