package kvlab.classfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.objectweb.asm.Opcodes.ACC_ABSTRACT;
import static org.objectweb.asm.Opcodes.ACC_INTERFACE;
import static org.objectweb.asm.Opcodes.ACC_PRIVATE;
import static org.objectweb.asm.Opcodes.ACC_PUBLIC;
import static org.objectweb.asm.Opcodes.ACC_STATIC;
import static org.objectweb.asm.Opcodes.ACC_SUPER;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Compared with the Java virtual machine itself, on hierarchies that no compiler need accept. */
class ResolutionTest {
    private static final int HIERARCHIES = 150;
    private static final int TYPES = 8;
    private static final List<String> MEMBERS = List.of("a", "b");
    private static final String OBJECT = "java/lang/Object";
    private static final String METHOD = "()Ljava/lang/String;";
    private static final String FIELD = "Ljava/lang/String;";

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private final Map<String, Declarations> types = new LinkedHashMap<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();

    @Test
    void membersAreFoundWhereTheVirtualMachineFindsThem() {
        for (int seed = 0; seed < HIERARCHIES; seed++) {
            generate(new Random(seed));
            Loader loader = new Loader();
            for (Declarations type : types.values()) {
                for (String member : MEMBERS) {
                    compareMethod(loader, type, member);
                    compareField(loader, type, member);
                }
            }
        }
        assertTrue(outcomes.values().stream().allMatch(count -> count > 100), outcomes::toString);
        assertEquals(
                Set.of("method", "static method", "private method", "abstract or several", "field", "none"),
                outcomes.keySet());
    }

    private void compareMethod(Loader loader, Declarations type, String name) {
        Set<String> found = resolution().declaring(type.name(), name, METHOD);
        Optional<Declarations> only =
                found.size() == 1 ? Optional.of(types.get(found.iterator().next())) : Optional.empty();
        int flags = only.map(one -> one.members().get(name + METHOD)).orElse(0);
        String expected;
        if (found.isEmpty()) {
            expected = count("none", "NoSuchMethodError");
        } else if ((flags & ACC_PRIVATE) != 0) {
            expected = count("private method", "IllegalAccessError");
        } else if (only.isEmpty() || (flags & ACC_ABSTRACT) != 0) {
            outcomes.merge("abstract or several", 1, Integer::sum);
            String outcome = loader.call(type, name, false);
            assertTrue(outcome.endsWith("Error"), () -> outcome + " by " + type + "." + name + types);
            return;
        } else {
            expected = count(
                    (flags & ACC_STATIC) != 0 ? "static method" : "method",
                    only.get().name());
        }
        assertEquals(expected, loader.call(type, name, (flags & ACC_STATIC) != 0), () -> type + "." + name + types);
    }

    private void compareField(Loader loader, Declarations type, String name) {
        Set<String> found = resolution().declaring(type.name(), name, FIELD);
        String expected = found.isEmpty()
                ? "NoSuchFieldError"
                : count("field", found.iterator().next());
        assertEquals(expected, loader.read(type, name), () -> type + "." + name + types);
    }

    private String count(String outcome, String expected) {
        outcomes.merge(outcome, 1, Integer::sum);
        return expected;
    }

    private Resolution resolution() {
        return new Resolution(name -> Optional.ofNullable(types.get(name)));
    }

    // ---------------------------------------------------------------------------------------------- hierarchies

    private void generate(Random random) {
        files.clear();
        types.clear();
        types.put(OBJECT, new Declarations(OBJECT, false, "", List.of(), Map.of()));
        List<String> classes = new ArrayList<>(List.of(OBJECT));
        List<String> interfaces = new ArrayList<>();
        for (int i = 0; i < TYPES; i++) {
            boolean isInterface = random.nextBoolean();
            String superclass = isInterface ? OBJECT : classes.get(random.nextInt(classes.size()));
            List<String> above =
                    interfaces.stream().filter(each -> random.nextInt(3) == 0).toList();
            String name = (isInterface ? "I" : "C") + i;
            define(new Declarations(name, isInterface, superclass, above, members(isInterface, random)));
            (isInterface ? interfaces : classes).add(name);
        }
        types.remove(OBJECT);
    }

    private static Map<String, Integer> members(boolean ofInterface, Random random) {
        Map<String, Integer> members = new TreeMap<>();
        for (String name : MEMBERS) {
            int kind = random.nextInt(8);
            if (kind < 4) {
                members.put(
                        name + METHOD,
                        List.of(ACC_PUBLIC, ACC_PUBLIC | ACC_STATIC, ACC_PRIVATE, ACC_PUBLIC | ACC_ABSTRACT)
                                .get(kind));
            }
            if (random.nextInt(3) == 0) {
                members.put(name + FIELD, ACC_PUBLIC | ACC_STATIC | (ofInterface ? Opcodes.ACC_FINAL : 0));
            }
        }
        return members;
    }

