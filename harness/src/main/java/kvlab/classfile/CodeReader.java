package kvlab.classfile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kvlab.classfile.ClassFile.Construct;
import kvlab.classfile.ClassFile.Kind;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.TypePath;

/** Reads a method: its code line by line, and its annotations. */
final class CodeReader extends MethodVisitor {

    private final References method;
    private final String superclass;
    private final Set<String> passedOver;
    private final Map<Label, List<String>> caught = new LinkedHashMap<>();
    private final List<String> caughtHere = new ArrayList<>();
    private final List<Construct> constructs;
    private final boolean isSynchronized;
    private final boolean isConstructor;
    private References here;

    /**
     * @param name the method's, as class files have it
     * @param superclass of the class that the method is in
     * @param passedOver receives the types that only the verifier reads
     * @param constructs receives the method's constructs
     */
    CodeReader(
            References method,
            String name,
            boolean isSynchronized,
            String superclass,
            Set<String> passedOver,
            List<Construct> constructs) {
        super(ClassFileReader.ASM);
        this.method = method;
        this.isConstructor = name.equals("<init>");
        this.isSynchronized = isSynchronized;
        this.constructs = constructs;
        this.superclass = superclass;
        this.passedOver = passedOver;
        this.here = method;
    }

    @Override
    public void visitLineNumber(int line, Label start) {
        boolean isFirst = here == method;
        here = method.at(line);
        if (isFirst && isSynchronized) {
            constructs.add(new Construct(Kind.SYNCHRONIZED_METHOD, here.place()));
        }
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode == Opcodes.MONITORENTER) {
            constructs.add(new Construct(Kind.SYNCHRONIZED_BLOCK, here.place()));
        }
    }

    @Override
    public void visitLabel(Label label) {
        Optional.ofNullable(caught.get(label)).ifPresent(caughtHere::addAll);
    }

    /** The first instruction of a handler, after its line number if the line changes. */
    @Override
    public void visitVarInsn(int opcode, int variable) {
        caughtHere.forEach(type -> here.type("catches", type));
        caughtHere.clear();
    }

    @Override
    public void visitEnd() {
        // A handler in a forged class file may begin differently.
        caught.values().forEach(types -> types.forEach(type -> method.type("catches", type)));
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        here.type(opcode == Opcodes.NEW ? "makes a new" : "uses", type);
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        here.descriptor("uses", descriptor);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        here.member("uses", owner, name, descriptor);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        boolean ofSuperclass = isConstructor && name.equals("<init>") && owner.equals(superclass);
        here.member(ofSuperclass ? "extends" : "calls", owner, name, descriptor);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        here.descriptor("uses", descriptor);
        here.bootstrap(bootstrap, arguments);
    }

    @Override
    public void visitLdcInsn(Object value) {
        here.constant(value);
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
        // Recorded at the handler.
        if (type != null) {
            caught.computeIfAbsent(handler, any -> new ArrayList<>()).add(type);
        }
    }

    @Override
    public void visitFrame(int kind, int locals, Object[] local, int stacked, Object[] stack) {
        // Stack map types, which the compiler computes at merge points; other references cover their values.
        for (int i = 0; i < locals && local != null && i < local.length; i++) {
            passOver(local[i]);
        }
        for (int i = 0; i < stacked && stack != null; i++) {
            passOver(stack[i]);
        }
    }

    private void passOver(Object verified) {
        if (verified instanceof String type) {
            passedOver.add(type);
        }
    }

    @Override
    public AnnotationVisitor visitAnnotationDefault() {
        return AnnotationReader.ofDefault(method);
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        return AnnotationReader.of(method, descriptor);
    }

    @Override
    public AnnotationVisitor visitTypeAnnotation(int kind, TypePath path, String descriptor, boolean visible) {
        return AnnotationReader.of(method, descriptor);
    }

    @Override
    public AnnotationVisitor visitParameterAnnotation(int parameter, String descriptor, boolean visible) {
        return AnnotationReader.of(method, descriptor);
    }

    @Override
    public AnnotationVisitor visitInsnAnnotation(int kind, TypePath path, String descriptor, boolean visible) {
        return AnnotationReader.of(here, descriptor);
    }

    @Override
    public AnnotationVisitor visitTryCatchAnnotation(int kind, TypePath path, String descriptor, boolean visible) {
        return AnnotationReader.of(here, descriptor);
    }

    @Override
    public AnnotationVisitor visitLocalVariableAnnotation(
            int kind, TypePath path, Label[] start, Label[] end, int[] index, String descriptor, boolean visible) {
        return AnnotationReader.of(method, descriptor);
    }
}
