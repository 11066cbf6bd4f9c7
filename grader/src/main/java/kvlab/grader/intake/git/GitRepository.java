package kvlab.grader.intake.git;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.intake.files.DisplayText;
import kvlab.grader.intake.files.IntakeLimits;
import kvlab.grader.intake.files.Origin;
import kvlab.grader.intake.files.TreeBuilder;
import kvlab.grader.intake.files.UnusableException;

/** A student's repository, bare or with a work tree. Selects the commit that counts and reads its files. */
public final class GitRepository {

    private static final String SUBMODULE = "160000";
    private static final String LINK = "120000";
    private static final int MAX_NAMED = 5;
    private static final int MAX_NOTES = 10;

    /** The maximum size of git's output for one object apart from its content; most of it is the path. */
    private static final int LISTED_BYTES = 600;

    private static final int SHA1_DIGITS = 40;

    /** Later times have no four digits of the year. */
    private static final Instant END_OF_TIME = Instant.parse("9999-01-01T00:00:00Z");

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

    /** Reads the files of the commit that counts. */
    public Reading read(Optional<Revision> wanted, TreeBuilder tree) throws IOException {
        requireWhole();
        GitRefs refs = new GitRefs(repository);
        Revision revision = wanted.isPresent() ? wanted.get() : current(refs);
        String from = revision instanceof Branch branch ? tip(branch, refs) : ((CommitId) revision).digits();
        String shallow = refs.shallow();
        String format = from.length() > SHA1_DIGITS ? "sha256" : "sha1";
        try (GitCommand git =
                new GitCommand(repository.resolve("objects").toAbsolutePath(), format, shallow, limits.git())) {
            Origin commit = revision instanceof Branch branch ? last(git, branch, from, shallow) : named(git, from);
            List<Diagnostic> notes = new ArrayList<>(revision instanceof Branch ? later(git, commit, from) : List.of());
            readFiles(git, commit, tree, notes);
            return new Reading(commit, notes);
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

    private static Origin named(GitCommand git, String digits) throws IOException {
        try {
            return commit("", git.line("rev-list", "--timestamp", "--no-walk", "--max-count=1", digits + "^{commit}"));
        } catch (GitCommand.FailedException e) {
            throw new UnusableException(
                    Diagnostic.of("intake.git-commit-unknown").with("commit", digits));
        }
    }

    /** @param line the commit's time in seconds, and its hash */
    private static Origin commit(String branch, String line) throws UnusableException {
        String[] parts = line.split(" ");
        return Origin.ofCommit(branch, parts[1], time(parts[0], parts[1]));
    }

    /** The time may be any text of digits: it was written by the student. */
    private static Instant time(String seconds, String commit) throws UnusableException {
        try {
            long time = Long.parseLong(seconds);
            if (time >= 0 && time < END_OF_TIME.getEpochSecond()) {
                return Instant.ofEpochSecond(time);
            }
        } catch (NumberFormatException tooLarge) {
            // Refused as well.
        }
        throw new UnusableException(
                Diagnostic.of("intake.git-odd-time").with("commit", commit).with("seconds", seconds));
    }

    private static Origin last(GitCommand git, Branch branch, String tip, String shallow) throws IOException {
        List<String> command = new ArrayList<>(List.of("rev-list", "--timestamp", "--first-parent", "--max-count=1"));
        if (branch.hasDeadline()) {
            command.add("--min-age=" + branch.deadline().getEpochSecond());
        }
        command.add(tip);
        String line = git.line(command.toArray(String[]::new));
        if (line.isEmpty()) {
            Diagnostic none =
                    shallow.isEmpty() ? Diagnostic.of("intake.git-no-commit") : Diagnostic.of("intake.git-shallow");
            throw new UnusableException(none.with("branch", branch.name()).with("deadline", branch.deadline()));
        }
        return commit(branch.name(), line);
    }

    private static List<Diagnostic> later(GitCommand git, Origin commit, String tip) throws IOException {
        if (commit.commit().equals(tip)) {
            return List.of();
        }
        Origin newest = commit(commit.branch(), git.line("rev-list", "--timestamp", "--max-count=1", tip));
        String count = git.line("rev-list", "--count", "--first-parent", commit.commit() + ".." + tip);
        return List.of(Diagnostic.of("note.later-commits")
                .with("branch", commit.branch())
                .with("commits", count)
                .with("counted", commit.date().orElseThrow())
                .with("last", newest.date().orElseThrow()));
    }

    private void readFiles(GitCommand git, Origin commit, TreeBuilder tree, List<Diagnostic> notes) throws IOException {
        List<Blob> blobs = new ArrayList<>();
        int mostBytes = LISTED_BYTES * limits.entries();
        byte[] listed = git.run(mostBytes, "", "ls-tree", "-r", "-z", "--long", "--full-tree", commit.commit());
        for (String line : new String(listed, StandardCharsets.UTF_8).split("\0")) {
            if (line.isEmpty()) {
                continue;
            }
            tree.countEntry();
            String name = line.substring(line.indexOf('\t') + 1);
            String[] fields = line.substring(0, line.indexOf('\t')).split(" +");
            Optional<String> path = tree.place(name, false);
            if (path.isPresent()) {
                switch (fields[0]) {
                    case LINK -> tree.leaveOut(path.get(), "a symbolic link");
                    case SUBMODULE -> {
                        if (notes.size() < MAX_NOTES) {
                            notes.add(Diagnostic.of("note.submodule").with("file", DisplayText.name(path.get())));
                        }
                    }
                    default -> blobs.add(new Blob(path.get(), fields[2], sizeOf(fields[3])));
                }
            }
        }
        readBlobs(git, blobs, tree);
    }

    /** @param size in bytes */
    private record Blob(String path, String id, long size) {}

    private static long sizeOf(String field) throws GitCommand.FailedException {
        try {
            return Long.parseLong(field);
        } catch (NumberFormatException e) {
            throw new GitCommand.FailedException("objects are missing, as in a partial clone");
        }
    }

    /**
     * Reads the committed bytes: {@code cat-file} without {@code --filters} and {@code --textconv} runs no conversion.
     */
    private void readBlobs(GitCommand git, List<Blob> blobs, TreeBuilder tree) throws IOException {
        List<Blob> small = new ArrayList<>();
        for (Blob blob : blobs) {
            if (blob.size() > limits.fileBytes()) {
                tree.add(blob.path(), blob.size(), new ByteArrayInputStream(new byte[0]));
            } else {
                tree.weigh(blob.size());
                small.add(blob);
            }
        }
        long bytes =
                small.stream().mapToLong(blob -> blob.size() + LISTED_BYTES).sum();
        String ids = small.stream().map(blob -> blob.id() + "\n").collect(Collectors.joining());
        InputStream contents =
                new ByteArrayInputStream(git.run(Math.toIntExact(bytes), ids, "cat-file", "--batch", "--buffer"));
        for (Blob blob : small) {
            byte[] expected = (blob.id() + " blob " + blob.size() + "\n").getBytes(StandardCharsets.UTF_8);
            if (!Arrays.equals(contents.readNBytes(expected.length), expected)) {
                throw new GitCommand.FailedException("object " + blob.id() + " is missing or damaged");
            }
            byte[] content = contents.readNBytes((int) blob.size());
            tree.add(blob.path(), blob.size(), new ByteArrayInputStream(content));
            contents.readNBytes("\n".length());
        }
    }
}
