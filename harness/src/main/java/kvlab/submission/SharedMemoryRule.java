package kvlab.submission;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Servers share nothing but the log. All servers of a test live in one process, though, so whatever a static field or
 * an enum constant holds, they would share: it must not be able to change.
 */
final class SharedMemoryRule {

    private static final String WHY =
            ": all servers and Clerks of a test would share it, and real ones share nothing but the log. ";

    private SharedMemoryRule() {}

    static List<String> findings(SubmittedClass submitted) {
        Class<?> type = submitted.type();
        Stream<String> statics = Stream.of(type.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .filter(field -> !field.isSynthetic() && !field.isEnumConstant())
                .filter(field -> canChange(submitted, field))
                .map(field -> ofStatic(submitted, field));
        Stream<String> constants = Shapes.isEnum(type)
                ? Shapes.changeableFields(type).stream()
                        .filter(field -> field.getDeclaringClass() == type)
                        .map(field -> ofEnum(submitted, field))
                : Stream.empty();
        return Stream.concat(statics, constants).toList();
    }

    private static boolean canChange(SubmittedClass submitted, Field field) {
        if (!Modifier.isFinal(field.getModifiers())) {
            return true;
        }
        return !Shapes.isConstant(field.getType())
                && !(submitted.constants().contains(field.getName()) && holdsOnlyConstants(field.getGenericType()));
    }

    /** Of a field that holds an unmodifiable collection, or a function that has captured nothing. */
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
                        .allMatch(argument -> argument instanceof Class<?> element && Shapes.isConstant(element));
    }

    private static String ofStatic(SubmittedClass submitted, Field field) {
        String site = submitted.site(field.getName()).toString();
        String declared = declaration(field);
        if (Modifier.isFinal(field.getModifiers())) {
            return site + " is static, and the " + Names.of(field.getType().getTypeName()) + " in it can change" + WHY
                    + "Make it a field of the server: private final " + declared + ".";
        }
        String orConstant = Shapes.isConstant(field.getType()) ? " Or make it static final, if it never changes." : "";
        return site + " is static and can change" + WHY + "Make it a field of the server: private " + declared + "."
                + orConstant;
    }

    private static String ofEnum(SubmittedClass submitted, Field field) {
        return submitted.site(field.getName()) + " belongs to an enum's constants and can change" + WHY
                + "Make it final, of a type that cannot change, or keep what changes in a field of the server.";
    }

    /** Like {@code Map<...> table}. */
    private static String declaration(Field field) {
        Class<?> type = field.getType();
        String arguments = type.getTypeParameters().length > 0 ? "<...>" : "";
        return type.getSimpleName() + arguments + " " + field.getName();
    }
}
