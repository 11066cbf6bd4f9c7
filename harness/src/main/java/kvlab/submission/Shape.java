package kvlab.submission;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;

/** What all values of one exact class have in common: whether anything in them can change, and where to look for it. */
sealed interface Shape {

    /** Nothing in any value can change. */
    Shape CONSTANT = new Constant();

    /** The first part of a value of this shape that can change; {@code null} if there is none. */
    Fault faultIn(Object value, Walk walk);

    record Constant() implements Shape {
        @Override
        public Fault faultIn(Object value, Walk walk) {
            return null;
        }
    }

    /** Values of many classes, so that only the value itself can tell. */
    record Anything() implements Shape {
        @Override
        public Fault faultIn(Object value, Walk walk) {
            return walk.into(value);
        }
    }

    /** Every value can change, in the same part. */
    record Changeable(Fault fault) implements Shape {
        @Override
        public Fault faultIn(Object value, Walk walk) {
            return fault;
        }
    }

    /**
     * A record, some of whose components can be anything.
     *
     * @param open those components; the others cannot change
     */
    record Parts(List<Part> open) implements Shape {
        @Override
        public Fault faultIn(Object value, Walk walk) {
            for (Part part : open) {
                Object content = part.of(value);
                Fault fault = content == null ? null : part.shape().faultIn(content, walk);
                if (fault != null) {
                    return fault.within(part.step());
                }
            }
            return null;
        }
    }

    /**
     * A component of a record.
     *
     * @param step how a path goes on into it, like {@code .reply}
     * @param shape of all that its declared type allows
     * @param getter reads the field, since an accessor is the student's code; takes and returns an {@link Object}
     */
    record Part(String step, Shape shape, MethodHandle getter) {

        private static final MethodType GETTER = MethodType.methodType(Object.class, Object.class);

        static Part of(RecordComponent component, Shape shape) {
            Class<?> owner = component.getDeclaringRecord();
            try {
                Field field = owner.getDeclaredField(component.getName());
                field.setAccessible(true);
                MethodHandle getter = MethodHandles.lookup().unreflectGetter(field);
                return new Part("." + component.getName(), shape, getter.asType(GETTER));
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
    record Elements() implements Shape {
        @Override
        public Fault faultIn(Object value, Walk walk) {
            int index = 0;
            for (Object element : (List<?>) value) {
                Fault fault = walk.into(element);
                if (fault != null) {
                    return fault.within("[" + index + "]");
                }
                index++;
            }
            return null;
        }
    }

    /** An {@link Optional}, whose value may be able to change. */
    record Inside() implements Shape {
        @Override
        public Fault faultIn(Object value, Walk walk) {
            Fault fault = walk.into(((Optional<?>) value).orElse(null));
            return fault == null ? null : fault.within(".get()");
        }
    }
}
