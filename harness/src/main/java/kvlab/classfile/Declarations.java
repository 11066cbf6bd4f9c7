package kvlab.classfile;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What a class declares, as far as the resolution of members needs it. Names are internal.
 *
 * @param superclass empty for {@code java/lang/Object} only
 * @param members access flags of fields and methods, by name and descriptor
 */
record Declarations(
        String name, boolean isInterface, String superclass, List<String> interfaces, Map<String, Integer> members) {

    static final String OBJECT = Type.getInternalName(Object.class);

    static Declarations of(ClassFile file) {
        List<String> supertypes = file.supertypes();
        return new Declarations(
                file.name(),
                file.isInterface(),
                supertypes.get(0),
                supertypes.subList(1, supertypes.size()),
                file.members());
    }

    /** @throws LinkageError if a type of a member is missing */
    static Declarations of(Class<?> type) {
        Map<String, Integer> members = new HashMap<>();
        for (Field field : type.getDeclaredFields()) {
            members.put(field.getName() + Type.getDescriptor(field.getType()), field.getModifiers());
        }
        for (Method method : type.getDeclaredMethods()) {
            members.put(method.getName() + Type.getMethodDescriptor(method), method.getModifiers());
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            members.put("new" + Type.getConstructorDescriptor(constructor), constructor.getModifiers());
        }
        String superclass = type.getSuperclass() != null
                ? Type.getInternalName(type.getSuperclass())
                : type == Object.class ? "" : OBJECT;
        return new Declarations(
                Type.getInternalName(type),
                type.isInterface(),
                superclass,
                Stream.of(type.getInterfaces()).map(Type::getInternalName).toList(),
                members);
    }

    boolean declares(String member) {
        return members.containsKey(member);
    }

    boolean declaresAbstract(String method) {
        return has(method, Opcodes.ACC_ABSTRACT);
    }

    /** Whether subtypes inherit the interface's method. */
    boolean passesOn(String method) {
        return declares(method) && !has(method, Opcodes.ACC_PRIVATE) && !has(method, Opcodes.ACC_STATIC);
    }

    /** Whether an interface has the method too if this is {@code Object}. */
    boolean isPublicInstance(String method) {
        return has(method, Opcodes.ACC_PUBLIC) && !has(method, Opcodes.ACC_STATIC);
    }

    private boolean has(String member, int flag) {
        return (members.getOrDefault(member, 0) & flag) != 0;
    }

    /** The superclass and the interfaces that it names. */
    List<String> supertypes() {
        List<String> all = new ArrayList<>(interfaces);
        if (!superclass.isEmpty()) {
            all.add(0, superclass);
        }
        return all;
    }
}
