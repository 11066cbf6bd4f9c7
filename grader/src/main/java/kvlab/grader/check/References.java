package kvlab.grader.check;

import java.util.List;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.signature.SignatureReader;
import org.objectweb.asm.signature.SignatureVisitor;

/** Takes apart what a class file refers to from one site, and notes down each type and member in it. */
record References(Site site, List<Use> uses) {

    References at(int line) {
        return new References(new Site(site.className(), site.sourceFile(), site.member(), line), uses);
    }

    /** @param internalName of a class or, as some instructions have it, the descriptor of an array */
    void type(String verb, String internalName) {
        if (internalName != null) {
            type(verb, Type.getObjectType(internalName));
        }
    }

    /** @param descriptor of a type or of a method; may be {@code null} */
    void descriptor(String verb, String descriptor) {
        if (descriptor != null) {
            type(verb, Type.getType(descriptor));
        }
    }

    void type(String verb, Type type) {
        Names.classesIn(type).forEach(name -> uses.add(new Use.OfType(site, verb, name)));
    }

    /** @param signature of a class, method, field or type; may be {@code null} */
    void signature(String verb, String signature) {
        if (signature != null) {
            new SignatureReader(signature).accept(new TypesInSignature(verb));
        }
    }

    /** @param owner internal name, or the descriptor of an array */
    void member(String verb, String owner, String name, String descriptor) {
        Type type = Type.getObjectType(owner);
        if (type.getSort() == Type.ARRAY) {
            // Its clone() is public, its other methods are those of Object.
            type("uses", type);
            if (!name.equals("clone")) {
                member(verb, "java/lang/Object", name, descriptor);
            }
        } else {
            String called = name.equals("<init>") ? "new" : name;
            uses.add(new Use.OfMember(site, verb, owner, called, descriptor));
        }
    }

    /** A constant of an instruction or of a bootstrap method: method references stand there, and nowhere else. */
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

    /** The method that links a call or a constant when it is first reached. */
    void bootstrap(Handle method, Object... arguments) {
        if (!Bootstraps.isCompilers(method)) {
            uses.add(new Use.OfTrick(site, "is linked by " + Names.dotted(method.getOwner()) + "." + method.getName()));
        }
        for (Object argument : arguments) {
            constant(argument);
        }
    }

    private final class TypesInSignature extends SignatureVisitor {

        private final String verb;
        private String current = "";

        TypesInSignature(String verb) {
            super(ClassFileReader.ASM);
            this.verb = verb;
        }

        @Override
        public void visitClassType(String name) {
            current = name;
            type(verb, current);
        }

        @Override
        public void visitInnerClassType(String name) {
            current = current + "$" + name;
            type(verb, current);
        }

        @Override
        public SignatureVisitor visitTypeArgument(char wildcard) {
            return new TypesInSignature(verb);
        }
    }
}
