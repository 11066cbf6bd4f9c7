package kvlab.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A misspelt row in the table would never catch anybody. */
class TrapsTest {

    private static final Set<String> SINCE_JAVA_21 = Set.of("startVirtualThread", "ofVirtual", "ofPlatform");

    @Test
    void everyRowNamesMethodsThatExist() throws ClassNotFoundException {
        for (Trap trap : Traps.ALL) {
            Class<?> owner = Class.forName(trap.owner(), false, null);
            for (String method : trap.methods()) {
                Trap one = new Trap(trap.owner(), List.of(method), trap.why(), trap.instead());
                boolean exists =
                        signatures(owner).anyMatch(signature -> one.catches(signature.name, signature.descriptor));
                boolean later = Runtime.version().feature() < 21 && SINCE_JAVA_21.contains(method);
                assertTrue(exists || later, owner.getName() + " has no method " + method);
            }
        }
    }

    @Test
    void everyRowHasAReasonAndAdvice() {
        for (Trap trap : Traps.ALL) {
            assertTrue(trap.why().matches("[a-z].*[a-z]"), trap.why());
            assertTrue(trap.instead().matches("[A-Z].*\\."), trap.instead());
        }
    }

    @Test
    void aPatternWithParametersMeansThatOverloadOnly() {
        Trap trap = new Trap("java.util.Random", List.of("new()"), "", "");
        assertEquals(true, trap.catches("<init>", "()V"));
        assertEquals(false, trap.catches("<init>", "(J)V"));
    }

    private static Stream<Signature> signatures(Class<?> owner) {
        Stream<Signature> constructors = Stream.of(owner.getDeclaredConstructors())
                .map(made -> new Signature(
                        "<init>",
                        MethodType.methodType(void.class, made.getParameterTypes())
                                .toMethodDescriptorString()));
        return Stream.concat(
                constructors,
                Stream.concat(Stream.of(owner.getMethods()), Stream.of(owner.getDeclaredMethods()))
                        .map(TrapsTest::signature));
    }

    private static Signature signature(Method method) {
        return new Signature(
                method.getName(),
                MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                        .toMethodDescriptorString());
    }

    private record Signature(String name, String descriptor) {}
}
