package kvlab.sim;

/**
 * Thrown into a coroutine whose scope or simulation has ended, to unwind its stack. An error, so that code which catches
 * exceptions lets it pass; code that catches it receives it again at its next call.
 */
public final class CoroutineCancelled extends Error {
    private static final long serialVersionUID = 1;

    CoroutineCancelled() {
        super("this coroutine has been cancelled: its server has crashed, or the test is over", null, false, false);
    }
}
