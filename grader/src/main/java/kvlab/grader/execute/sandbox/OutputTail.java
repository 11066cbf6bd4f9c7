package kvlab.grader.execute.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Drains a stream and keeps the last of it. */
final class OutputTail implements Runnable {

    private static final int KEPT_BYTES = 4_096;

    private final InputStream in;
    private byte[] tail = new byte[0];

    OutputTail(InputStream in) {
        this.in = in;
    }

    @Override
    public void run() {
        byte[] chunk = new byte[KEPT_BYTES];
        try (in) {
            for (int read = in.read(chunk); read != -1; read = in.read(chunk)) {
                keep(chunk, read);
            }
        } catch (IOException closed) {
            // The process was killed: what came until then is kept.
        }
    }

    synchronized String text() {
        return new String(tail, StandardCharsets.UTF_8);
    }

    private synchronized void keep(byte[] chunk, int read) {
        byte[] all = Arrays.copyOf(tail, tail.length + read);
        System.arraycopy(chunk, 0, all, tail.length, read);
        tail = Arrays.copyOfRange(all, Math.max(0, all.length - KEPT_BYTES), all.length);
    }
}
