package kvlab.ordered;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Replaces, in class files, the library's factories of unmodifiable sets and maps by the methods of this package with the same
 * name and descriptor, in calls and in method references. Only sets and maps with fewer than two elements stay.
 */
public final class OrderedFactories {

    private static final int ASM = Opcodes.ASM9;

    private static final Map<Class<?>, Class<?>> REPLACEMENTS =
            Map.of(Set.class, OrderedSet.class, Map.class, OrderedMap.class, Collectors.class, OrderedCollectors.class);

    /** By the method that is replaced, the internal name of the new owner. */
    private static final Map<Factory, String> OWNERS = owners();

    /** A method as class files name it. */
    private record Factory(String owner, String name, String descriptor) {}

    private OrderedFactories() {}

    /** Whether a class is one of those that stand for the JDK's in the code of a submission. */
    public static boolean makes(Class<?> type) {
        return type == OrderedSet.class || type == OrderedMap.class;
    }

    /**
     * A class file that calls the factories of this package.
     *
     * @return the same array if it calls none of the library's
     */
    public static byte[] replacedIn(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, 0);
        Replacing replacing = new Replacing(writer);
        reader.accept(replacing, 0);
        return replacing.replaced ? writer.toByteArray() : classFile;
    }

    /** The same for the class files of a program, by name, in the same order. */
    public static Map<String, byte[]> replacedIn(Map<String, byte[]> classFiles) {
        Map<String, byte[]> replaced = new LinkedHashMap<>();
        classFiles.forEach((name, classFile) -> replaced.put(name, replacedIn(classFile)));
        return replaced;
    }

    private static Map<Factory, String> owners() {
        return REPLACEMENTS.entrySet().stream()
                .flatMap(replacement -> factories(replacement.getKey(), replacement.getValue()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Stream<Map.Entry<Factory, String>> factories(Class<?> library, Class<?> ordered) {
        return Stream.of(ordered.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && Modifier.isStatic(method.getModifiers()))
                .map(method -> Map.entry(factory(library, method), Type.getInternalName(ordered)));
    }

    private static Factory factory(Class<?> owner, Method method) {
        return new Factory(Type.getInternalName(owner), method.getName(), Type.getMethodDescriptor(method));
    }

    private static final class Replacing extends ClassVisitor {

        private boolean replaced;

        Replacing(ClassVisitor next) {
            super(ASM, next);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(ASM, super.visitMethod(access, name, descriptor, signature, exceptions)) {
                @Override
                public void visitMethodInsn(int opcode, String owner, String name, String type, boolean isInterface) {
                    String ordered = OWNERS.get(new Factory(owner, name, type));
                    replaced |= ordered != null;
                    super.visitMethodInsn(
                            opcode, ordered == null ? owner : ordered, name, type, ordered == null && isInterface);
                }

                @Override
                public void visitInvokeDynamicInsn(String name, String type, Handle bootstrap, Object... arguments) {
                    super.visitInvokeDynamicInsn(
                            name,
                            type,
                            bootstrap,
                            Stream.of(arguments).map(Replacing.this::replacedIn).toArray());
                }
            };
        }

        private Object replacedIn(Object argument) {
            if (!(argument instanceof Handle handle)) {
                return argument;
            }
            String ordered = OWNERS.get(new Factory(handle.getOwner(), handle.getName(), handle.getDesc()));
            replaced |= ordered != null;
            return ordered == null
                    ? handle
                    : new Handle(handle.getTag(), ordered, handle.getName(), handle.getDesc(), false);
        }
    }
}
