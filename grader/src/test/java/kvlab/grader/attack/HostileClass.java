package kvlab.grader.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kvlab.grader.corpus.Corpus;
import kvlab.grader.corpus.CorpusEntry;
import kvlab.grader.intake.ClassFolder;
import kvlab.grader.intake.StudentUploads;

/** A folder of submissions of which two are honest: one right, one half right. All are graded in one batch. */
final class HostileClass {

    static final List<String> NEIGHBOURS = List.of("honest", "half-right");

    private static final Path HONEST = Path.of("..", "solution", "src", "main", "java", "lab", "KvServer.java");
    private static final Path REACH = Attack.HOME.resolve("Reach.java");

    private final Path home;
    private final Path policy;

    /** @param home a directory of the test's own */
    HostileClass(Path home, Path policy) throws IOException {
        this.home = home;
        this.policy = policy;
        Files.createDirectories(folder());
        Files.copy(HONEST, Files.createDirectory(folder().resolve("honest")).resolve("KvServer.java"));
        CorpusEntry halfRight = new Corpus(Path.of("..")).entry("wrong", "works-only-as-server-0");
        Files.writeString(
                Files.createDirectory(folder().resolve("half-right")).resolve("KvServer.java"),
                halfRight.source("KvServer.java").orElseThrow());
    }

    Path folder() {
        return home.resolve("class");
    }

    Path out() {
        return home.resolve("out");
    }

    /** Adds an attack, with what it has to know of this machine. */
    void add(Attack attack, int port) throws IOException {
        Path directory = Files.createDirectory(folder().resolve(attack.name()));
        Map<String, String> facts = Map.of(
                "@FOLDER@", folder().toAbsolutePath().toString(),
                "@OUT@", out().toAbsolutePath().toString(),
                "@KIT@", Path.of("..").toAbsolutePath().normalize().toString(),
                "@CLASSES@", Path.of("target", "classes").toAbsolutePath().toString(),
                "@JAVA@",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@PORT@", Integer.toString(port),
                "@PID@", Long.toString(ProcessHandle.current().pid()));
        String source = Files.readString(attack.directory().resolve("KvServer.java"));
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            source = source.replace(fact.getKey(), fact.getValue());
        }
        Files.writeString(directory.resolve("KvServer.java"), source);
        if (Files.readString(policy).contains(REACH.getFileName().toString())) {
            Files.copy(REACH, directory.resolve(REACH.getFileName()));
        }
    }

    /** What one batch of all of them comes to. */
    Grader.Graded grade() throws IOException {
        return Grader.by(policy).grade(ClassFolder.list(folder()).students(), out());
    }

    /** The honest two alone get the same files, byte for byte. */
    void assertNeighboursUnharmed() throws IOException {
        Path alone = home.resolve("alone");
        List<StudentUploads> honest = ClassFolder.list(folder()).students().stream()
                .filter(uploads -> NEIGHBOURS.contains(uploads.student().fileName()))
                .toList();
        Grader.by(policy).grade(honest, alone);
        for (String neighbour : NEIGHBOURS) {
            String file = neighbour + ".json";
            assertEquals(Files.readString(alone.resolve(file)), Files.readString(out().resolve(file)));
        }
    }
}
