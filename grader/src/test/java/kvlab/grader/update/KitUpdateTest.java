package kvlab.grader.update;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import kvlab.grader.export.Bundle;
import kvlab.grader.intake.Intake;
import kvlab.grader.intake.IntakeResult;
import kvlab.grader.intake.files.ContentDigest;
import kvlab.grader.intake.restricted.IssuedKit;
import kvlab.grader.intake.restricted.PristineKit;
import kvlab.grader.intake.restricted.RestrictedFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A student's kit after an update is the mended one with the student's files, and grading accepts it as it did before. */
class KitUpdateTest {

    private static final String SERVER = "skeleton/src/main/java/lab/KvServer.java";
    private static final List<String> STUDENTS = List.of("KvServer.java");
    private static final Map<String, String> FIRST = Map.of(
            "kvlab",
            "#!/bin/sh\n",
            "pom.xml",
            "<version>1",
            "README.md",
            "read me\n",
            "harness/Old.java",
            "class Old {}",
            "policies/core-lab.yaml",
            "name: core-lab",
            SERVER,
            "package lab; // to do",
            ".vscode/settings.json",
            "{}",
            ".kvlab/lib/old.jar",
            "old");

    @TempDir
    private Path directory;

    private Path home;
    private Bundle mended;

    @BeforeEach
    void issue() throws IOException {
        home = directory.resolve("mine");
        kit(FIRST).writeTo(home);
        Map<String, String> second = new TreeMap<>(FIRST);
        second.put("pom.xml", "<version>2");
        second.put("harness/New.java", "class New {}");
        second.remove("harness/Old.java");
        second.put(".vscode/settings.json", "{ }");
        second.put(".kvlab/lib/new.jar", "new");
        second.remove(".kvlab/lib/old.jar");
        mended = kit(second);
    }

    private static Bundle kit(Map<String, String> files) {
        Bundle kit = new Bundle();
        SortedMap<String, String> digests = new TreeMap<>();
        SortedMap<String, String> settings = new TreeMap<>();
        files.forEach((path, text) -> {
            byte[] content = text.getBytes(StandardCharsets.UTF_8);
            kit.file(path, content);
            if (!path.startsWith(IssuedKit.BUILT)) {
                (path.startsWith(".") ? settings : digests).put(path, ContentDigest.of(content));
            }
        });
        return kit.file(IssuedKit.FILE, new IssuedKit(digests, settings).json().getBytes(StandardCharsets.UTF_8));
    }

    private KitUpdate update() throws Exception {
        Path folder = directory.resolve("mended");
        mended.writeTo(folder);
        return new KitUpdate(home, MendedKit.at(folder), STUDENTS);
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(home.resolve(path).getParent());
        Files.writeString(home.resolve(path), text);
    }

