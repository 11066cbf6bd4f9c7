package kvlab.submission;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kvlab.classfile.ClassFile;
import kvlab.diagnostic.Diagnostic;

/**
 * Servers must share nothing but the log. All servers of a test run in one process and would share static fields and
 * enum constants, so these must be immutable. This rule finds what certainly is not, by its declaration alone, before any
 * code runs; {@link SharedObjects} decides about the rest by what the fields hold.
 */
final class SharedMemoryRule {

    private SharedMemoryRule() {}

    static List<Diagnostic> findings(Class<?> type, ClassFile file) {
        Stream<Diagnostic> statics = Stream.of(type.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .filter(field -> !field.isSynthetic() && !field.isEnumConstant())
                .filter(field ->
                        !Modifier.isFinal(field.getModifiers()) || SharedObject.isMutableByType(field.getType()))
                .map(field -> ofStatic(field).at(file.place(field.getName())));
        Stream<Diagnostic> constants = MutabilityReader.isEnum(type)
                ? MutabilityReader.mutableFields(type).stream()
                        .filter(field -> field.getDeclaringClass() == type)
                        .map(field -> Diagnostic.of("rules.shared-enum").at(file.place(field.getName())))
                : Stream.empty();
        return Stream.concat(statics, constants).toList();
    }

    private static Diagnostic ofStatic(Field field) {
        if (Modifier.isFinal(field.getModifiers())) {
            return new SharedObject(List.of(), field.getType()).finding(field);
        }
        Optional<String> constant =
                Optional.of("static final").filter(any -> MutabilityReader.isConstant(field.getType()));
        return Diagnostic.of("rules.shared-variable")
                .with("field", "private " + SharedObject.declaration(field))
                .with("constant", constant);
    }
}
