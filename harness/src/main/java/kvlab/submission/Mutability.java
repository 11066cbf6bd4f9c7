package kvlab.submission;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;

/** What all values of one exact class have in common: whether anything in them can change, and where to look for it. */
sealed interface Mutability {

    /** Nothing in any value can change. */
    Mutability NONE = new Immutable();

    /** The first part of a value of this kind that can change; {@code null} if there is none. */
    MutablePart mutablePartIn(Object value, Traversal traversal);

    record Immutable() implements Mutability {
        @Override
        public MutablePart mutablePartIn(Object value, Traversal traversal) {
            return null;
        }
    }

    /** Values of many classes, so that only the value itself can tell. */
    record Unknown() implements Mutability {
        @Override
        public MutablePart mutablePartIn(Object value, Traversal traversal) {
            return traversal.into(value);
        }
    }

    /** Every value can change, in the same part. */
    record Mutable(MutablePart part) implements Mutability {
        @Override
        public MutablePart mutablePartIn(Object value, Traversal traversal) {
            return part;
        }
    }

    /**
     * A record, some of whose components can be anything.
     *
     * @param open those components; the others cannot change
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
     * @param step how a path goes on into it, like {@code .reply}
     * @param mutability of all that its declared type allows
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

    /** A list that cannot change, though its elements may. Its class is one of the Java library's. */
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

    /** An {@link Optional}, whose value may be able to change. */
    record OptionalContent() implements Mutability {
        @Override
        public MutablePart mutablePartIn(Object value, Traversal traversal) {
            MutablePart mutable = traversal.into(((Optional<?>) value).orElse(null));
            return mutable == null ? null : mutable.within(".get()");
        }
    }
}