    /** All files of a kit with their texts. */
    private static SortedMap<String, String> texts(Path folder) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path file : paths.filter(Files::isRegularFile).toList()) {
                texts.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }

    private SortedMap<String, String> mendedTexts() {
        SortedMap<String, String> texts = new TreeMap<>();
        mended.contents().forEach((path, content) -> texts.put(path, new String(content, StandardCharsets.UTF_8)));
        return texts;
    }

    @Test
    void theKitsFilesAreTheNewOnesAndTheStudentsStay() throws Exception {
        write(SERVER, "package lab; // done");
        write("notes.txt", "mine");
        write("kvlab-results/report.html", "mine");
        KitUpdate update = update();
        assertFalse(update.isDone());
        update.run();
        SortedMap<String, String> expected = mendedTexts();
        expected.put(SERVER, "package lab; // done");
        expected.put("notes.txt", "mine");
        expected.put("kvlab-results/report.html", "mine");
        assertEquals(expected, texts(home));
        assertTrue(Files.isExecutable(home.resolve("kvlab")) || !Files.isExecutable(directory.resolve("mended/kvlab")));
        assertTrue(update().isDone());
    }

    @Test
    void whatTheLauncherRunsOnMayBeAllThatIsMended() throws Exception {
        mended = kit(changed(".kvlab/lib/old.jar", "mended"));
        KitUpdate update = update();
        assertFalse(update.isDone());
        update.run();
        assertEquals("mended", Files.readString(home.resolve(".kvlab/lib/old.jar")));
        assertTrue(update().isDone());
    }

    @Test
    void changedFilesOfTheKitAreNamedAndNothingIsTouched() throws Exception {
        write("pom.xml", "<version>mine");
        write("harness/New.java", "class New { /* mine */ }");
        Map<String, String> before = texts(home);
        String message = assertThrows(UnusableKitException.class, this::update).getMessage();
        assertTrue(message.startsWith("nothing was updated"), message);
        assertTrue(message.contains("\n  harness/New.java\n  pom.xml\n"), message);
        assertEquals(before, texts(home));
    }

    @Test
    void movedOutOfTheWayTheKitsOwnComeBack() throws Exception {
        Files.delete(home.resolve("pom.xml"));
        Files.delete(home.resolve("README.md"));
        update().run();
        assertEquals(mendedTexts(), texts(home));
    }

    @Test
    void anotherSkeletonIsTakenOnlyWhereTheStudentHasNotBegun() throws Exception {
        mended = kit(changed(SERVER, "package lab; // to do, better"));
        KitUpdate untouched = update();
        assertEquals(List.of(), List.copyOf(untouched.kept()));
        write(SERVER, "package lab; // begun");
        KitUpdate begun = update();
        assertEquals(List.of(SERVER), List.copyOf(begun.kept()));
        begun.run();
        assertEquals("package lab; // begun", Files.readString(home.resolve(SERVER)));
    }

    @Test
    void settingsThatWereChangedOrRemovedStaySo() throws Exception {
        write(".vscode/settings.json", "{ \"mine\": 1 }");
        KitUpdate changed = update();
        assertEquals(List.of(".vscode/settings.json"), List.copyOf(changed.kept()));
        Files.delete(home.resolve(".vscode/settings.json"));
        update().run();
        assertFalse(Files.exists(home.resolve(".vscode/settings.json")));
    }

    @Test
    void anInterruptedUpdateIsFinishedByTheNext() throws Exception {
        write(SERVER, "package lab; // done");
        write("pom.xml", "<version>2");
        Files.delete(home.resolve("harness/Old.java"));
        write("target/kvlab-next/lib/half.jar", "half");
        update().run();
        SortedMap<String, String> expected = mendedTexts();
        expected.put(SERVER, "package lab; // done");
        assertEquals(expected, texts(home));
    }

    @Test
    void archivesOfBothKindsAreRead() throws Exception {
        Bundle below = mended.below("core-lab");
        Path zip = directory.resolve("core-lab.zip");
        Path tar = directory.resolve("core-lab.tar");
        try (OutputStream zipped = Files.newOutputStream(zip);
                OutputStream tarred = Files.newOutputStream(tar)) {
            below.zip(zipped);
            below.tar(tarred);
        }
        assertEquals(mended.contents().keySet(), MendedKit.at(zip).files().keySet());
        assertEquals(mended.contents().keySet(), MendedKit.at(tar).files().keySet());
    }

    @Test
    void whatIsNoKitOrDamagedOrOfAnotherLabIsRefused() throws Exception {
        Path folder = directory.resolve("other");
        assertRefused(folder, "there is no");
        Files.createDirectories(folder);
        assertRefused(folder, "has no kit.json");
        Path text = Files.writeString(directory.resolve("kit.zip"), "404 not found");
        assertRefused(text, "has no kit.json");
        Path zip = directory.resolve("half.zip");
        try (OutputStream zipped = Files.newOutputStream(zip)) {
            mended.zip(zipped);
        }
        byte[] whole = Files.readAllBytes(zip);
        Files.write(zip, Arrays.copyOf(whole, 150));
        assertRefused(zip, "or it is damaged");
        mended.writeTo(folder);
        Files.writeString(folder.resolve("pom.xml"), "<version>3");
        assertRefused(folder, "not complete, or was changed after it was issued (pom.xml)");
        Files.writeString(folder.resolve(IssuedKit.FILE), "{ \"files\": 1 }");
        assertRefused(folder, "kit.json was changed after the kit was issued");
        Map<String, String> extended = changed("policies/extended-lab.yaml", "name: extended-lab");
        extended.remove("policies/core-lab.yaml");
        mended = kit(extended);
        String message = assertThrows(UnusableKitException.class, this::update).getMessage();
        assertTrue(message.contains("another assignment: extended-lab"), message);
    }

    @Test
    void gradingAcceptsBothKitsAndTakesNeitherStarterForAHandIn() throws Exception {
        Path staffs = directory.resolve("staffs");
        kit(changed(SERVER, "package lab; // to do, next year")).writeTo(staffs);
        IssuedKit.keep(staffs, "core-lab", kit(FIRST).contents().get(IssuedKit.FILE));
        mended = kit(changed("pom.xml", "<version>2"));
        IssuedKit.keep(staffs, "core-lab", mended.contents().get(IssuedKit.FILE));
        RestrictedFiles grading = new RestrictedFiles(PristineKit.at(staffs), IssuedKit.of(staffs), STUDENTS);

        assertTrue(check(grading).isStarter());
        write(SERVER, "package lab; // done");
        assertTrue(check(grading).findings().isClean());
        update().run();
        assertTrue(check(grading).findings().isClean());
        assertFalse(check(grading).isStarter());
        write("pom.xml", "<version>mine");
        assertEquals(List.of("pom.xml"), check(grading).findings().changed());
    }

    private RestrictedFiles.Checked check(RestrictedFiles grading) {
        return grading.check((IntakeResult.Received) new Intake().read(home));
    }

    private static void assertRefused(Path kit, String part) {
        String message = assertThrows(UnusableKitException.class, () -> MendedKit.at(kit))
                .getMessage();
        assertTrue(message.contains(part), message);
    }

    private static Map<String, String> changed(String path, String text) {
        Map<String, String> files = new TreeMap<>(FIRST);
        files.put(path, text);
        return files;
    }
}
