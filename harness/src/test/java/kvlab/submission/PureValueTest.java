package kvlab.submission;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import kvlab.api.Command;
import kvlab.api.Promise;
import kvlab.api.RequestId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PureValueTest {

    enum Kind {
        PUT,
        GET {
            @Override
            boolean reads() {
                return true;
            }
        };

        boolean reads() {
            return false;
        }
    }

    enum Counting {
        ONE;
        int count;
    }

    enum CountingBehindABody {
        ONE {
            @Override
            int next() {
                return ++count;
            }
        };
        int count;

        abstract int next();
    }

    enum WithFunction {
        APPEND(String::concat);
        final BinaryOperator<String> function;

        WithFunction(BinaryOperator<String> function) {
            this.function = function;
        }
    }

    enum Noop implements Command {
        NOOP
    }

    sealed interface Step permits Write, Read {}

    record Write(String key, Object value) implements Step {}

    record Read(String key) implements Step {}

    record Op(RequestId request, Kind kind, String key, String value) implements Command {}

    record Any(Object content) implements Command {}

    record Values(List<String> values) implements Command {}

    record Steps(List<Step> steps) implements Command {}

    record Chain(Chain next, Object content) implements Command {}

    record Generic<T>(T item) implements Command {}

    record Replying(String key, Promise<String> reply) implements Command {}

    record Bytes(byte[] data) implements Command {}

    record Outer(Inner inner) implements Command {}

    record Inner(ArrayList<String> names) {}

    record Numbers(int i, Long l, double d, char c, boolean b, BigInteger big, BigDecimal exact, Number any)
            implements Command {}

    static final class Plain implements Command {}

    static final class Growing extends BigInteger {
        private static final long serialVersionUID = 1;
        int uses;

        Growing() {
            super("1");
        }
    }

    /** Each of its methods throws an error. */
    record Hostile(Object content) implements Command {
        @Override
        public Object content() {
            throw new AssertionError("asked for its content");
        }

        @Override
        public String toString() {
            throw new AssertionError("asked for its text");
        }

        @Override
        public int hashCode() {
            throw new AssertionError("asked for its hash");
        }

        @Override
        public boolean equals(Object other) {
            throw new AssertionError("asked to compare itself");
        }
    }

    static Stream<Object> pureValues() {
        return Stream.of(
                new Op(new RequestId(1, 2), Kind.PUT, "k", "v"),
                new Op(null, Kind.GET, null, null),
                new Numbers(1, 2L, 3.0, 'c', true, BigInteger.TEN, BigDecimal.ONE, 5),
                new Any("text"),
                new Any(null),
                new Any(Kind.GET),
                new Any(WithFunction.APPEND),
                new Any(Duration.ofSeconds(1)),
                new Any(Optional.of(List.of(1))),
                new Any(Optional.empty()),
                new Any(new Any(new Op(null, null, null, null))),
                new Values(List.of()),
                new Values(List.of("a")),
                new Values(List.of("a", "b", "c").subList(1, 3)),
                new Values(List.copyOf(new ArrayList<>(List.of("a", "b", "c", "d")))),
                new Values(Stream.of("a", null).toList()),
                new Values(Collections.emptyList()),
                new Steps(List.of(new Write("k", 3), new Read("k"))),
                new Chain(new Chain(null, 1), 2),
                new Generic<>("item"),
                new Replying("k", null),
                new Hostile(new Hostile("x")),
                Noop.NOOP,
                "text");
    }

    @ParameterizedTest
    @MethodSource("pureValues")
    void aValueThatCannotChangePasses(Object value) {
        PureValue.require(value);
        PureValue.require(value);
    }

    @Test
    void aListThatCanChangeIsRefusedWithTheRemedy() {
        assertRefused(
                new Values(new ArrayList<>()),
                "Values.values is a java.util.ArrayList, which can change after it is in the log: make it"
                        + " List.copyOf(values).");
    }

    @Test
    void aViewOfAListThatCanChangeIsRefused() {
        assertRefused(new Values(Collections.unmodifiableList(new ArrayList<>())), "make it List.copyOf(values).");
    }

    @Test
    void aPartOfAListThatCanChangeIsRefused() {
        assertRefused(new Values(new ArrayList<>(List.of("a", "b")).subList(0, 1)), "make it List.copyOf(values).");
    }

    @Test
    void aPromiseStaysInItsServer() {
        Promise<String> promise = new NeverKept();
        assertRefused(
                new Replying("k", promise),
                "Replying.reply is a kvlab.api.Promise, which belongs to one server, and the log goes to all:"
                        + " keep it in"
                        + " the server and find it by the command's index.");
    }

    @Test
    void anArrayIsRefusedByItsDeclarationEvenWhereItIsAbsent() {
        assertRefused(
                new Bytes(null),
                "Bytes.data is a byte[], which can change after it is in the log: make it a List, as from List.of.");
    }

    @Test
    void thePathLeadsThroughRecordsListsAndOptionals() {
        assertRefused(
                new Steps(List.of(new Read("k"), new Write("k", Optional.of(new Any(new AtomicLong()))))),
                "Steps.steps[1].value.get().content is a java.util.concurrent.atomic.AtomicLong, which can"
                        + " change after it"
                        + " is in the log: make it a long.");
    }

    @Test
    void thePathLeadsThroughDeclaredTypes() {
        assertRefused(
                new Outer(null),
                "Outer.inner.names is a java.util.ArrayList, which can change after it is in the log: make it"
                        + " List.copyOf(names).");
    }

    @Test
    void aClassIsNoCommand() {
        assertRefused(
                new Plain(),
                "The command is a kvlab.submission.PureValueTest.Plain, a class and not a record: declare it as `record"
                        + " Plain(...) implements Command`.");
    }

    @Test
    void anAnonymousClassIsNoCommand() {
        assertRefused(new Command() {}, "a class and not a record: declare it as `record Op(...) implements Command`.");
    }

    @Test
    void aLambdaIsNoValue() {
        Runnable lambda = () -> {};
        assertRefused(
                new Any(lambda),
                "Any.content is a lambda, which is code and no value: say with an enum or a string what to do.");
    }

    @Test
    void anEnumWhoseConstantsCanChangeIsNoValue() {
        assertRefused(
                new Any(Counting.ONE),
                "Any.content is a kvlab.submission.PureValueTest.Counting, an enum whose field count can"
                        + " change, and all"
                        + " servers share its constants: make that field final, of a type that cannot change.");
    }

    @Test
    void aConstantWithABodyIsHeldToTheFieldsOfItsEnumToo() {
        assertRefused(
                new Any(CountingBehindABody.ONE), "Any.content is a kvlab.submission.CountingBehindABody$1, an enum");
    }

    @Test
    void theCommandItselfMustBeThere() {
        assertRefused(null, "The command is null. Give a record.");
    }

    static Stream<Arguments> changeable() {
        return Stream.<Object>of(
                        new HashMap<>(),
                        Map.of(),
                        Set.of(1),
                        new TreeSet<>(),
                        new int[0],
                        new Object[0],
                        new StringBuilder(),
                        new AtomicLong(),
                        new Growing(),
                        new CompletableFuture<>(),
                        new Object(),
                        Thread.currentThread(),
                        List.of(new ArrayList<>()),
                        Collections.nCopies(1, new Object()),
                        new Generic<>(new Generic<>(new int[0])))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("changeable")
    void whatCanChangeIsRefusedWhereverTheDeclaredTypeIsOpen(Object content) {
        assertRefused(new Any(content), "Any.content");
        assertRefused(new Generic<>(content), "Generic.item");
        assertRefused(new Chain(new Chain(null, content), null), "Chain.next.content");
        assertRefused(new Hostile(content), "Hostile.content");
    }

    @Test
    void aTypeThatContainsItselfThroughAnotherIsLookedThrough() {
        record B(Object a, Object other) {}
        record A(B b) {}
        assertRefused(new A(new B(new A(new B(null, new int[0])), null)), "A.b.a.b.other is an int[]");
    }

    @Test
    void nestingHasAnEnd() {
        Chain chain = new Chain(null, null);
        for (int i = 0; i < 100_000; i++) {
            chain = new Chain(chain, null);
        }
        assertRefused(chain, " is nested more than 100 deep: make the command flatter.");
    }

    @Test
    void traversalOfAnExponentiallyNestedListEnds() {
        Object list = List.of();
        for (int i = 0; i < 60; i++) {
            list = List.of(list, list);
        }
        assertRefused(new Any(list), " goes beyond 1000000 parts in one command: make the command smaller.");
    }

    @Test
    void aStudentsRecordIsLookedIntoThoughItIsPrivate() {
        Class<?> server = StudentCode.server("""
                private record Op(List<String> values) implements Command {}
                static Command op() { return new Op(new ArrayList<>()); }
                """).load("lab.KvServer");
        Object op = assertDoesNotThrow(() -> {
            var factory = server.getDeclaredMethod("op");
            factory.setAccessible(true);
            return factory.invoke(null);
        });
        assertRefused(
                op,
                "KvServer.Op.values is a java.util.ArrayList, which can change after it is in the log: make it"
                        + " List.copyOf(values).");
    }

    private static void assertRefused(Object value, String message) {
        String said = assertThrows(IllegalArgumentException.class, () -> PureValue.require(value))
                .getMessage()
                .replace("PureValueTest.", "");
        String expected = message.replace("PureValueTest.", "");
        if (message.endsWith(".")) {
            assertTrue(said.endsWith(expected), said);
        } else {
            assertTrue(said.startsWith(expected), said);
        }
        assertEquals(1, said.lines().count());
    }

    private static final class NeverKept implements Promise<String> {
        @Override
        public boolean complete(String value) {
            return false;
        }

        @Override
        public boolean isComplete() {
            return false;
        }

        @Override
        public String await() {
            return null;
        }

        @Override
        public Optional<String> await(Duration timeout) {
            return Optional.empty();
        }
    }
}
