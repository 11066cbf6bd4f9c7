package kvlab.submission;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;

/** The mutability of the values of one exact class, and the parts to inspect in a value. */
sealed interface Mutability {

    /** All values are deeply immutable. */
    Mutability NONE = new Immutable();

    /** The first mutable part of a value; {@code null} if there is none. */
    MutablePart mutablePartIn(Object value, Traversal traversal);

    record Immutable() implements Mutability {
        @Override
        public MutablePart mutablePartIn(Object value, Traversal traversal) {
            return null;
        }
    }

    /** Values of many classes, so that each value must be inspected. */
    record Unknown() implements Mutability {
        @Override
        public MutablePart mutablePartIn(Object value, Traversal traversal) {
            return traversal.into(value);
        }
    }

    /** All values are mutable, in the same part. */
    record Mutable(MutablePart part) implements Mutability {
        @Override
        public MutablePart mutablePartIn(Object value, Traversal traversal) {
            return part;
        }
    }

    /**
     * A record with components that must be inspected.
     *
     * @param open those components; the others are immutable
     */
    record Components(List<Component> open) implements Mutability {
        @Override
        public MutablePart mutablePartIn(Object value, Traversal traversal) {
            for (Component component : open) {
                Object content = component.of(value);
                MutablePart mutable =
                        content == null ? null : component.mutability().mutablePartIn(content, traversal);
                if (mutable != null) {
                    return mutable.within(component.step());
                }
            }
            return null;
        }
    }

    /**
     * A component of a record.
     *
     * @param step the component's step in a path, like {@code .reply}
     * @param mutability that of all values of its declared type
     * @param getter reads the field, since an accessor is the student's code; takes and returns an {@link Object}
     */
    record Component(String step, Mutability mutability, MethodHandle getter) {

        private static final MethodType GETTER = MethodType.methodType(Object.class, Object.class);

        static Component of(RecordComponent component, Mutability mutability) {
            Class<?> owner = component.getDeclaringRecord();
            try {
                Field field = owner.getDeclaredField(component.getName());
                field.setAccessible(true);
                MethodHandle getter = MethodHandles.lookup().unreflectGetter(field);
                return new Component("." + component.getName(), mutability, getter.asType(GETTER));
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException("cannot reach the field of " + component + " in " + owner, impossible);
            }
        }

        Object of(Object owner) {
            try {
                return getter.invokeExact(owner);
            } catch (Throwable impossible) {
                throw new IllegalStateException("cannot read the field of the component " + step, impossible);
            }
        }
    }

    /** An unmodifiable list of the Java library, whose elements must be inspected. */
    record Elements() implements Mutability {
        @Override
        public MutablePart mutablePartIn(Object value, Traversal traversal) {
            int index = 0;
            for (Object element : (List<?>) value) {
                MutablePart mutable = traversal.into(element);
                if (mutable != null) {
                    return mutable.within("[" + index + "]");
                }
                index++;
            }
            return null;
        }
    }

    /** An {@link Optional}, whose value must be inspected. */
    record OptionalContent() implements Mutability {
        @Override
        public MutablePart mutablePartIn(Object value, Traversal traversal) {
            MutablePart mutable = traversal.into(((Optional<?>) value).orElse(null));
            return mutable == null ? null : mutable.within(".get()");
        }
    }
}
