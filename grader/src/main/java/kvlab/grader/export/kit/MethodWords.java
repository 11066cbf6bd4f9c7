package kvlab.grader.export.kit;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * The instructions of a class's methods, without names that a copy may have changed: those of its own classes, fields and
 * methods. What it calls of Java and of {@code kvlab.api} is in.
 */
final class MethodWords {

    private MethodWords() {}

    /** For each method that a person wrote, its instructions. */
    static List<List<String>> of(byte[] classFile) {
        List<List<String>> methods = new ArrayList<>();
        ClassVisitor visitor = new ClassVisitor(Opcodes.ASM9) {
            @Override
            public MethodVisitor visitMethod(
                    int access, String name, String descriptor, String signature, String[] exceptions) {
                if (name.equals("<clinit>") || (access & Opcodes.ACC_BRIDGE) != 0) {
                    return null; // the compiler's tables, alike everywhere
                }
                Words words = new Words();
                methods.add(words.words);
                return words;
            }
        };
        new ClassReader(classFile).accept(visitor, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return methods;
    }

    private static final class Words extends MethodVisitor {
        private final List<String> words = new ArrayList<>();

        Words() {
            super(Opcodes.ASM9);
        }

        private void add(int opcode) {
            words.add(Integer.toString(opcode));
        }

        @Override
        public void visitInsn(int opcode) {
            add(opcode);
        }

        @Override
        public void visitIntInsn(int opcode, int operand) {
            add(opcode);
        }

        @Override
        public void visitVarInsn(int opcode, int index) {
            add(opcode); // a method that became static has other indices
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            words.add(opcode + (isKnown(type) ? type : ""));
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            words.add(opcode + (isKnown(owner) ? owner + "." + name : ""));
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            words.add(isKnown(owner) ? owner + "." + name : "call");
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            words.add(bootstrap.getOwner());
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            add(opcode);
        }

        @Override
        public void visitLdcInsn(Object value) {
            words.add("constant");
        }

        @Override
        public void visitIincInsn(int index, int increment) {
            words.add("increment");
        }

        @Override
        public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
            words.add("switch");
        }

        @Override
        public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
            words.add("switch");
        }

        private static boolean isKnown(String type) {
            return type.startsWith("java/") || type.startsWith("kvlab/api/");
        }
    }
}
