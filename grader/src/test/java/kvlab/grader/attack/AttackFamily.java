package kvlab.grader.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kvlab.grader.policy.score.VerdictName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** All attacks of one family in one batch, with honest submissions among them, by the family's policy. */
abstract class AttackFamily {

    private final String family;

    AttackFamily(String family) {
        this.family = family;
    }

    /** Whether this machine has what stops them. */
    boolean isTriedHere() {
        return true;
    }

    @TestFactory
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    List<DynamicTest> eachEndsAsItsHeaderSaysAndHarmsNobody(@TempDir Path directory) throws IOException {
        assumeTrue(isTriedHere(), "there is no sandbox here");
        List<Attack> attacks = Attack.of(family);
        HostileClass students =
                new HostileClass(directory, Attack.HOME.resolve(family).resolve("policy.yaml"));
        Grader.Graded graded;
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            for (Attack attack : attacks) {
                students.add(attack, listening.getLocalPort());
            }
            graded = students.grade();
        }
        List<DynamicTest> tests = new ArrayList<>();
        attacks.forEach(attack -> tests.add(dynamicTest(
                attack.name(), () -> attack.expected().check(graded.results().get(attack.name())))));
        tests.add(dynamicTest("theHonestPassesAndTheHalfRightFails", () -> {
            assertEquals(VerdictName.PASSED, verdict(graded, "honest"));
            assertEquals(VerdictName.FAILED, verdict(graded, "half-right"));
        }));
        tests.add(dynamicTest("neighboursGetWhatTheyGetAlone", students::assertNeighboursUnharmed));
        tests.add(dynamicTest("theConsoleIsPlainText", () -> assertPlain(graded.console())));
        return tests;
    }

    /** Nothing that a terminal would do something with but show it. */
    static void assertPlain(String console) {
        assertTrue(
                console.codePoints()
                        .noneMatch(c ->
                                c != '\n' && (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT)),
                console);
    }

    private static VerdictName verdict(Grader.Graded graded, String name) {
        return graded.results().get(name).tests().get(0).verdict();
    }
}
