package kvlab.grader.grade;

import java.io.UncheckedIOException;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A stage of one submission's grading, as a wall: whatever it throws, the other submissions are graded. What fails twice
 * on one submission is that submission's failure, unless the machine is the reason.
 */
final class Attempt {

    private Attempt() {}

    /**
     * Does the work, at most twice.
     *
     * @param otherwise gives the result if it failed twice, from the second failure
     */
    static <T> T twice(Supplier<T> work, Function<Throwable, T> otherwise) {
        try {
            return work.get();
        } catch (Throwable first) {
            requireGoingOn();
        }
        try {
            return work.get();
        } catch (Throwable second) {
            requireGoingOn();
            return otherwise.apply(second);
        }
    }

    /** Whether the machine or the kit's installation is the reason, not the submission. */
    static boolean isOfMachine(Throwable failure) {
        return failure instanceof UncheckedIOException
                || failure instanceof Error && !(failure instanceof StackOverflowError);
    }

    /**
     * At the end of this process its children are killed, which says nothing about submissions.
     *
     * @throws IllegalStateException if grading is interrupted, or this process is ending
     */
    static void requireGoingOn() {
        if (Thread.currentThread().isInterrupted()) {
            throw new IllegalStateException("grading was interrupted");
        }
        Thread probe = new Thread(() -> {});
        Runtime.getRuntime().addShutdownHook(probe);
        Runtime.getRuntime().removeShutdownHook(probe);
    }
}
