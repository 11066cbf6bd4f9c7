package kvlab.grader.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy that leads nowhere, and writes down what it was asked for. */
public final class Requests implements AutoCloseable {

    private final ServerSocket socket;
    private final List<String> seen = new CopyOnWriteArrayList<>();

    public Requests() throws IOException {
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::listen, "requests");
        thread.setDaemon(true);
        thread.start();
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** Of all requests those to this host; the browser also calls its maker, whatever the page. */
    public List<String> to(String host) {
        return seen.stream().filter(line -> line.contains(host)).toList();
    }

    private void listen() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept();
                    BufferedReader request = new BufferedReader(
                            new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
                seen.add(String.valueOf(request.readLine()));
            } catch (IOException hungUp) {
                seen.add("nothing: " + hungUp.getMessage());
            }
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
