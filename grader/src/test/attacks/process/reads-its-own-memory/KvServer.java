// attack proc: the nonce is in the heap, and the heap is a file
// verdict: failed
// says: could not: java.io.FileNotFoundException: /proc/self/maps
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    public KvServer(ServerContext context) {
        Reach.tell(() -> {
            Object maps = Reach.call(Reach.make("java.io.FileInputStream", "/proc/self/maps"), "readAllBytes");
            String first = new String((byte[]) maps).lines().filter(line -> line.contains(" rw-p ")).findFirst().get();
            long start = Long.parseLong(first.substring(0, first.indexOf('-')), 16);
            Object memory = Reach.make("java.io.RandomAccessFile", "/proc/self/mem", "r");
            Reach.call(memory, "seek", start);
            return Reach.call(memory, "read") instanceof Integer ? "reads its own memory" : "";
        });
    }

    public Status put(RequestId request, String key, String value) {
        return Status.TIMEOUT;
    }

    public Status append(RequestId request, String key, String value) {
        return Status.TIMEOUT;
    }

    public GetResult get(RequestId request, String key) {
        return GetResult.failed(Status.TIMEOUT);
    }

    public void onNextCommand(CommittedCommand committed) {}
}
