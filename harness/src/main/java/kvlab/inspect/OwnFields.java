package kvlab.inspect;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The fields of a class of a submission and of its superclasses up to the first of the Java library.
 *
 * @param named in the order of the source, those of superclasses first
 * @param library the first superclass of the library
 */
record OwnFields(List<Named> named, Class<?> library) {

    /** A readable field, and its name: with its class before it if a subclass has one of the same name. */
    record Named(String name, Field field) {

        Object of(Object object) {
            try {
                return field.get(object);
            } catch (IllegalAccessException impossible) {
                throw new IllegalStateException(field + " was made accessible, and is not", impossible);
            }
        }
    }

    static OwnFields of(Class<?> type) {
        Deque<Class<?>> own = new ArrayDeque<>();
        Class<?> each = type;
        for (; !Origin.isLibrary(each); each = each.getSuperclass()) {
            own.push(each);
        }
        List<Named> named = new ArrayList<>();
        own.forEach(declaring -> addFields(declaring, named));
        return new OwnFields(withoutHidden(named), each);
    }

    private static void addFields(Class<?> declaring, List<Named> named) {
        for (Field field : declaring.getDeclaredFields()) {
            boolean isEnclosing = field.isSynthetic() && field.getName().startsWith("this$");
            if (!Modifier.isStatic(field.getModifiers()) && !isEnclosing && field.trySetAccessible()) {
                String name = field.getName();
                named.add(new Named(field.isSynthetic() ? name.replaceFirst("^val\\$", "") : name, field));
            }
        }
    }

    private static List<Named> withoutHidden(List<Named> named) {
        Set<String> taken = new HashSet<>();
        List<Named> last = new ArrayList<>(named);
        for (int i = named.size() - 1; i >= 0; i--) {
            Named each = named.get(i);
            if (!taken.add(each.name())) {
                last.set(
                        i,
                        new Named(
                                Origin.simpleName(each.field().getDeclaringClass()) + "." + each.name(), each.field()));
            }
        }
        return List.copyOf(last);
    }
}
