package kvlab.sim;

/**
 * Thrown into a coroutine whose scope or simulation has ended, to unwind its stack. An error, so that code which catches
 * exceptions lets it pass; code that catches it all the same meets it again at the next call.
 */
public final class CoroutineCancelled extends Error {
    private static final long serialVersionUID = 1;

    CoroutineCancelled() {
        super("this coroutine has been abandoned: its server has crashed, or the test is over", null, false, false);
    }
}
