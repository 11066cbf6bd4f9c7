package kvlab.classfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kvlab.classfile.ClassFile.Construct;
import kvlab.classfile.ClassFile.Kind;
import kvlab.diagnostic.SourcePlace;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.RecordComponentVisitor;
import org.objectweb.asm.TypePath;

/** Reads a class file without loading it. */
final class ClassFileReader extends ClassVisitor {

    static final int ASM = Opcodes.ASM9;

    private final List<Reference> references = new ArrayList<>();
    private final List<Construct> constructs = new ArrayList<>();
    private final Map<String, Integer> members = new HashMap<>();
    private final List<String> supertypes = new ArrayList<>();
    private final Set<String> passedOver = new HashSet<>();
    private String name;
    private String sourceFile = "";
    private String classSignature;
    private boolean isInterface;

    private ClassFileReader() {
        super(ASM);
    }

    /** @throws RuntimeException if the bytes are not a class file */
    static ClassFile read(byte[] bytes) {
        ClassReader file = new ClassReader(bytes);
        ClassFileReader reader = new ClassFileReader();
        file.accept(reader, 0);
        // Catches references that the visitors missed: everything that the constant pool names.
        Set<String> classNames = ConstantPool.read(file, reader.passedOver, reader.references(""));
        return new ClassFile(
                reader.name,
                reader.sourceFile,
                reader.isInterface,
                reader.supertypes,
                reader.members,
                reader.references,
                reader.constructs,
                classNames);
    }

    private References references(String member) {
        return new References(SourcePlace.of(sourceFile, name.replace('/', '.'), member, 0), references);
    }

    @Override
    public void visit(int version, int access, String type, String signature, String superclass, String[] interfaces) {
        name = type;
        isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
        classSignature = signature;
        supertypes.add(superclass);
        supertypes.addAll(List.of(interfaces));
    }

    @Override
    public void visitSource(String source, String debug) {
        sourceFile = Optional.ofNullable(source).orElse("");
    }

    @Override
    public void visitNestHost(String host) {
        references("").type("belongs to", host);
    }

    @Override
    public void visitNestMember(String member) {
        references("").type("contains", member);
    }

    @Override
    public void visitPermittedSubclass(String subclass) {
        references("").type("permits", subclass);
    }

    @Override
    public void visitOuterClass(String owner, String method, String descriptor) {
        references("").type("is inside of", owner);
        references("").descriptor("uses", descriptor);
    }

    @Override
    public void visitInnerClass(String inner, String outer, String simpleName, int access) {
        // Only describes classes of other references: a file with a lambda mentions MethodHandles.Lookup here.
        passedOver.add(inner);
        Optional.ofNullable(outer).ifPresent(passedOver::add);
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        return AnnotationReader.of(references(""), descriptor);
    }

    @Override
    public AnnotationVisitor visitTypeAnnotation(int kind, TypePath path, String descriptor, boolean visible) {
        return AnnotationReader.of(references(""), descriptor);
    }

    @Override
    public RecordComponentVisitor visitRecordComponent(String component, String descriptor, String signature) {
        References references = references(component);
        references.descriptor("is of type", descriptor);
        references.signature("is of a type with", signature);
        return new RecordComponentVisitor(ASM) {
            @Override
            public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                return AnnotationReader.of(references, annotation);
            }

            @Override
            public AnnotationVisitor visitTypeAnnotation(int kind, TypePath path, String annotation, boolean visible) {
                return AnnotationReader.of(references, annotation);
            }
        };
    }

    @Override
    public FieldVisitor visitField(int access, String field, String descriptor, String signature, Object value) {
        members.put(field + descriptor, access);
        References references = references(field);
        references.descriptor("is of type", descriptor);
        references.signature("is of a type with", signature);
        return new FieldVisitor(ASM) {
            @Override
            public AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                return AnnotationReader.of(references, annotation);
            }

            @Override
            public AnnotationVisitor visitTypeAnnotation(int kind, TypePath path, String annotation, boolean visible) {
                return AnnotationReader.of(references, annotation);
            }
        };
    }

    @Override
    public MethodVisitor visitMethod(int access, String method, String descriptor, String signature, String[] thrown) {
        members.put(References.memberName(method) + descriptor, access);
        References references = references(method);
        if ((access & Opcodes.ACC_NATIVE) != 0) {
            constructs.add(new Construct(Kind.NATIVE_METHOD, references.place()));
        }
        if (method.equals("finalize") && descriptor.equals("()V")) {
            constructs.add(new Construct(Kind.FINALIZER, references.place()));
        }
        references.descriptor("has in its declaration", descriptor);
        references.signature("has in its declaration", signature);
        for (String type : thrown == null ? new String[0] : thrown) {
            references.type("throws", type);
        }
        boolean isSynchronized = (access & Opcodes.ACC_SYNCHRONIZED) != 0;
        return new CodeReader(references, method, isSynchronized, supertypes.get(0), passedOver, constructs);
    }

    @Override
    public void visitEnd() {
        // At the end, when the source file's name is known.
        References references = references("");
        references.signature("uses", classSignature);
        references.type("extends", supertypes.get(0));
        supertypes.stream().skip(1).forEach(type -> references.type("implements", type));
    }
}
