package kvlab.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import kvlab.api.ClerkContext;
import kvlab.api.Command;
import kvlab.api.KeyValueClient;
import kvlab.api.Promise;
import kvlab.api.Raft;
import kvlab.api.RaftContext;
import kvlab.api.RaftPeer;
import kvlab.api.RaftState;
import kvlab.api.ServerContext;
import kvlab.api.ServerEnd;
import kvlab.api.Start;
import kvlab.record.Recording;
import kvlab.reduction.Elements;
import kvlab.sim.Simulation;
import kvlab.sim.World;
import org.junit.jupiter.api.Test;

/** What student code is given has the type that the contract names, and no other that a cast could reach. */
class ContractFacadesTest {

    /** Every object of the kit that student code was given, by the interface under which it got it. */
    private final Map<Object, Class<?>> given = new LinkedHashMap<>();

    @Test
    void eachObjectThatStudentCodeIsGivenHasItsContractsTypeAlone() {
        gatherFromARunningSimulation();
        assertEquals(
                Set.of(
                        ServerContext.class,
                        RaftContext.class,
                        ClerkContext.class,
                        Raft.class,
                        ServerEnd.class,
                        Promise.class,
                        RandomGenerator.class),
                Set.copyOf(given.values()));
        given.forEach((object, contract) -> {
            Class<?> type = object.getClass();
            assertTrue(Modifier.isFinal(type.getModifiers()), type + " must be final");
            assertEquals(Object.class, type.getSuperclass(), type + " must inherit from no class");
            assertEquals(List.of(contract), List.of(type.getInterfaces()), type + " must implement one interface");
            assertEquals(Set.of(), visibleMembersBeyond(contract, type), type + " must offer the contract's methods");
        });
    }

    private static Set<String> visibleMembersBeyond(Class<?> contract, Class<?> type) {
        Set<String> visible = new TreeSet<>();
        for (Method method : type.getDeclaredMethods()) {
            if (isVisible(method.getModifiers())) {
                visible.add(signature(method));
            }
        }
        Arrays.stream(contract.getMethods()).map(ContractFacadesTest::signature).forEach(visible::remove);
        Arrays.stream(type.getDeclaredFields())
                .filter(field -> isVisible(field.getModifiers()))
                .forEach(field -> visible.add(field.getName()));
        Arrays.stream(type.getDeclaredClasses())
                .filter(inner -> isVisible(inner.getModifiers()))
                .forEach(inner -> visible.add(inner.getName()));
        return visible;
    }

    private static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static String signature(Method method) {
        return method.getName() + Arrays.toString(method.getParameterTypes());
    }

    // ---------------------------------------------------------------------------------------- gathering the objects

    /** Notes an object, and what its methods without parameters return, as student code could. */
    private void gather(Class<?> contract, Object object) {
        if (given.putIfAbsent(object, contract) != null || !contract.getName().startsWith("kvlab.api.")) {
            return;
        }
        Stream.of(contract.getMethods())
                .filter(method ->
                        method.getParameterCount() == 0 && !method.getName().equals("await"))
                .forEach(method -> {
                    Object result = invoke(method, object);
                    Collection<?> results = result instanceof Collection<?> several ? several : List.of(result);
                    results.stream()
                            .filter(each -> each.getClass().getName().startsWith("kvlab.") && !isValue(each))
                            .forEach(each -> gather(contractOf(each, method), each));
                });
    }

    /** Records and enums of kvlab.api are values, which student code makes itself too. */
    private static boolean isValue(Object object) {
        return (object instanceof Record || object instanceof Enum<?>)
                && object.getClass().getPackageName().equals("kvlab.api");
    }

    private static Class<?> contractOf(Object object, Method method) {
        return object instanceof ServerEnd ? ServerEnd.class : method.getReturnType();
    }

    private static Object invoke(Method method, Object object) {
        try {
            return method.invoke(object);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(method + " failed", e);
        }
    }

    private void gatherFromARunningSimulation() {
        Set<ServerContext> servers = new LinkedHashSet<>();
        Set<RaftContext> rafts = new LinkedHashSet<>();
        Set<ClerkContext> clerks = new LinkedHashSet<>();
        ServerFactory server = context -> {
            servers.add(context);
            return new NoOpServer();
        };
        ClerkFactory clerk = context -> {
            clerks.add(context);
            return new IdleClerk();
        };
        RaftFactory raft = context -> {
            rafts.add(context);
            return new IdleRaft();
        };
        for (Optional<RaftFactory> ownRaft : List.of(Optional.<RaftFactory>empty(), Optional.of(raft))) {
            Simulation simulation = new World().simulation(1, Recording.OFF);
            Cluster cluster = new Cluster(simulation, 3, new CodeUnderTest(server, clerk, ownRaft), Elements.all());
            simulation.run(() -> {
                cluster.clerk();
                cluster.sleep(Duration.ofMillis(1));
                servers.forEach(context -> gather(ServerContext.class, context));
                rafts.forEach(context -> gather(RaftContext.class, context));
                clerks.forEach(context -> gather(ClerkContext.class, context));
            });
            servers.clear();
            rafts.clear();
            clerks.clear();
        }
    }

    private static final class IdleRaft implements RaftPeer {
        @Override
        public Record handle(int from, Record request) {
            return request;
        }

        @Override
        public Start start(Command command) {
            return new Start(false, 0, 0);
        }

        @Override
        public RaftState state() {
            return new RaftState(false, 0);
        }
    }

    private static final class IdleClerk implements KeyValueClient {
        @Override
        public String get(String key) {
            return "";
        }

        @Override
        public void put(String key, String value) {}

        @Override
        public void append(String key, String value) {}
    }

    /** A class that student code could name must not let it make one of these itself. */
    @Test
    void studentCodeCannotConstructAFacade() {
        gatherFromARunningSimulation();
        for (Object object : given.keySet()) {
            for (Constructor<?> constructor : object.getClass().getConstructors()) {
                assertTrue(
                        Arrays.stream(constructor.getParameterTypes())
                                .anyMatch(parameter -> parameter.getName().startsWith("kvlab.")
                                        && !parameter.getName().startsWith("kvlab.api.")),
                        constructor + " can be called with objects of the contract alone");
            }
        }
    }
}
