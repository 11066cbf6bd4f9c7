package kvlab.classfile;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Resolves the class that declares a member that is referred to through a subtype. */
public final class Hierarchy {

    private final Map<String, ClassFile> own;
    private final ClassLoader others;

    /**
     * @param own the submission's class files by internal name
     * @param others loads all other classes
     */
    public Hierarchy(Map<String, ClassFile> own, ClassLoader others) {
        this.own = own;
        this.others = others;
    }

    /** Whether a class of the submission declares a member, or inherits it from another class of the submission. */
    public boolean isOwn(Reference.ToMember member) {
        return isOwn(member.owner(), member.name(), member.descriptor());
    }

    private boolean isOwn(String owner, String name, String descriptor) {
        ClassFile file = own.get(owner);
        return file != null
                && (file.members().contains(name + descriptor)
                        || !name.equals("new")
                                && file.supertypes().stream().anyMatch(type -> isOwn(type, name, descriptor)));
    }

    /** The nearest supertypes outside the submission, or the type itself if it is outside, by internal name. */
    public Set<String> outside(String type) {
        ClassFile file = own.get(type);
        if (file == null) {
            return Set.of(type);
        }
        Set<String> outside = new LinkedHashSet<>();
        file.supertypes().forEach(supertype -> outside.addAll(outside(supertype)));
        return outside;
    }

    /** A class outside the submission and its supertypes, itself first; empty if it cannot be found. */
    public List<Class<?>> withSupertypes(String type) {
        try {
            return supertypes(Class.forName(type.replace('/', '.'), false, others))
                    .distinct()
                    .toList();
        } catch (ClassNotFoundException | LinkageError absent) {
            return List.of();
        }
    }

    /** The binary names of those that declare the member. */
    public List<String> declaring(String type, String member) {
        List<Class<?>> all = withSupertypes(type);
        return all.stream()
                .filter(each -> member.equals("new") ? each == all.get(0) : declares(each, member))
                .map(each -> TypeNames.dotted(each.getName()))
                .toList();
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
