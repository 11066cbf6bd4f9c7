package kvlab.grader.export.kit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import kvlab.grader.export.Bundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kit is a git repository that holds its files and nothing else, the same wherever it is made. */
class KitFolderTest {
    private static final Bundle KIT = new Bundle()
            .script("kvlab", "#!/bin/sh\n")
            .script("mvnw", "#!/bin/sh\n")
            .file(".gitignore", "*.log\n".getBytes(StandardCharsets.UTF_8))
            .file("kit.json", "{}".getBytes(StandardCharsets.UTF_8))
            .file("lib/some.jar", new byte[] {0, 1, 2, (byte) 0xFF, '\n', 0})
            .file("a/kept.log", "ignored by students' commits only\r\n".getBytes(StandardCharsets.UTF_8));

    @TempDir
    private Path directory;

    private static String git(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(Arrays.asList(arguments));
        Process git = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, git.waitFor(), said);
        return said;
    }

    @Test
    void theRepositoryHasOneCommitWithTheFilesAndNothingElse() throws Exception {
        KitFolder first = new KitFolder(directory.resolve("one"), "mine");
        KitFolder second = new KitFolder(directory.resolve("two"), "mine");
        first.write(KIT);
        second.write(KIT);
        assertEquals("1", git(first.folder(), "rev-list", "--all", "--count").strip());
        assertEquals(git(first.folder(), "rev-parse", "HEAD"), git(second.folder(), "rev-parse", "HEAD"));
        assertEquals("", git(first.folder(), "status", "--porcelain"));
        String objects = git(first.folder(), "cat-file", "--batch-all-objects", "--batch-check=%(objecttype)");
        assertEquals(
                List.of("blob", "blob", "blob", "blob", "blob", "commit", "tree", "tree", "tree"),
                objects.lines().sorted().toList(),
                "of each content one, and nothing that no commit has");
        assertTrue(git(first.folder(), "ls-files", "--stage", "kvlab").startsWith("100755"));
    }

    @Test
    void theArchivesHoldTheSameFilesInOneFolder() throws Exception {
        KitFolder folder = new KitFolder(directory, "mine");
        folder.write(KIT);
        try (ZipFile zip = new ZipFile(directory.resolve("mine.zip").toFile())) {
            assertEquals(
                    KIT.contents().keySet().stream().map(path -> "mine/" + path).collect(Collectors.toSet()),
                    zip.stream().map(ZipEntry::getName).collect(Collectors.toSet()));
        }
        assertTrue(Files.size(directory.resolve("mine.tar")) > 0);
        assertThrows(IOException.class, () -> folder.write(KIT), "nothing is overwritten");
    }

    @Test
    void anUpdateIsTheNextCommitSoThatCopiesCanPullIt() throws Exception {
        KitFolder folder = new KitFolder(directory, "mine");
        assertTrue(folder.obstacle().orElseThrow().contains("there is no kit in"));
        folder.write(KIT);
        git(directory, "clone", "-q", "mine", "students");
        Files.createDirectories(folder.folder().resolve("b"));
        Files.writeString(folder.folder().resolve("b/built.log"), "ignored, as what ./kvlab builds");
        Bundle mended = new Bundle()
                .script("kvlab", "#!/bin/sh\necho better\n")
                .script("mvnw", "#!/bin/sh\n")
                .file(".gitignore", "*.log\n".getBytes(StandardCharsets.UTF_8))
                .file("kit.json", "{ }".getBytes(StandardCharsets.UTF_8))
                .file("a/new.log", "new".getBytes(StandardCharsets.UTF_8));
        assertTrue(folder.obstacle().isEmpty());
        assertTrue(folder.update(mended));
        git(directory.resolve("students"), "pull", "-q", "--ff-only");
        assertEquals(
                String.join("\n", mended.contents().keySet()) + "\n", git(directory.resolve("students"), "ls-files"));
        assertFalse(Files.exists(directory.resolve("students/a/kept.log")));
        try (ZipFile zip = new ZipFile(directory.resolve("mine.zip").toFile())) {
            assertNotNull(zip.getEntry("mine/a/new.log"));
        }
        assertFalse(folder.update(mended), "nothing has changed");

        Files.writeString(folder.folder().resolve("kvlab"), "mine");
        assertTrue(folder.obstacle().orElseThrow().contains("kvlab"));
    }

    @Test
    void aPatchAddsTheKitToARepositoryThatHasOtherFiles() throws Exception {
        KitFolder folder = new KitFolder(directory, "mine");
        folder.write(KIT);
        folder.writePatch();
        Path course = Files.createDirectories(directory.resolve("course"));
        git(course, "init", "-q");
        Files.writeString(course.resolve("README.md"), "the course");
        Files.writeString(course.resolve("kvlab"), "another");
        Files.writeString(course.resolve(".gitignore"), "*.jar\n*.log\n");
        git(course, "apply", "--index", folder.patch().toString());
        assertEquals("the course", Files.readString(course.resolve("README.md")));
        for (String path : KIT.contents().keySet()) {
            assertArrayEquals(KIT.contents().get(path), Files.readAllBytes(course.resolve("mine/" + path)), path);
        }
        assertEquals(KIT.contents().size(), git(course, "ls-files").lines().count());
        assertTrue(git(course, "ls-files", "--stage", "mine/kvlab").startsWith("100755"));
    }
}
