package kvlab.submission;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import kvlab.classfile.TypeNames;
import kvlab.diagnostic.Diagnostic;

/**
 * Copies values into the classes of a program, as deserialisation does: records by their components, with the canonical
 * constructor, and enum constants by name. Objects of the Java library that contain no others stay the same.
 */
final class ValueReader {

    private static final MethodType CONSTRUCTOR = MethodType.methodType(Object.class, Object[].class);

    private final Program program;
    private final Map<Class<?>, MethodHandle> constructors = new HashMap<>();

    ValueReader(Program program) {
        this.program = program;
    }

    /**
     * The value in the program's classes. What {@link PureValue} does not accept stays as it is.
     *
     * @throws NotCopyable if a record's constructor throws, or does not keep what it is given
     */
    Object read(Object value) {
        if (value instanceof Optional<?> optional) {
            Object content = read(optional.orElse(null));
            return content == optional.orElse(null) ? optional : Optional.of(content);
        }
        if (value instanceof List<?> list && MutabilityReader.UNMODIFIABLE_LISTS.contains(list.getClass())) {
            return readList(list);
        }
        if (value instanceof Record record) {
            return foreign(record.getClass())
                    .<Object>map(own -> readRecord(record, own))
                    .orElse(record);
        }
        if (value instanceof Enum<?> constant) {
            return foreign(constant.getDeclaringClass())
                    .<Object>map(own -> constant(own, constant.name()))
                    .orElse(constant);
        }
        return value;
    }

    /** The program's own class, if this is another program's class of the same submission. */
    private Optional<Class<?>> foreign(Class<?> type) {
        return program.counterpart(type).filter(own -> own != type);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object constant(Class<?> anEnum, String name) {
        return Enum.valueOf((Class) anEnum, name);
    }

    /** The same list if it contains nothing to copy, or else one that behaves alike. */
    private Object readList(List<?> list) {
        Object[] elements = list.toArray();
        boolean same = true;
        for (int i = 0; i < elements.length; i++) {
            Object read = read(elements[i]);
            same &= read == elements[i];
            elements[i] = read;
        }
        if (same) {
            return list;
        }
        if (list.getClass() == Collections.singletonList(1).getClass()) {
            return Collections.singletonList(elements[0]);
        }
        return acceptsNull(list) ? Stream.of(elements).toList() : List.of(elements);
    }

    /** Whether a list answers what is asked of {@code null}: that from {@link List#of()} throws. */
    private static boolean acceptsNull(List<?> list) {
        try {
            list.contains(null);
            return true;
        } catch (NullPointerException refused) {
            return false;
        }
    }

    private Object readRecord(Record record, Class<?> own) {
        List<Mutability.Component> parts = ValueSize.parts(record.getClass());
        Object[] read = new Object[parts.size()];
        for (int i = 0; i < read.length; i++) {
            read[i] = read(parts.get(i).of(record));
        }
        Object copy;
        try {
            copy = constructors.computeIfAbsent(own, ValueReader::constructor).invokeExact(read);
        } catch (Throwable thrown) { // whatever the student's code throws
            throw notCopyable(
                    own,
                    Diagnostic.of("value.copy-throws")
                            .with("exception", thrown.getClass().getSimpleName()));
        }
        List<Mutability.Component> kept = ValueSize.parts(own);
        for (int i = 0; i < read.length; i++) {
            if (!Objects.equals(read[i], kept.get(i).of(copy))) {
                throw notCopyable(
                        own,
                        Diagnostic.of("value.copy-differs")
                                .with("component", kept.get(i).step().substring(1)));
            }
        }
        return copy;
    }

    private static NotCopyable notCopyable(Class<?> type, Diagnostic why) {
        return new NotCopyable(why.with("type", TypeNames.withoutPackage(type.getName())));
    }

    private static MethodHandle constructor(Class<?> type) {
        Class<?>[] components = Stream.of(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(components);
            canonical.setAccessible(true);
            return MethodHandles.lookup()
                    .unreflectConstructor(canonical)
                    .asSpreader(Object[].class, components.length)
                    .asType(CONSTRUCTOR);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("cannot reach the canonical constructor of " + type, impossible);
        }
    }
}
