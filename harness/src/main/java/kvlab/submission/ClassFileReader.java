package kvlab.submission;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kvlab.submission.SubmittedClass.Call;
import kvlab.submission.SubmittedClass.Lock;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Reads out of a class file what reflection does not show. */
final class ClassFileReader extends ClassVisitor {

    private static final int ASM = Opcodes.ASM9;
    private static final int CONSTANT_CLASS = 7;

    private final String className;
    private final Set<String> methods = new LinkedHashSet<>();
    private final List<Call> calls = new ArrayList<>();
    private final List<Lock> locks = new ArrayList<>();
    private final ConstantFields constants = new ConstantFields(ASM);
    private String sourceFile;

    private ClassFileReader(String className) {
        super(ASM);
        this.className = className;
    }

    static SubmittedClass read(Class<?> type, byte[] classFile) {
        ClassReader file = new ClassReader(classFile);
        ClassFileReader reader = new ClassFileReader(type.getName());
        file.accept(reader, 0);
        return new SubmittedClass(
                type,
                reader.sourceFile,
                Set.copyOf(reader.methods),
                List.copyOf(reader.calls),
                List.copyOf(reader.locks),
                reader.constants.names(),
                references(file));
    }

    @Override
    public void visitSource(String source, String debug) {
        sourceFile = source;
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] thrown) {
        methods.add(name + descriptor);
        boolean isSynchronized = (access & Opcodes.ACC_SYNCHRONIZED) != 0;
        return new CodeReader(name, isSynchronized, name.equals("<clinit>") ? constants : null);
    }

    /** Every class that the file names, in the file's order, from the constant pool. */
    private static Set<String> references(ClassReader file) {
        Set<String> names = new LinkedHashSet<>();
        char[] buffer = new char[file.getMaxStringLength()];
        for (int i = 1; i < file.getItemCount(); i++) {
            int item = file.getItem(i);
            // The second half of a long or double has no item of its own.
            if (item > 0 && file.readByte(item - 1) == CONSTANT_CLASS) {
                Type type = Type.getObjectType(file.readUTF8(item, buffer));
                Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
                if (element.getSort() == Type.OBJECT) {
                    names.add(element.getClassName());
                }
            }
        }
        return names;
    }

    /** Reads one method's code. */
    private final class CodeReader extends MethodVisitor {

        private final String method;
        private final boolean isSynchronized;
        private int line;

        CodeReader(String method, boolean isSynchronized, MethodVisitor next) {
            super(ASM, next);
            this.method = method;
            this.isSynchronized = isSynchronized;
        }

        @Override
        public void visitLineNumber(int number, Label start) {
            if (line == 0 && isSynchronized) {
                locks.add(new Lock(site(number), true));
            }
            line = number;
            super.visitLineNumber(number, start);
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode == Opcodes.MONITORENTER) {
                locks.add(new Lock(site(line), false));
            }
            super.visitInsn(opcode);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            call(owner, name, descriptor);
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            bootstrap(bootstrap, arguments);
            super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
        }

        @Override
        public void visitLdcInsn(Object value) {
            constant(value);
            super.visitLdcInsn(value);
        }

        private void bootstrap(Handle bootstrap, Object... arguments) {
            constant(bootstrap);
            for (Object argument : arguments) {
                constant(argument);
            }
        }

        /** A method reference is no call in the code: it stands only among the constants that make the function. */
        private void constant(Object value) {
            if (value instanceof Handle handle && handle.getTag() >= Opcodes.H_INVOKEVIRTUAL) {
                call(handle.getOwner(), handle.getName(), handle.getDesc());
            } else if (value instanceof ConstantDynamic dynamic) {
                constant(dynamic.getBootstrapMethod());
                for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
                    constant(dynamic.getBootstrapMethodArgument(i));
                }
            }
        }

        private void call(String owner, String name, String descriptor) {
            calls.add(new Call(site(line), Type.getObjectType(owner).getClassName(), name, descriptor));
        }

        private Site site(int atLine) {
            return new Site(className, sourceFile, method, atLine);
        }
    }
}
