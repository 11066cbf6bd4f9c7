package kvlab.classfile;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Type;

/** Reads every class and member that a class file's constant pool names, used or not. */
final class ConstantPool {

    private static final int CLASS = 7;
    private static final int FIELD = 9;
    private static final int INTERFACE_METHOD = 11;

    private ConstantPool() {}

    /**
     * @param passedOver internal names of classes that may be named
     * @param references the references found so far; receives the missing ones
     * @return binary names of all classes, in the pool's order
     */
    static Set<String> read(ClassReader file, Set<String> passedOver, References references) {
        Set<String> seenTypes = references.references().stream()
                .filter(Reference.ToType.class::isInstance)
                .map(reference -> ((Reference.ToType) reference).type())
                .collect(Collectors.toCollection(HashSet::new));
        Set<String> seenMembers = new HashSet<>();
        for (Reference reference : references.references()) {
            if (reference instanceof Reference.ToMember member) {
                seenTypes.add(member.owner());
                seenMembers.add(member.owner() + "." + member.name() + member.descriptor());
            }
        }
        Set<String> classNames = new LinkedHashSet<>();
        char[] buffer = new char[file.getMaxStringLength()];
        for (int i = 1; i < file.getItemCount(); i++) {
            int item = file.getItem(i);
            // A long or double takes two entries.
            int tag = item == 0 ? 0 : file.readByte(item - 1);
            if (tag == CLASS) {
                String name = file.readUTF8(item, buffer);
                TypeNames.classesIn(Type.getObjectType(name)).forEach(each -> classNames.add(each.replace('/', '.')));
                boolean known = passedOver.contains(name) || seenTypes.contains(name) || Bootstraps.isOwner(name);
                if (!known) {
                    references.type("names", name);
                }
            } else if (tag >= FIELD && tag <= INTERFACE_METHOD) {
                String owner = file.readClass(item, buffer);
                int nameAndType = file.getItem(file.readUnsignedShort(item + 2));
                String name = file.readUTF8(nameAndType, buffer);
                String descriptor = file.readUTF8(nameAndType + 2, buffer);
                boolean known = Type.getObjectType(owner).getSort() == Type.OBJECT
                                && seenMembers.contains(owner + "." + References.memberName(name) + descriptor)
                        || Bootstraps.isCompilers(owner, name);
                if (!known) {
                    references.member("names", owner, name, descriptor);
                }
            }
        }
        return classNames;
    }
}
