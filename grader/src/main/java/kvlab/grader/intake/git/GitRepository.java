package kvlab.grader.intake.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.intake.files.DisplayText;
import kvlab.grader.intake.files.IntakeLimits;
import kvlab.grader.intake.files.NotReadException;
import kvlab.grader.intake.files.Origin;
import kvlab.grader.intake.files.TreeBuilder;
import kvlab.grader.intake.files.UnusableException;

/** A student's repository, bare or with a work tree. Selects the commit that counts and reads its files. */
public final class GitRepository {

    private static final int MAX_NAMED = 5;
    private static final int SHA1_DIGITS = 40;

    /** Some hundred thousand commits. */
    private static final int MAX_HISTORY_BYTES = 32 << 20;

    private final Path repository;
    private final IntakeLimits limits;

    private GitRepository(Path repository, IntakeLimits limits) {
        this.repository = repository;
        this.limits = limits;
    }

    /** The repository at this path, if there is one. */
    public static Optional<GitRepository> at(Path path, IntakeLimits limits) {
        return find(path).map(repository -> new GitRepository(repository, limits));
    }

    /** Whether there is one at this path. */
    public static boolean isAt(Path path) {
        return find(path).isPresent();
    }

    private static Optional<Path> find(Path path) {
        Path inside = path.resolve(".git");
        return Files.exists(inside, LinkOption.NOFOLLOW_LINKS)
                ? Optional.of(inside)
                : Optional.of(path).filter(GitRepository::isBare);
    }

    public static boolean isBare(Path path) {
        return Files.isRegularFile(path.resolve("HEAD"))
                && Files.isDirectory(path.resolve("objects"))
                && Files.isDirectory(path.resolve("refs"));
    }

    /** Reads the files of a commit: by default of the branch that is checked out. */
    public Reading read(Optional<Revision> wanted, TreeBuilder tree) throws IOException {
        requireWhole();
        GitRefs refs = new GitRefs(repository);
        Revision revision = wanted.isPresent() ? wanted.get() : current(refs);
        String branch = revision instanceof Branch asked ? asked.name() : "";
        String digits = revision instanceof Branch asked ? tip(asked, refs) : ((CommitId) revision).digits();
        return with(digits, refs, git -> {
            Origin commit = named(git, branch, digits);
            return new Reading(commit, new CommitFiles(git, limits).readInto(tree, commit.commit()));
        });
    }

    /**
     * Finds the commits of which one may count.
     *
     * @throws UnusableException if there is none
     * @throws NotReadException if the clone is too shallow to tell
     */
    public Candidates candidates(CommitRule rule) throws IOException {
        requireWhole();
        GitRefs refs = new GitRefs(repository);
        String tip = tip(rule.branch(), refs);
        return with(tip, refs, git -> {
            byte[] listed = git.run(MAX_HISTORY_BYTES, "", "rev-list", "--topo-order", History.FORMAT, tip);
            String text = new String(listed, StandardCharsets.UTF_8);
            return rule.among(History.parsed(text, refs.shallow().lines().collect(Collectors.toSet())));
        });
    }

    @FunctionalInterface
    private interface Work<T> {
        T with(GitCommand git) throws IOException;
    }

    private <T> T with(String commit, GitRefs refs, Work<T> work) throws IOException {
        String format = commit.length() > SHA1_DIGITS ? "sha256" : "sha1";
        Path objects = repository.resolve("objects").toAbsolutePath();
        try (GitCommand git = new GitCommand(objects, format, refs.shallow(), limits.git())) {
            return work.with(git);
        } catch (GitCommand.FailedException e) {
            throw new UnusableException(Diagnostic.of("intake.git-unreadable").with("reason", e.getMessage()));
        }
    }

    /** The commit that was read, and notes for the staff. */
    public record Reading(Origin commit, List<Diagnostic> notes) {}

    /** Rejects what leads to paths outside the upload, or is no file: a pipe would make git wait. */
    private void requireWhole() throws IOException {
        if (!Files.isDirectory(repository, LinkOption.NOFOLLOW_LINKS)
                || !Files.isDirectory(repository.resolve("objects"), LinkOption.NOFOLLOW_LINKS)
                || exists("commondir")) {
            throw new UnusableException(Diagnostic.of("intake.git-elsewhere"));
        }
        if (exists("objects/info/alternates") || exists("objects/info/http-alternates")) {
            throw new UnusableException(Diagnostic.of("intake.git-borrows"));
        }
        Files.walkFileTree(repository, new OnlyPlainFiles(repository));
    }

    private boolean exists(String file) {
        return Files.exists(repository.resolve(file), LinkOption.NOFOLLOW_LINKS);
    }

    private static Branch current(GitRefs refs) throws IOException {
        String name = refs.current().orElseThrow(() -> new UnusableException(Diagnostic.of("intake.git-no-branch")));
        try {
            return Branch.named(name);
        } catch (IllegalArgumentException e) {
            throw new UnusableException(Diagnostic.of("intake.git-odd-branch").with("branch", DisplayText.name(name)));
        }
    }

    private static String tip(Branch branch, GitRefs refs) throws IOException {
        Optional<String> tip = refs.tip(branch.name());
        if (tip.isPresent()) {
            return tip.get();
        }
        List<String> others = refs.branches().limit(MAX_NAMED + 1L).toList();
        Diagnostic missing = others.isEmpty()
                ? Diagnostic.of("intake.git-without-branches")
                : Diagnostic.of("intake.git-branch-missing").with("branches", DisplayText.first(MAX_NAMED, others));
        throw new UnusableException(missing.with("branch", branch.name()));
    }

    private static Origin named(GitCommand git, String branch, String digits) throws IOException {
        String[] line;
        try {
            line = git.line("rev-list", "--timestamp", "--no-walk", "--max-count=1", digits + "^{commit}")
                    .split(" ");
        } catch (GitCommand.FailedException e) {
            if (!branch.isEmpty()) {
                throw e;
            }
            throw new UnusableException(
                    Diagnostic.of("intake.git-commit-unknown").with("commit", digits));
        }
        return CommitTime.origin(branch, line[1], line[0]);
    }
}
