package kvlab.grader.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A kit with a corpus of a test's own; its model answer, and what entries lack of their own, are the real ones. */
public final class KitFixture {
    private static final Path MODEL_ANSWER = Path.of("..", "solution", "src", "main", "java", "lab");

    private static final Path BASE = Path.of("src", "test", "corpus", "base");

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
        for (String file : List.of("reference/KvServer.java", "plain-clerk/Clerk.java")) {
            with(
                    "base/" + Path.of(file).getParent(),
                    Path.of(file).getFileName().toString(),
                    Files.readString(BASE.resolve(file)));
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

    /** Adds an entry that is a diff, such as {@code wrong/polls}: its header and what follows it. */
    KitFixture withDiff(String entry, String text) throws IOException {
        Files.writeString(home.resolve(Corpus.PLACE).resolve(entry + ".diff"), text);
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
