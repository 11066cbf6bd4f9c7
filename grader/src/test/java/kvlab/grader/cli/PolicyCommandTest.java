package kvlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kvlab.grader.policy.HandInRules;
import kvlab.grader.policy.Percent;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.yaml.UnusablePolicyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The policies that come with the kit, and the command that checks any. */
class PolicyCommandTest {

    @TempDir
    private Path directory;

    private final Terminal terminal = new Terminal();

    @Test
    void theCoreLabIsWorthNinetyPointsForOneFile() throws IOException, UnusablePolicyException {
        Policy core = KitHome.policies().read("core-lab");
        assertEquals("core-lab", core.name());
        assertEquals(new BigDecimal("90"), core.fullMarks());
        assertEquals(BigDecimal.ZERO, core.extraCredit());
        assertEquals(List.of("KvServer.java"), core.files().allowed());
        assertEquals("lab-kv-solution", core.handIn().branch().orElseThrow());
    }

    @Test
    void theExtendedLabHasTheCoursesRules() throws IOException, UnusablePolicyException {
        Policy extended = KitHome.policies().read("extended-lab");
        assertEquals(new BigDecimal("45"), extended.fullMarks());
        assertEquals(new BigDecimal("15"), extended.extraCredit());
        assertEquals(Percent.of(10), extended.late().perDay());
        assertEquals(3, extended.late().mostDays());
        assertEquals(Percent.of(50), extended.notBuilding().atMost());
        assertEquals(Percent.ZERO, extended.notBuilding().gets());
        assertTrue(extended.handIn().flat() && extended.handIn().forms().contains(HandInRules.Form.TAR));
        assertEquals(4, extended.files().allowed().size());
    }

    @Test
    void aPolicyThatIsRightIsExplained() {
        assertEquals(ExitCode.OK, run("policy", "check", "extended-lab"), terminal::err);
        assertEquals("""
                extended-lab is right:
                  Extended lab: clients, servers and Raft (extended-lab): 45 points and 15 extra credit
                  extended tests 1 to 9: 5 points each, 100 schedules each, students see everything
                  extended tests 10 to 15: 2.5 extra credit each, 100 schedules each, students see everything
                  seeds from 1, in the final grade as well
                  a test earns its points if all its schedules pass
                  no due date: nothing is late
                  what does not build gets 0 points for review, at most 22.5
                  handed in as directory, tar, archives flat; files Clerk.java, KvServer.java, Common.java, StudentRaft.java; changes to others are refused
                  formats of whole numbers show scores times 100
                """, terminal.out().replace(System.lineSeparator(), "\n"));
    }

    @Test
    void whatIsWrongWithEachFileIsSaidAndTheOthersAreCheckedAllTheSame() throws IOException {
        Path wrong = Files.writeString(directory.resolve("wrong.yaml"), "nam: x\nsuites: { core: { points: 1 } }\n");
        assertEquals(ExitCode.WRONG_USE, run("policy", "check", wrong.toString(), "core-lap", "core-lab"));
        assertTrue(terminal.err().contains(wrong + ":1: nam: is no key that is known here: did you mean name?"));
        assertTrue(terminal.err().contains("those that come with the kit are core-lab, extended-lab"), terminal::err);
        assertTrue(terminal.out().contains("core-lab is right"));
    }

    @Test
    void nothingIsGradedByAPolicyThatIsNotThereOrNotRight() throws IOException {
        Path wrong = Files.writeString(directory.resolve("wrong.yaml"), "name: x");
        assertWrongUse("wrong.yaml:1: suites: is missing", "--policy", wrong.toString());
        assertWrongUse("there is no policy file labs/mine.yaml", "--policy", "labs/mine.yaml");
        assertWrongUse("--final: the policy core-lab has no hidden-seed", "--final");
        assertWrongUse("--schedules must be from 1", "--schedules", "0");
        Path shares = Files.writeString(
                directory.resolve("shares.yaml"),
                "name: x\nsuites: { core: { points: 1 } }\nrepeated-runs: proportional\n");
        assertWrongUse(
                "--schedules 3: 1 points in proportion to 3 schedules are no exact decimals",
                "--policy",
                shares.toString(),
                "--schedules",
                "3");
    }

    private void assertWrongUse(String message, String... options) {
        String[] args = new String[options.length + 2];
        args[0] = "grade";
        args[1] = directory.toString();
        System.arraycopy(options, 0, args, 2, options.length);
        assertEquals(ExitCode.WRONG_USE, run(args));
        assertTrue(terminal.err().contains(message), terminal::err);
    }

    private int run(String... args) {
        return terminal.run(args);
    }
}
