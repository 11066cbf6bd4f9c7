package kvlab.classfile;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Resolves the class that declares a member that is referred to through a subtype. */
public final class Hierarchy {

    private final Map<String, ClassFile> own;
    private final ClassLoader others;
    private final Map<String, Optional<Declarations>> declarations = new HashMap<>();
    private final Resolution resolution = new Resolution(this::declarations);

    /**
     * @param own the submission's class files by internal name
     * @param others loads all other classes
     */
    public Hierarchy(Map<String, ClassFile> own, ClassLoader others) {
        this.own = own;
        this.others = others;
    }

    /** Whether a class of the submission declares the member that the Java virtual machine would find. */
    public boolean isOwn(Reference.ToMember member) {
        Set<String> declaring = resolution.declaring(member.owner(), member.name(), member.descriptor());
        return !declaring.isEmpty() && own.keySet().containsAll(declaring);
    }

    /** All that a class refers to, in its code and by what it inherits. */
    public Stream<Reference> references(ClassFile file) {
        return Stream.concat(file.references().stream(), inherited(file).stream());
    }

    /**
     * References that a class makes without code of its own: if it inherits a method from outside that one of the
     * submission's interfaces declares too, calls through the interface end there.
     */
    private List<Reference.ToMember> inherited(ClassFile file) {
        List<Reference.ToMember> inherited = new ArrayList<>();
        for (Declarations above : resolution.superinterfaces(Declarations.of(file))) {
            if (own.containsKey(above.name())) {
                above.members().keySet().stream()
                        .filter(above::passesOn)
                        .filter(member -> member.contains("("))
                        .sorted()
                        .map(method -> inherits(file, method))
                        .filter(member -> !isOwn(member))
                        .forEach(inherited::add);
            }
        }
        return inherited;
    }

    private static Reference.ToMember inherits(ClassFile file, String method) {
        int descriptor = method.indexOf('(');
        return new Reference.ToMember(
                file.place(""), "inherits", file.name(), method.substring(0, descriptor), method.substring(descriptor));
    }

    private Optional<Declarations> declarations(String type) {
        return declarations.computeIfAbsent(
                type,
                name -> Optional.ofNullable(own.get(name)).map(Declarations::of).or(() -> ofOther(name)));
    }

    private Optional<Declarations> ofOther(String type) {
        try {
            return Optional.of(Declarations.of(Class.forName(type.replace('/', '.'), false, others)));
        } catch (ClassNotFoundException | LinkageError absent) {
            return Optional.empty();
        }
    }

    /** The nearest supertypes outside the submission, or the type itself if it is outside, by internal name. */
    public Set<String> outside(String type) {
        Set<String> outside = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(List.of(type));
        while (!next.isEmpty()) {
            String name = next.pop();
            ClassFile file = own.get(name);
            if (file == null) {
                outside.add(name);
            } else if (seen.add(name)) {
                file.supertypes().forEach(next::add);
            }
        }
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