    /** Each method returns the name of the class that declares it, and each field holds it. */
    private void define(Declarations type) {
        types.put(type.name(), type);
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        int access = type.isInterface() ? ACC_PUBLIC | ACC_INTERFACE | ACC_ABSTRACT : ACC_PUBLIC | ACC_SUPER;
        // A class with an abstract method that is not abstract itself can be made an object of, which the test needs.
        writer.visit(
                Opcodes.V17,
                access,
                type.name(),
                null,
                type.superclass(),
                type.interfaces().toArray(String[]::new));
        type.members().forEach((member, flags) -> {
            String name = member.substring(0, 1);
            if (member.endsWith(METHOD)) {
                MethodVisitor code = writer.visitMethod(flags, name, METHOD, null, null);
                if ((flags & ACC_ABSTRACT) == 0) {
                    returnText(code, type.name());
                }
            } else {
                writer.visitField(flags, name, FIELD, null, null);
            }
        });
        MethodVisitor initialiser = writer.visitMethod(ACC_STATIC, "<clinit>", "()V", null, null);
        type.members().keySet().stream()
                .filter(member -> member.endsWith(FIELD) && !member.endsWith(METHOD))
                .forEach(member -> {
                    initialiser.visitLdcInsn(type.name());
                    initialiser.visitFieldInsn(Opcodes.PUTSTATIC, type.name(), member.substring(0, 1), FIELD);
                });
        initialiser.visitInsn(Opcodes.RETURN);
        initialiser.visitMaxs(0, 0);
        if (!type.isInterface()) {
            constructor(writer, type.superclass());
        }
        files.put(type.name(), writer.toByteArray());
    }

    private static void constructor(ClassWriter writer, String superclass) {
        MethodVisitor code = writer.visitMethod(ACC_PUBLIC, "<init>", "()V", null, null);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, superclass, "<init>", "()V", false);
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 0);
    }

    private static void returnText(MethodVisitor code, String text) {
        code.visitLdcInsn(text);
        code.visitInsn(Opcodes.ARETURN);
        code.visitMaxs(0, 0);
    }

    // ------------------------------------------------------------------------------------- the virtual machine

    /** Loads a hierarchy, and callers of its members. */
    private final class Loader extends ClassLoader {
        private int callers;

        @Override
        protected Class<?> findClass(String name) {
            byte[] file = files.get(name);
            return defineClass(name, file, 0, file.length);
        }

        /** What a call in the type returns or throws. Through an interface, a class without members of its own makes it. */
        String call(Declarations type, String method, boolean isStatic) {
            boolean special = type.isInterface() && !isStatic;
            return outcome(type, special, code -> {
                if (isStatic) {
                    code.visitMethodInsn(Opcodes.INVOKESTATIC, type.name(), method, METHOD, type.isInterface());
                } else if (special) {
                    code.visitVarInsn(Opcodes.ALOAD, 0);
                    code.visitMethodInsn(Opcodes.INVOKESPECIAL, type.name(), method, METHOD, true);
                } else {
                    code.visitTypeInsn(Opcodes.NEW, type.name());
                    code.visitInsn(Opcodes.DUP);
                    code.visitMethodInsn(Opcodes.INVOKESPECIAL, type.name(), "<init>", "()V", false);
                    code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, type.name(), method, METHOD, false);
                }
            });
        }

        String read(Declarations type, String field) {
            return outcome(type, false, code -> code.visitFieldInsn(Opcodes.GETSTATIC, type.name(), field, FIELD));
        }

        private String outcome(Declarations type, boolean implementing, Consumer<MethodVisitor> call) {
            String name = "Caller" + callers++;
            ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
            String[] interfaces = implementing ? new String[] {type.name()} : new String[0];
            writer.visit(Opcodes.V17, ACC_PUBLIC | ACC_SUPER, name, null, OBJECT, interfaces);
            constructor(writer, OBJECT);
            MethodVisitor code = writer.visitMethod(ACC_PUBLIC, "outcome", METHOD, null, null);
            call.accept(code);
            code.visitInsn(Opcodes.ARETURN);
            code.visitMaxs(0, 0);
            byte[] file = writer.toByteArray();
            Class<?> caller = defineClass(name, file, 0, file.length);
            try {
                return (String) caller.getMethod("outcome")
                        .invoke(caller.getConstructor().newInstance());
            } catch (InvocationTargetException thrown) {
                return thrown.getCause().getClass().getSimpleName();
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
    }
}
