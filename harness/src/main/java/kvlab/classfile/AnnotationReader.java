package kvlab.classfile;

import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.Type;

/** Reads an annotation's values. */
final class AnnotationReader extends AnnotationVisitor {

    private final References references;

    private AnnotationReader(References references) {
        super(ClassFileReader.ASM);
        this.references = references;
    }

    static AnnotationReader of(References references, String descriptor) {
        references.descriptor("is annotated with", descriptor);
        return new AnnotationReader(references);
    }

    /** For the default value of an annotation's method. */
    static AnnotationReader ofDefault(References references) {
        return new AnnotationReader(references);
    }

    @Override
    public void visit(String name, Object value) {
        references.constant(value);
    }

    @Override
    public void visitEnum(String name, String descriptor, String value) {
        references.member("uses", Type.getType(descriptor).getInternalName(), value, descriptor);
    }

    @Override
    public AnnotationVisitor visitAnnotation(String name, String descriptor) {
        return of(references, descriptor);
    }

    @Override
    public AnnotationVisitor visitArray(String name) {
        return this;
    }
}
