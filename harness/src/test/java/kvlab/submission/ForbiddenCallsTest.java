package kvlab.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.stream.Stream;
import kvlab.classfile.MemberPattern;
import org.junit.jupiter.api.Test;

/** A misspelt row in the table would never catch anybody. */
class ForbiddenCallsTest {

    private static final Set<String> SINCE_JAVA_21 = Set.of("startVirtualThread", "ofVirtual", "ofPlatform");

    @Test
    void everyRowNamesMethodsThatExist() throws ClassNotFoundException {
        for (ForbiddenCall call : ForbiddenCalls.standard().all()) {
            Class<?> owner = Class.forName(call.owner(), false, null);
            for (MemberPattern method : call.methods()) {
                boolean exists =
                        signatures(owner).anyMatch(signature -> method.matches(signature.name, signature.descriptor));
                boolean later = Runtime.version().feature() < 21 && SINCE_JAVA_21.contains(method.text());
                assertTrue(exists || later, owner.getName() + " has no method " + method.text());
            }
        }
    }

    @Test
    void everyRowHasAReasonAndAdvice() {
        for (ForbiddenCall call : ForbiddenCalls.standard().all()) {
            assertTrue(call.why().matches("[a-z].*[a-z]"), call.why());
            assertTrue(call.advice().matches("[A-Z].*\\."), call.advice());
        }
    }

    @Test
    void aPatternWithParametersMeansThatOverloadOnly() {
        MemberPattern pattern = new MemberPattern("new()");
        assertEquals(true, pattern.matches("new", "()V"));
        assertEquals(false, pattern.matches("new", "(J)V"));
    }

    @Test
    void adviceOnAMemberGoesBeforeThatOnItsClassAndItsPackage() {
        ForbiddenCalls calls = ForbiddenCalls.standard();
        assertTrue(calls.advice("java.lang.System", "exit", "(I)V").startsWith("Throw an exception"));
        assertTrue(
                calls.advice("java.lang.System", "getenv", "()Ljava/util/Map;").startsWith("A server has its context"));
        assertTrue(calls.advice("java.util.concurrent.locks.ReentrantLock").startsWith("Remove it"));
        assertTrue(calls.advice("java.util.concurrent.Flow").startsWith("Use context.spawn"));
        assertTrue(calls.advice("org.example.Anything").startsWith("Use kvlab.api"));
    }

    private static Stream<Signature> signatures(Class<?> owner) {
        Stream<Signature> constructors = Stream.of(owner.getDeclaredConstructors())
                .map(made -> new Signature(
                        "new",
                        MethodType.methodType(void.class, made.getParameterTypes())
                                .toMethodDescriptorString()));
        return Stream.concat(
                constructors,
                Stream.concat(Stream.of(owner.getMethods()), Stream.of(owner.getDeclaredMethods()))
                        .map(ForbiddenCallsTest::signature));
    }

    private static Signature signature(Method method) {
        return new Signature(
                method.getName(),
                MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                        .toMethodDescriptorString());
    }

    private record Signature(String name, String descriptor) {}
}
