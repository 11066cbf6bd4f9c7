// What an attack uses that a policy has let past the rules: whatever Java has, by name.
package lab;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

final class Reach {

    interface Attempt {
        Object run() throws Throwable;
    }

    /** Says by an exception what came of it. */
    static void tell(Attempt attempt) {
        String outcome;
        try {
            outcome = "did it: " + attempt.run();
        } catch (Exception | LinkageError e) {
            outcome = "could not: " + e;
        } catch (Throwable e) {
            outcome = "failed: " + e;
        }
        throw new IllegalStateException(outcome);
    }

    /** @param on an object, or the class of a static method */
    static Object call(Object on, String name, Object... arguments) throws Throwable {
        Class<?> type = on instanceof Class<?> named ? named : on.getClass();
        for (; type != null; type = type.getSuperclass()) {
            for (Method method : type.getMethods()) {
                if (method.getName().equals(name) && method.getParameterCount() == arguments.length) {
                    try {
                        method.setAccessible(true);
                        return method.invoke(on instanceof Class<?> ? null : on, arguments);
                    } catch (IllegalArgumentException other) {
                        continue;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } catch (RuntimeException hidden) {
                        continue;
                    }
                }
            }
            for (Class<?> api : type.getInterfaces()) {
                for (Method method : api.getMethods()) {
                    if (method.getName().equals(name) && method.getParameterCount() == arguments.length) {
                        try {
                            return method.invoke(on, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    }
                }
            }
        }
        throw new NoSuchMethodException(on + "." + name);
    }

    static Object make(String type, Object... arguments) throws Throwable {
        for (Constructor<?> constructor : Class.forName(type).getConstructors()) {
            if (constructor.getParameterCount() == arguments.length) {
                try {
                    return constructor.newInstance(arguments);
                } catch (IllegalArgumentException other) {
                    continue;
                } catch (InvocationTargetException e) {
                    throw e.getCause();
                }
            }
        }
        throw new NoSuchMethodException(type);
    }

    static Object field(String type, String name) throws Throwable {
        return Class.forName(type).getField(name).get(null);
    }
}
