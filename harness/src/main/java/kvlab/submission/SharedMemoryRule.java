package kvlab.submission;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kvlab.classfile.ClassFile;
import kvlab.classfile.TypeNames;
import kvlab.diagnostic.Diagnostic;

/**
 * Servers must share nothing but the log. All servers of a test run in one process and would share static fields and
 * enum constants, so these must be immutable.
 */
final class SharedMemoryRule {

    private SharedMemoryRule() {}

    static List<Diagnostic> findings(Class<?> type, ClassFile file) {
        Stream<Diagnostic> statics = Stream.of(type.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .filter(field -> !field.isSynthetic() && !field.isEnumConstant())
                .filter(field -> canChange(file, field))
                .map(field -> ofStatic(field).at(file.place(field.getName())));
        Stream<Diagnostic> constants = MutabilityReader.isEnum(type)
                ? MutabilityReader.mutableFields(type).stream()
                        .filter(field -> field.getDeclaringClass() == type)
                        .map(field -> Diagnostic.of("rules.shared-enum").at(file.place(field.getName())))
                : Stream.empty();
        return Stream.concat(statics, constants).toList();
    }

    private static boolean canChange(ClassFile file, Field field) {
        if (!Modifier.isFinal(field.getModifiers())) {
            return true;
        }
        return !MutabilityReader.isConstant(field.getType())
                && !(file.constants().contains(field.getName()) && holdsOnlyConstants(field.getGenericType()));
    }

    /** For a field that holds an unmodifiable collection, or a function that captured nothing. */
    private static boolean holdsOnlyConstants(Type type) {
        Type raw = type instanceof ParameterizedType generic ? generic.getRawType() : type;
        if (!(raw instanceof Class<?> declared) || !declared.isInterface()) {
            return false;
        }
        if (!Collection.class.isAssignableFrom(declared) && !Map.class.isAssignableFrom(declared)) {
            return true;
        }
        return type instanceof ParameterizedType generic
                && Stream.of(generic.getActualTypeArguments())
                        .allMatch(argument ->
                                argument instanceof Class<?> element && MutabilityReader.isConstant(element));
    }

    private static Diagnostic ofStatic(Field field) {
        if (Modifier.isFinal(field.getModifiers())) {
            return Diagnostic.of("rules.shared-content")
                    .with("content", TypeNames.withoutPackage(field.getType().getTypeName()))
                    .with("field", "private final " + declaration(field));
        }
        Optional<String> constant =
                Optional.of("static final").filter(any -> MutabilityReader.isConstant(field.getType()));
        return Diagnostic.of("rules.shared-variable")
                .with("field", "private " + declaration(field))
                .with("constant", constant);
    }

    /** Like {@code Map<...> table}. */
    private static String declaration(Field field) {
        Class<?> type = field.getType();
        String arguments = type.getTypeParameters().length > 0 ? "<...>" : "";
        return type.getSimpleName() + arguments + " " + field.getName();
    }
}
