package kvlab.grader.check;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kvlab.api.KeyValueServer;

/** Which class a member comes from that is referred to through another one. */
final class Hierarchy {

    private final Map<String, ClassFile> own;

    /** @param own the submission's class files by internal name */
    Hierarchy(Map<String, ClassFile> own) {
        this.own = own;
    }

    /** Whether a class of the submission has that member from itself or from another such class. */
    boolean isOwn(String owner, String name, String descriptor) {
        ClassFile file = own.get(owner);
        return file != null
                && (file.members().contains((name.equals("new") ? "<init>" : name) + descriptor)
                        || !name.equals("new")
                                && file.supertypes().stream().anyMatch(type -> isOwn(type, name, descriptor)));
    }

    /** Internal names of the classes outside of the submission that a type is, or that it inherits from directly. */
    Set<String> outside(String type) {
        ClassFile file = own.get(type);
        if (file == null) {
            return Set.of(type);
        }
        Set<String> outside = new LinkedHashSet<>();
        file.supertypes().forEach(supertype -> outside.addAll(outside(supertype)));
        return outside;
    }

    /**
     * Names, with dots, of a Java or API class and its supertypes, as far as they declare the member.
     *
     * @param type internal name of a class outside of the submission
     */
    List<String> declaring(String type, String name) {
        try {
            Class<?> found = Class.forName(type.replace('/', '.'), false, KeyValueServer.class.getClassLoader());
            return supertypes(found)
                    .filter(each -> name.equals("new") ? each == found : declares(each, name))
                    .map(each -> Names.dotted(each.getName()))
                    .distinct()
                    .toList();
        } catch (ClassNotFoundException | LinkageError absent) {
            return List.of();
        }
    }

    private static Stream<Class<?>> supertypes(Class<?> type) {
        Stream<Class<?>> above =
                Stream.concat(Stream.ofNullable(type.getSuperclass()), Stream.of(type.getInterfaces()));
        Stream<Class<?>> root = type.isInterface() ? Stream.of(Object.class) : Stream.empty();
        return Stream.concat(Stream.of(type), Stream.concat(above.flatMap(Hierarchy::supertypes), root));
    }

    private static boolean declares(Class<?> type, String name) {
        return Stream.of(type.getDeclaredMethods()).map(Method::getName).anyMatch(name::equals)
                || Stream.of(type.getDeclaredFields()).map(Field::getName).anyMatch(name::equals);
    }
}
