package kvlab.grader.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class AttemptTest {

    private int times;

    @Test
    void whatFailsOnceIsDoneAgain() {
        assertEquals("done", Attempt.twice(() -> failing(1, new OutOfMemoryError()), Throwable::toString));
        assertEquals(2, times);
    }

    @Test
    void whatFailsTwiceHasAResultNevertheless() {
        assertEquals(
                "java.lang.StackOverflowError",
                Attempt.twice(() -> failing(2, new StackOverflowError()), Throwable::toString));
    }

    @Test
    void anInterruptedGradingJudgesNobody() {
        assertThrows(
                IllegalStateException.class,
                () -> Attempt.twice(
                        () -> {
                            Thread.currentThread().interrupt();
                            return failing(1, new IllegalArgumentException());
                        },
                        Throwable::toString));
        assertTrue(Thread.interrupted());
        assertEquals(1, times);
    }

    @Test
    void aFullDiskAndABrokenInstallationAreOfTheMachine() {
        assertTrue(Attempt.isOfMachine(new UncheckedIOException(new IOException("No space left on device"))));
        assertTrue(Attempt.isOfMachine(new NoClassDefFoundError()));
        assertTrue(Attempt.isOfMachine(new OutOfMemoryError()));
        assertFalse(Attempt.isOfMachine(new StackOverflowError()));
        assertFalse(Attempt.isOfMachine(new IllegalArgumentException()));
    }

    private String failing(int failures, Throwable failure) {
        times++;
        if (times > failures) {
            return "done";
        }
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }
}
