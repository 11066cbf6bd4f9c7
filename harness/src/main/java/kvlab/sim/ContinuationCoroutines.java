package kvlab.sim;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Optional;

/**
 * Coroutines on the JDK's own one-shot continuations, which virtual threads are built of. A switch costs a tenth of a
 * microsecond and the whole simulation stays in one thread.
 *
 * <p>They are internal to the JDK, so they are found at run time: on JDK 24 or newer (where a continuation may hold a
 * monitor), in a JVM that was started with {@code --add-exports java.base/jdk.internal.vm=ALL-UNNAMED}.
 */
final class ContinuationCoroutines implements Coroutines {
    private static final int FIRST_JDK = 24;

    /** {@code jdk.internal.vm.Continuation}, by its four members that are needed here. */
    private record Vm(Object continuationScope, MethodHandle create, MethodHandle run, MethodHandle yield) {}

    /** Constant, so that the JIT compiler sees through the handles. Null where continuations cannot be reached. */
    private static final Vm VM = find();

    private static final MethodHandle CREATE = VM == null ? null : VM.create;
    private static final MethodHandle RUN = VM == null ? null : VM.run;
    private static final MethodHandle YIELD = VM == null ? null : VM.yield;

    private ContinuationCoroutines() {}

    /** Empty where this JVM has no continuations, or does not let us reach them. */
    static Optional<Coroutines> ifReachable() {
        return VM == null ? Optional.empty() : Optional.of(new ContinuationCoroutines());
    }

    private static Vm find() {
        if (Runtime.version().feature() < FIRST_JDK) {
            return null;
        }
        try {
            Class<?> scopeType = Class.forName("jdk.internal.vm.ContinuationScope");
            Class<?> type = Class.forName("jdk.internal.vm.Continuation");
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            Object scope = lookup.findConstructor(scopeType, MethodType.methodType(void.class, String.class))
                    .invoke("kvlab");
            MethodHandle create =
                    lookup.findConstructor(type, MethodType.methodType(void.class, scopeType, Runnable.class));
            MethodHandle run = lookup.findVirtual(type, "run", MethodType.methodType(void.class));
            MethodHandle yield = lookup.findStatic(type, "yield", MethodType.methodType(boolean.class, scopeType));
            return new Vm(
                    scope,
                    create.bindTo(scope).asType(MethodType.methodType(Object.class, Runnable.class)),
                    run.asType(MethodType.methodType(void.class, Object.class)),
                    yield.bindTo(scope).asType(MethodType.methodType(boolean.class)));
        } catch (Throwable e) {
            return null; // not exported to us, or not what it was: batons do the same, slower
        }
    }

    @Override
    public void start(Coroutine coroutine) {
        try {
            Object continuation = CREATE.invokeExact((Runnable) coroutine);
            coroutine.carrier = continuation;
            RUN.invokeExact(continuation);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    @Override
    public void resume(Coroutine coroutine) {
        try {
            RUN.invokeExact(coroutine.carrier);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    @Override
    public void suspend(Simulation simulation, Coroutine coroutine) {
        try {
            boolean yielded = (boolean) YIELD.invokeExact();
        } catch (IllegalStateException e) {
            throw new IllegalStateException(
                    "this call cannot be suspended here, below native code or a static initializer (" + e.getMessage()
                            + "): await and sleep in the handler itself",
                    e);
        } catch (Throwable e) {
            throw unexpected(e);
        }
    }

    @Override
    public void cancel(Coroutine coroutine) {
        coroutine.carrier = null; // the garbage collector does the rest
    }

    private static RuntimeException unexpected(Throwable e) {
        if (e instanceof Error error) {
            throw error;
        }
        return e instanceof RuntimeException runtime ? runtime : new IllegalStateException(e);
    }
}
