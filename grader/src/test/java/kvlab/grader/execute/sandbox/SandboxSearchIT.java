package kvlab.grader.execute.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxSearchIT {

    /** Else a mistake in how it is told what to do would only make tests of what it holds back be skipped. */
    @Test
    void whereBubblewrapWorksItIsUsed() throws Exception {
        Process plain = new ProcessBuilder("sh", "-c", "bwrap --unshare-all --ro-bind / / true")
                .redirectErrorStream(true)
                .start();
        String output = new String(plain.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeTrue(plain.waitFor() == 0, output);
        Sandbox found = Sandbox.best(2048);
        assertTrue(found.isClosed(), found.description().message());
    }

    @Test
    void aMachineWithoutBubblewrapHasNoSandboxAndItSaysWhy(@TempDir Path programs) {
        Sandbox open = new SandboxSearch(List.of(programs), 2048).best();
        assertEquals("no sandbox: bwrap is not installed", open.description().message());
        assertFalse(open.isClosed());
    }

    @Test
    void aBubblewrapThatIsForbiddenIsToldWithItsReason(@TempDir Path programs) throws IOException {
        Path bwrap = Files.writeString(
                programs.resolve("bwrap"),
                "#!/bin/sh\ncase $1 in --version) echo bubblewrap 9.9;; *) echo not permitted; exit 1;; esac\n");
        Files.setPosixFilePermissions(bwrap, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertEquals(
                "no sandbox: bubblewrap 9.9 does not work here (not permitted)",
                new SandboxSearch(List.of(programs), 2048).best().description().message());
    }
}
