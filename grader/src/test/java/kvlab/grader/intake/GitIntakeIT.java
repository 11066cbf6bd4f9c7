package kvlab.grader.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import kvlab.diagnostic.Audience;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.intake.files.IntakeLimits;
import kvlab.grader.intake.files.NotReadException;
import kvlab.grader.intake.files.Origin;
import kvlab.grader.intake.files.UnusableException;
import kvlab.grader.intake.git.Branch;
import kvlab.grader.intake.git.Candidates;
import kvlab.grader.intake.git.CommitId;
import kvlab.grader.intake.git.CommitRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitIntakeIT {

    private static final String EARLY = "2026-11-01T12:00:00Z";
    private static final String LATE = "2026-11-02T12:00:00Z";
    private static final String BRANCH = "lab-kv-solution";

    @TempDir
    private Path directory;

    private Repository alice;

    @BeforeEach
    void makeRepository() throws IOException {
        alice = Repository.in(directory.resolve("alice"));
    }

    @Test
    void theLastCommitInTimeAndTheLastThatIsNotTooLateMayCountByCommitterTime() throws Exception {
        String early = alice.write("KvServer.java", "early").commit(EARLY);
        String late = alice.write("KvServer.java", "late").commit(LATE);
        Instant due = Instant.parse(LATE).minusSeconds(1);

        Candidates found = find(alice.path(), due, due.plusSeconds(1));
        assertEquals(
                List.of(
                        Origin.ofCommit(BRANCH, early, Instant.parse(EARLY)),
                        Origin.ofCommit(BRANCH, late, Instant.parse(LATE))),
                found.commits());
        assertEquals(List.of(), found.notes());

        Candidates onTime = find(alice.path(), due, due);
        assertEquals(
                List.of(early), onTime.commits().stream().map(Origin::commit).toList());
        assertEquals(
                "[branch " + BRANCH + " has 1 commit after " + due + ", the last of " + LATE + ", which cannot count]",
                onTime.notes().toString());
        assertEquals("late", text(received(alice.path(), Branch.named(BRANCH))));

        Instant october = Instant.parse("2026-10-01T00:00:00Z");
        UnusableException none = assertThrows(UnusableException.class, () -> find(alice.path(), october, october));
        assertEquals(
                "alice has no commit on branch " + BRANCH + " from 2026-10-01T00:00:00Z or before",
                none.at("alice").getMessage());
    }

    @Test
    void aMergeAfterTheDeadlineDoesNotHideWhatWasMerged() throws Exception {
        alice.write("KvServer.java", "start").commit("2026-11-01T07:00:00Z");
        alice.git("checkout", "-q", "-b", "partner");
        String pushed = alice.write("KvServer.java", "pushed").commit(EARLY);
        alice.git("checkout", "-q", BRANCH);
        String local = alice.write("more", "local").commit("2026-11-01T08:00:00Z");
        alice.at(LATE, "merge", "-q", "--no-ff", "-m", "git pull", "partner");
        Instant due = Instant.parse(EARLY).plusSeconds(60);
        assertEquals(
                List.of(pushed, local),
                find(alice.path(), due, due).commits().stream()
                        .map(Origin::commit)
                        .toList());
    }

    @Test
    void bareRepositoriesClonesAndPackedOnesAreReadAlike() throws Exception {
        String commit = alice.write("lab/KvServer.java", "mine").commit(EARLY);
        alice.git("checkout", "-q", "-b", "main");
        alice.write("other", "").commit(LATE);
        alice.git("gc", "-q");
        Path bare = directory.resolve("bare.git");
        alice.git("clone", "-q", "--bare", alice.path().toString(), bare.toString());
        Path clone = directory.resolve("clone");
        alice.git("clone", "-q", alice.path().toString(), clone.toString());
        for (Path repository : List.of(alice.path(), bare, clone)) {
            IntakeResult.Received received = received(repository, Branch.named(BRANCH));
            assertEquals(commit, received.origin().commit());
            assertEquals("mine", text(received));
        }
        assertEquals("bare", Upload.at(bare).student().fileName());
        IntakeResult current = new Intake().read(bare);
        assertEquals(
                "main",
                assertInstanceOf(IntakeResult.Received.class, current).origin().branch());
    }

    @Test
    void aWorkTreeIsReadAsADirectoryWhereNoBranchIsAskedFor() throws Exception {
        alice.write("KvServer.java", "committed").commit(EARLY);
        alice.write("KvServer.java", "not yet committed");
        IntakeResult.Received received = assertInstanceOf(IntakeResult.Received.class, new Intake().read(alice.path()));
        assertEquals("not yet committed", text(received));
        assertEquals(Origin.Form.DIRECTORY, received.origin().form());
    }

    @Test
    void aCommitIsReadByItsNameWhateverBranchAndWorkTreeHold() throws Exception {
        String asked = alice.write("lab/KvServer.java", "asked for").commit(EARLY);
        alice.write("lab/KvServer.java", "later").commit(LATE);
        alice.git("checkout", "-q", "-b", "elsewhere");
        alice.write("lab/KvServer.java", "not yet committed");
        Path bare = directory.resolve("bare.git");
        alice.git("clone", "-q", "--bare", alice.path().toString(), bare.toString());
        for (Path repository : List.of(alice.path(), bare)) {
            for (String name : List.of(asked, asked.substring(0, 7).toUpperCase(Locale.ROOT))) {
                IntakeResult result =
                        new Intake().withRevision(new CommitId(name)).read(repository);
                IntakeResult.Received received =
                        assertInstanceOf(IntakeResult.Received.class, result, result::toString);
                assertEquals("asked for", text(received));
                assertEquals(Origin.ofCommit("", asked, Instant.parse(EARLY)), received.origin());
                assertEquals(List.of(), received.notes());
            }
        }
    }

    @Test
    void aCommitThatIsNotThereIsNotTakenForAnother() throws Exception {
        alice.write("KvServer.java", "mine").commit(EARLY);
        assertNoCommit("no commit, or more than one, is called abcdef0", alice.path(), "abcdef0");
        String file = alice.git("rev-parse", "HEAD:KvServer.java");
        assertNoCommit("is called " + file, alice.path(), file);
        Path upload = Files.createDirectories(directory.resolve("no repository"));
        Path source = Files.writeString(upload.resolve("KvServer.java"), "mine");
        assertNoCommit("is no git repository", upload, "abcdef0");
        assertNoCommit("is no git repository", source, "abcdef0");
        for (String name : List.of("HEAD", "abcdef", "abcdef0^", "--all", "")) {
            assertThrows(IllegalArgumentException.class, () -> new CommitId(name), name);
        }
    }

    private static void assertNoCommit(String line, Path path, String name) {
        IntakeResult result = new Intake().withRevision(new CommitId(name)).read(path);
        String refusal = assertInstanceOf(IntakeResult.Unusable.class, result, result::toString)
                .reason()
                .message();
        assertTrue(refusal.contains(line), refusal);
    }

    @Test
    void aMissingBranchIsNamedWithThoseThatAreThere() throws Exception {
        assertRefused("without the branch main (it has no branches at all)", Branch.named("main"));
        alice.write("KvServer.java", "mine").commit(EARLY);
        assertRefused("without the branch main (it has lab-kv-solution)", Branch.named("main"));
    }

    @Test
    void nothingThatARepositoryBringsIsRun() throws Exception {
        Path ran = directory.resolve("ran");
        Path script = Files.writeString(directory.resolve("evil.sh"), "#!/bin/sh\ntouch " + ran + "\nexit 1\n");
        assertTrue(script.toFile().setExecutable(true));
        String command = script.toString();
        alice.write(".gitattributes", "*.java filter=evil diff=evil text eol=crlf ident export-subst\n");
        alice.write("KvServer.java", "mine $Id$ $Format:%H$\n").commit(EARLY);
        alice.write("more", "x").commit(LATE);
        for (String key : List.of(
                "filter.evil.clean",
                "filter.evil.smudge",
                "filter.evil.process",
                "diff.evil.textconv",
                "diff.evil.command",
                "core.fsmonitor",
                "core.pager",
                "core.sshCommand",
                "core.editor",
                "core.askPass",
                "credential.helper",
                "gpg.program",
                "uploadpack.packObjectsHook",
                "remote.origin.uploadpack",
                "pager.rev-list",
                "pager.cat-file",
                "alias.rev-list",
                "alias.cat-file")) {
            alice.git("config", key, command);
        }
        alice.git("config", "remote.origin.url", "ext::" + command);
        alice.git("config", "remote.origin.promisor", "true");
        alice.git("config", "core.repositoryFormatVersion", "1");
        alice.git("config", "extensions.partialClone", "origin");
        alice.git("config", "protocol.ext.allow", "always");
        for (String hook : List.of("post-checkout", "pre-auto-gc", "reference-transaction", "post-index-change")) {
            Path file = Files.writeString(
                    Files.createDirectories(alice.path().resolve(".git/hooks")).resolve(hook),
                    "#!/bin/sh\n" + command + "\n");
            assertTrue(file.toFile().setExecutable(true));
        }
        IntakeResult.Received received = received(alice.path(), Branch.named(BRANCH));
        assertEquals("mine $Id$ $Format:%H$\n", text(received), "as committed, with nothing converted");
        deleteObject(alice.git("rev-parse", "HEAD~1:KvServer.java"));
        assertRefused("objects are missing", Branch.named(BRANCH));
        assertFalse(Files.exists(ran), "something was run");
    }

    @Test
    void aForgedGraphOfCommitsIsNotBelieved() throws Exception {
        alice.write("KvServer.java", "early").commit(EARLY);
        alice.write("KvServer.java", "late").commit(LATE);
        alice.git("replace", "HEAD", "HEAD~1");
        alice.git("commit-graph", "write", "--reachable");
        assertEquals("late", text(received(alice.path(), Branch.named(BRANCH))));
    }

    @Test
    void aShallowCloneIsReadAsFarAsItGoes() throws Exception {
        alice.write("KvServer.java", "early").commit(EARLY);
        alice.write("KvServer.java", "late").commit(LATE);
        Path clone = directory.resolve("clone");
        alice.git("clone", "-q", "--depth", "1", "file://" + alice.path(), clone.toString());
        assertEquals("late", text(received(clone, Branch.named(BRANCH))));
        Instant late = Instant.parse(LATE);
        assertEquals(1, find(clone, late, late).commits().size());
        NotReadException lacking = assertThrows(NotReadException.class, () -> find(clone, late.minusSeconds(1), late));
        assertEquals("intake.git-shallow", lacking.diagnostic().code());
    }

    @Test
    void submodulesAreNamedAndNotFetched() throws Exception {
        Repository other = Repository.in(directory.resolve("other"));
        other.write("KvServer.java", "stolen").commit(EARLY);
        alice.git("submodule", "--quiet", "add", other.path().toString(), "sub");
        alice.write("KvServer.java", "mine").commit(EARLY);
        IntakeResult.Received received = received(alice.path(), Branch.named(BRANCH));
        assertEquals(
                "sub is a submodule, which is not fetched",
                received.notes().get(0).message());
        assertEquals(1, received.notes().size());
        assertEquals("mine", text(received));
        assertRefused("whose repository is somewhere else", alice.path().resolve("sub"), Branch.named(BRANCH));
    }

    @Test
    void linksInACommitAreLeftOut() throws Exception {
        Files.createSymbolicLink(alice.path().resolve("KvServer.java"), Path.of("/etc/passwd"));
        alice.commit(EARLY);
        assertRefused("left out: KvServer.java (a symbolic link)", Branch.named(BRANCH));
    }

    @Test
    void anLfsPointerIsNotTheFile() throws Exception {
        alice.write("KvServer.java", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 3\n");
        alice.commit(EARLY);
        assertRefused("is a Git LFS pointer and not the file itself", Branch.named(BRANCH));
    }

    @Test
    void namesInACommitAreHeldToTheSameRules() throws Exception {
        String blob = alice.write("KvServer.java", "mine").git("hash-object", "-w", "KvServer.java");
        alice.git("update-index", "--add", "--cacheinfo", "100644," + blob + ",KvServer.java");
        alice.git("update-index", "--add", "--cacheinfo", "100644," + blob + ",kvserver.java");
        alice.commitIndex(EARLY);
        assertRefused("KvServer.java and kvserver.java, which on many disks are one file", Branch.named(BRANCH));
    }

    @Test
    void aBombOfTreesIsRefusedWithoutWalkingThroughIt() throws Exception {
        alice.write("KvServer.java", "mine").commit(EARLY);
        String inner = alice.git("rev-parse", "HEAD^{tree}");
        for (int depth = 0; depth < 10; depth++) {
            StringBuilder tenTimes = new StringBuilder();
            for (int name = 0; name < 10; name++) {
                tenTimes.append("040000 tree ")
                        .append(inner)
                        .append("\td")
                        .append(name)
                        .append('\n');
            }
            alice.write("tree", tenTimes.toString());
            inner = alice.git("-c", "alias.make=!git mktree < tree", "make");
        }
        String commit = alice.git("commit-tree", "-m", "bomb", inner);
        alice.git("update-ref", "refs/heads/" + BRANCH, commit);
        assertRefused("holds more files than can be listed", Branch.named(BRANCH));
    }

    @Test
    void borrowedObjectsAreNotFollowed() throws Exception {
        alice.write("KvServer.java", "mine").commit(EARLY);
        Path clone = directory.resolve("clone");
        alice.git("clone", "-q", "--shared", alice.path().toString(), clone.toString());
        assertRefused("borrows objects from another one", clone, Branch.named(BRANCH));
    }

    @Test
    void aBrokenRepositoryIsTheStudentsAndASlowMachineIsNot() throws Exception {
        String commit = alice.write("KvServer.java", "mine").commit(EARLY);
        IntakeLimits usual = IntakeLimits.DEFAULT;
        Intake hasty = new Intake()
                .withRevision(Branch.named(BRANCH))
                .withLimits(new IntakeLimits(
                        usual.entries(),
                        usual.fileBytes(),
                        usual.archiveBytes(),
                        usual.totalBytes(),
                        usual.ratio(),
                        Duration.ZERO));
        assertInstanceOf(IntakeResult.NotRead.class, hasty.read(alice.path()));
        deleteObject(commit);
        assertRefused("is a git repository that git cannot read", Branch.named(BRANCH));
    }

    private void deleteObject(String id) throws IOException {
        Files.delete(alice.path().resolve(".git/objects/" + id.substring(0, 2) + "/" + id.substring(2)));
    }

    private static Candidates find(Path repository, Instant due, Instant latest) throws IOException {
        return new Intake()
                .find(Upload.at(repository), new CommitRule(Branch.named(BRANCH), Optional.of(due), latest, Set.of()));
    }

    private static String text(IntakeResult.Received received) {
        return received.submission().files().get(0).text();
    }

    private static IntakeResult.Received received(Path repository, Branch branch) {
        IntakeResult result = new Intake().withRevision(branch).read(repository);
        return assertInstanceOf(IntakeResult.Received.class, result, result::toString);
    }

    private void assertRefused(String line, Branch branch) {
        assertRefused(line, alice.path(), branch);
    }

    private static void assertRefused(String line, Path repository, Branch branch) {
        IntakeResult result = new Intake().withRevision(branch).read(repository);
        Diagnostic reason = assertInstanceOf(IntakeResult.Unusable.class, result, result::toString)
                .reason();
        String refusal = reason.message();
        String place = repository.getParent().toString();
        assertFalse(reason.message(Audience.OWNER).contains(place), "tells where the grader had it");
        assertTrue(refusal.contains(line), refusal);
        assertEquals(1, refusal.lines().count(), refusal);
    }
}
