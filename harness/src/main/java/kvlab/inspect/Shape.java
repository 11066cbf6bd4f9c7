package kvlab.inspect;

import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.function.Function;

/**
 * How the objects of a class are read. Determined once for each class, since a look at a class costs more than one at an
 * object.
 *
 * @param name the class's simple name
 * @param scalar the text of an object that is shown as a number or a word; {@code null} for others
 * @param isSteady whether a scalar's hash code is the same in every process
 * @param fields of a class of a submission; {@code null} for others
 */
record Shape(Nature nature, String name, Function<Object, String> scalar, boolean isSteady, OwnFields fields) {

    enum Nature {
        SCALAR,
        ARRAY,
        LAMBDA,
        OPAQUE,
        /** Of the kit, other than a value of {@code kvlab.api}. */
        KIT,
        LIBRARY,
        OWN
    }

    private static final ClassValue<Shape> BY_CLASS = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            Optional<Function<Object, String>> scalar = Scalars.text(type);
            Nature nature = scalar.isPresent() ? Nature.SCALAR : nature(type);
            return new Shape(
                    nature,
                    Origin.simpleName(type),
                    scalar.orElse(null),
                    Scalars.isSteady(type),
                    nature == Nature.OWN ? OwnFields.of(type) : null);
        }
    };

    static Shape of(Object object) {
        return BY_CLASS.get(object.getClass());
    }

    private static Nature nature(Class<?> type) {
        if (type.isArray()) {
            return Nature.ARRAY;
        }
        if (type.isHidden()) {
            return Nature.LAMBDA;
        }
        if (Proxy.isProxyClass(type)) {
            return Nature.OPAQUE;
        }
        return Origin.isKit(type) ? Nature.KIT : Origin.isLibrary(type) ? Nature.LIBRARY : Nature.OWN;
    }
}
