package kvlab.classfile;

import java.util.List;
import kvlab.diagnostic.SourcePlace;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;

/** Collects each type and member to which one site in a class file refers. */
record References(SourcePlace place, List<Reference> references) {

    References at(int line) {
        return new References(new SourcePlace(place.file(), place.type(), place.method(), line), references);
    }

    /** @param internalName of a class or, as some instructions have it, the descriptor of an array */
    void type(String how, String internalName) {
        if (internalName != null) {
            type(how, Type.getObjectType(internalName));
        }
    }

    /** @param descriptor of a type or of a method; may be {@code null} */
    void descriptor(String how, String descriptor) {
        if (descriptor != null) {
            type(how, Type.getType(descriptor));
        }
    }

    void type(String how, Type type) {
        TypeNames.classesIn(type).forEach(name -> references.add(new Reference.ToType(place, how, name)));
    }

    /** @param signature of a class, method, field or type; may be {@code null} */
    void signature(String how, String signature) {
        if (signature != null) {
            new SignatureReader(signature).accept(new TypesInSignature(how));
        }
    }

    /** @param owner internal name, or the descriptor of an array */
    void member(String how, String owner, String name, String descriptor) {
        Type type = Type.getObjectType(owner);
        if (type.getSort() == Type.ARRAY) {
            // An array's clone() is public, its other methods are Object's.
            type("uses", type);
            if (!name.equals("clone")) {
                member(how, "java/lang/Object", name, descriptor);
            }
        } else {
            references.add(new Reference.ToMember(place, how, owner, memberName(name), descriptor));
        }
    }

    /** The displayed name of a member: {@code new} for a constructor. */
    static String memberName(String name) {
        return name.equals("<init>") ? "new" : name;
    }

    /** A constant of an instruction or a bootstrap method; the only place of method references. */
    void constant(Object value) {
        if (value instanceof Type type) {
            type("uses", type);
        } else if (value instanceof Handle handle) {
            boolean field = handle.getTag() <= Opcodes.H_PUTSTATIC;
            member(field ? "uses" : "refers to", handle.getOwner(), handle.getName(), handle.getDesc());
        } else if (value instanceof ConstantDynamic dynamic) {
            descriptor("uses", dynamic.getDescriptor());
            Object[] arguments = new Object[dynamic.getBootstrapMethodArgumentCount()];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = dynamic.getBootstrapMethodArgument(i);
            }
            bootstrap(dynamic.getBootstrapMethod(), arguments);
        }
    }

    /** A bootstrap method of a call or a constant. */
    void bootstrap(Handle method, Object... arguments) {
        if (!Bootstraps.isCompilers(method)) {
            references.add(new Reference.ToLinker(place, method.getOwner(), method.getName()));
        }
        for (Object argument : arguments) {
            constant(argument);
        }
    }

    private final class TypesInSignature extends SignatureVisitor {

        private final String how;
        private String current = "";

        TypesInSignature(String how) {
            super(ClassFileReader.ASM);
            this.how = how;
        }

        @Override
        public void visitClassType(String name) {
            current = name;
            type(how, current);
        }

        @Override
        public void visitInnerClassType(String name) {
            current = current + "$" + name;
            type(how, current);
        }

        @Override
        public SignatureVisitor visitTypeArgument(char wildcard) {
            return new TypesInSignature(how);
        }
    }
}
