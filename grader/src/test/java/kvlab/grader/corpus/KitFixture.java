package kvlab.grader.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A kit with a corpus of a test's own; its model answer is the real one. */
public final class KitFixture {
    private static final Path MODEL_ANSWER = Path.of("..", "solution", "src", "main", "java", "lab");

    private static final String THROWING = """
            package lab;

            import kvlab.api.*;

            public final class KvServer implements KeyValueServer {
                public KvServer(ServerContext context) {}

                @Override
                public Status put(RequestId request, String key, String value) {
                    throw new IllegalStateException();
                }

                @Override
                public Status append(RequestId request, String key, String value) {
                    throw new IllegalStateException();
                }

                @Override
                public GetResult get(RequestId request, String key) {
                    throw new IllegalStateException();
                }

                @Override
                public void onNextCommand(CommittedCommand committed) {}
            }
            """;

    private final Path home;

    public KitFixture(Path home) throws IOException {
        this.home = home;
        Path answer = Files.createDirectories(home.resolve("solution/src/main/java/lab"));
        for (String file : List.of("KvServer.java", "Clerk.java")) {
            Files.copy(MODEL_ANSWER.resolve(file), answer.resolve(file));
        }
        Files.createDirectories(home.resolve(Corpus.PLACE).resolve("wrong"));
        Files.createDirectories(home.resolve(Corpus.PLACE).resolve("correct"));
    }

    Corpus corpus() {
        return new Corpus(home);
    }

    /** Adds a file to an entry, such as {@code wrong/polls}. */
    KitFixture with(String entry, String fileName, String text) throws IOException {
        Path directory = Files.createDirectories(home.resolve(Corpus.PLACE).resolve(entry));
        Files.writeString(directory.resolve(fileName), text);
        return this;
    }

    /** Adds an entry in which nothing is wrong, whatever its header says. */
    public KitFixture withModelAnswer(String entry, String header) throws IOException {
        return with(entry, "KvServer.java", header + Files.readString(MODEL_ANSWER.resolve("KvServer.java")));
    }

    /** Adds an entry that fails every schedule of every test, as all its handlers throw. */
    public KitFixture withThrowingServer(String entry, String header) throws IOException {
        return with(entry, "KvServer.java", header + THROWING);
    }

    /** Adds an entry that is refused, as it has no class of the name that it should have. */
    public KitFixture withoutServerClass(String entry, String header) throws IOException {
        return with(entry, "KvServer.java", header + "package lab;\n\nclass KeyValue {}\n");
    }
}
