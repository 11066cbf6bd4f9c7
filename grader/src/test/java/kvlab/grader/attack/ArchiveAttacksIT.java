package kvlab.grader.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kvlab.grader.grade.result.SubmissionResult;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Archives, file names and students' names that attack whoever opens or shows them. */
class ArchiveAttacksIT {

    private static final Path POLICY = Attack.HOME.resolve("archives").resolve("policy.yaml");

    @TestFactory
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    List<DynamicTest> eachIsRefusedInOneLineAndHarmsNobody(@TempDir Path directory) throws IOException {
        List<PackedAttack> attacks = PackedAttack.all();
        HostileClass students = new HostileClass(directory, POLICY);
        for (PackedAttack attack : attacks) {
            Files.write(students.folder().resolve(attack.name() + "." + attack.ending()), attack.content());
        }
        Set<Path> before = files(directory);
        Grader.Graded graded = students.grade();
        List<DynamicTest> tests = new ArrayList<>();
        attacks.forEach(attack -> tests.add(dynamicTest(
                AttackTable.visible(attack.name()), () -> attack.expected().check(of(attack, graded)))));
        tests.add(dynamicTest("nothingIsWrittenButOnePlainlyNamedResultForEach", () -> {
            Set<Path> made = files(directory);
            made.removeAll(before);
            assertEquals(
                    attacks.size() + HostileClass.NEIGHBOURS.size(),
                    made.stream()
                            .filter(file -> file.toString().matches("out/[A-Za-z0-9@_.-]+\\.json"))
                            .count());
            assertEquals(
                    List.of(),
                    made.stream().filter(file -> !file.startsWith("out")).toList());
        }));
        tests.add(dynamicTest("neighboursGetWhatTheyGetAlone", students::assertNeighboursUnharmed));
        tests.add(dynamicTest("theConsoleIsPlainText", () -> AttackFamily.assertPlain(graded.console())));
        return tests;
    }

    private static SubmissionResult of(PackedAttack attack, Grader.Graded graded) {
        List<SubmissionResult> found = graded.results().values().stream()
                .filter(result -> result.path().endsWith("/" + attack.name() + "." + attack.ending()))
                .toList();
        assertEquals(1, found.size(), found::toString);
        return found.get(0);
    }

    private static Set<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(directory::relativize)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
