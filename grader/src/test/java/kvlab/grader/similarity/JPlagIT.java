package kvlab.grader.similarity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kvlab.grader.intake.SourceFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a stand-in for the Java that runs JPlag, since JPlag is no part of the kit. */
class JPlagIT {

    /** As JPlag 4.3.0 writes it, without what is not read. */
    private static final String OVERVIEW = """
            {"jplag_version":{"major":4,"minor":3,"patch":0},"metrics":[
            {"name":"AVG","distribution":[0],"topComparisons":[
              {"first_submission":"ann","second_submission":"cyd","similarity":0.41},
              {"first_submission":"bob","second_submission":"ann","similarity":0.99}]},
            {"name":"MAX","distribution":[0],"topComparisons":[
              {"first_submission":"ann","second_submission":"cyd","similarity":1.0}]}]}
            """;

    private static final Map<String, List<SourceFile>> SUBMISSIONS = new TreeMap<>(Map.of(
            "ann", List.of(new SourceFile("KvServer.java", "class A {}")),
            "bob", List.of(new SourceFile("KvServer.java", "class B {}"))));
    private static final List<SourceFile> GIVEN = List.of(new SourceFile("KvServer.java", "class Given {}"));

    @TempDir
    private Path directory;

    private Path work;
    private Path report;

    @BeforeEach
    void anEmptyDirectory() throws IOException {
        work = Files.createDirectory(directory.resolve("work"));
        report = directory.resolve("similarity.zip");
    }

    @Test
    void pairsAreListedByWhatTheyHaveInCommonOnAverage() throws Exception {
        assertEquals(
                List.of(new SimilarPair("bob", "ann", 0.99), new SimilarPair("ann", "cyd", 0.41)),
                compare(zip(OVERVIEW), 0));
        assertEquals(List.of(new SimilarPair("bob", "ann", 0.99)), compare(zip(OVERVIEW), 0.8));
        assertTrue(Files.size(report) > 0, "the report is kept");
    }

    @Test
    void jPlagIsGivenEachSubmissionInADirectoryAndWhatEveryoneGotApart() throws Exception {
        compare(zip(OVERVIEW), 0.5);

        assertEquals("class A {}", Files.readString(work.resolve("submissions/ann/KvServer.java")));
        assertEquals("class Given {}", Files.readString(work.resolve("given/KvServer.java")));
        assertEquals(
                "-Xmx1g -jar " + directory.resolve("jplag.jar") + " -l java -bc " + work.resolve("given")
                        + " -m 0.5 -n -1 -r " + work.resolve("result") + " " + work.resolve("submissions"),
                Files.readString(work.resolve("said")).strip());
    }

    @Test
    void whatJPlagSaysWhenItFailsIsPassedOnWithoutItsControlCharacters() throws Exception {
        Path java = program("printf 'No \\033[31mvalid\\nsubmissions'; exit 1");
        IOException failure =
                assertThrows(IOException.class, () -> jPlag(java).compare(SUBMISSIONS, GIVEN, 0, work, report));
        assertEquals("JPlag failed. It said: No ?[31mvalid submissions", failure.getMessage());
        assertFalse(Files.exists(report));
    }

    @Test
    void aReportOfAnotherKindIsNotTakenForOneWithoutPairs() throws Exception {
        for (String other : List.of("{}", "no JSON", "{\"metrics\":[{\"name\":\"MAX\"}]}")) {
            IOException failure = assertThrows(IOException.class, () -> JPlag.pairs(zip(other)));
            assertTrue(failure.getMessage().endsWith("is not what JPlag 4.3 writes"), failure.getMessage());
        }
    }

    private List<SimilarPair> compare(Path result, double least) throws Exception {
        Path java = program("echo \"$@\"; cp '" + result + "' result.zip");
        return jPlag(java).compare(SUBMISSIONS, GIVEN, least, work, report);
    }

    private JPlag jPlag(Path java) {
        return new JPlag(java, directory.resolve("jplag.jar"));
    }

    private Path program(String text) throws IOException {
        Path program = Files.writeString(directory.resolve("java"), "#!/bin/sh\n" + text + "\n");
        assertTrue(program.toFile().setExecutable(true));
        return program;
    }

    private Path zip(String overview) throws IOException {
        Path file = directory.resolve("of-jplag.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("overview.json"));
            zip.write(overview.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }
}
