package kvlab.classfile;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Finds the fields that a static initialiser sets to immutable values of a mutable type: {@code List.of("a", "b")}, or
 * a lambda that captures nothing. Recognises such a value only if the next instruction stores it.
 */
final class ConstantFields extends MethodVisitor {

    private static final Set<String> COLLECTIONS = Set.of("java/util/List", "java/util/Set", "java/util/Map");
    private static final Set<String> FACTORIES = Set.of("of", "copyOf", "ofEntries");

    private final Set<String> constant = new HashSet<>();
    private final Set<String> other = new HashSet<>();
    private boolean justMadeConstant;

    private ConstantFields() {
        super(ClassFileReader.ASM);
    }

    /** The names of such fields in a class file. */
    static Set<String> in(ClassReader file) {
        ConstantFields fields = new ConstantFields();
        ClassVisitor initialiser = new ClassVisitor(ClassFileReader.ASM) {
            @Override
            public MethodVisitor visitMethod(
                    int access, String name, String descriptor, String signature, String[] thrown) {
                return name.equals("<clinit>") ? fields : null;
            }
        };
        file.accept(initialiser, ClassReader.SKIP_DEBUG);
        Set<String> names = new HashSet<>(fields.constant);
        names.removeAll(fields.other);
        return Set.copyOf(names);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        justMadeConstant = opcode == Opcodes.INVOKESTATIC && COLLECTIONS.contains(owner) && FACTORIES.contains(name);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        boolean capturesNothing = descriptor.startsWith("()");
        justMadeConstant = capturesNothing && bootstrap.getOwner().equals("java/lang/invoke/LambdaMetafactory");
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        if (opcode == Opcodes.PUTSTATIC) {
            (justMadeConstant ? constant : other).add(name);
        }
        justMadeConstant = false;
    }

    // Any other instruction that can push a list or a function, or merge two paths, resets the recognition.

    @Override
    public void visitInsn(int opcode) {
        justMadeConstant = false;
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
        justMadeConstant = false;
    }

    @Override
    public void visitFrame(int kind, int locals, Object[] local, int stacked, Object[] stack) {
        justMadeConstant = false;
    }
}
