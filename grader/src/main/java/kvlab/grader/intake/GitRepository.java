package kvlab.grader.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A student's repository, bare or with a work tree: which commit counts, and the files in it. */
final class GitRepository {

    private static final String SUBMODULE = "160000";
    private static final String LINK = "120000";
    private static final int MAX_NAMED = 5;

    /** What git prints of one object beside its content; paths are the longest part of that. */
    private static final int LISTED_BYTES = 600;

    private static final int SHA1_DIGITS = 40;

    private final Path repository;
    private final IntakeLimits limits;

    private GitRepository(Path repository, IntakeLimits limits) {
        this.repository = repository;
        this.limits = limits;
    }

    /** The repository at this path, if there is one. */
    static Optional<GitRepository> at(Path path, IntakeLimits limits) {
        Path inside = path.resolve(".git");
        if (Files.exists(inside, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(new GitRepository(inside, limits));
        }
        return isBare(path) ? Optional.of(new GitRepository(path, limits)) : Optional.empty();
    }

    static boolean isBare(Path path) {
        return Files.isRegularFile(path.resolve("HEAD"))
                && Files.isDirectory(path.resolve("objects"))
                && Files.isDirectory(path.resolve("refs"));
    }

    /** Reads the files of the commit that counts. */
    Reading read(Optional<Revision> wanted, TreeBuilder tree) throws IOException {
        requireWhole();
        GitRefs refs = new GitRefs(repository);
        Revision revision = wanted.isPresent() ? wanted.get() : current(refs);
        String from = revision instanceof Branch branch ? tip(branch, refs) : ((CommitId) revision).digits();
        String shallow = refs.shallow();
        String format = from.length() > SHA1_DIGITS ? "sha256" : "sha1";
        try (GitCommand git =
                GitCommand.on(repository.resolve("objects").toAbsolutePath(), format, shallow, limits.git())) {
            Origin.Commit commit =
                    revision instanceof Branch branch ? last(git, branch, from, shallow) : named(git, from);
            List<String> notes = new ArrayList<>(revision instanceof Branch ? later(git, commit, from) : List.of());
            readFiles(git, commit, tree, notes);
            return new Reading(commit, notes);
        } catch (GitFailedException e) {
            throw new UnusableException("is a git repository that git cannot read (" + e.getMessage()
                    + "): clone it again, whole, and hand that in");
        }
    }

    /** @param notes a line each */
    record Reading(Origin.Commit commit, List<String> notes) {}

    /** Git would follow these to places outside of what was handed in. */
    private void requireWhole() throws UnusableException {
        if (!Files.isDirectory(repository, LinkOption.NOFOLLOW_LINKS)
                || !Files.isDirectory(repository.resolve("objects"), LinkOption.NOFOLLOW_LINKS)) {
            throw new UnusableException("is a git work tree whose repository is somewhere else: hand in a clone");
        }
        if (Files.exists(repository.resolve("objects/info/alternates"), LinkOption.NOFOLLOW_LINKS)) {
            throw new UnusableException(
                    "is a git repository that borrows objects from another one (objects/info/alternates):"
                            + " run git repack -a -d, delete that file, and hand in again");
        }
    }

    private static Branch current(GitRefs refs) throws IOException {
        String name = refs.current()
                .orElseThrow(
                        () -> new UnusableException("is a git repository with no branch checked out: name the branch"));
        try {
            return Branch.named(name);
        } catch (IllegalArgumentException e) {
            throw new UnusableException("is a git repository whose branch has an odd name, " + Shown.name(name));
        }
    }

    private static String tip(Branch branch, GitRefs refs) throws IOException {
        Optional<String> tip = refs.tip(branch.name());
        if (tip.isEmpty()) {
            throw new UnusableException(missing(branch, refs));
        }
        return tip.get();
    }

    private static String missing(Branch branch, GitRefs refs) throws IOException {
        List<String> others = refs.branches().limit(MAX_NAMED + 1L).toList();
        String there = others.isEmpty()
                ? "it has no branches at all"
                : "it has "
                        + others.stream().limit(MAX_NAMED).collect(Collectors.joining(", "))
                        + (others.size() > MAX_NAMED ? " and more" : "");
        return "is a git repository without the branch " + branch.name() + " (" + there + "): push your work to "
                + branch.name();
    }

    private static Origin.Commit named(GitCommand git, String digits) throws IOException {
        try {
            String line = text(git.run(
                    LISTED_BYTES, "", "rev-list", "--timestamp", "--no-walk", "--max-count=1", digits + "^{commit}"));
            return commit("", line.strip());
        } catch (GitFailedException e) {
            throw new UnusableException("is a git repository in which no commit, or more than one, is called " + digits
                    + ": give all of its name, and fetch it if it is not there");
        }
    }

    /** @param line the commit's time in seconds, and its name */
    private static Origin.Commit commit(String branch, String line) {
        String[] parts = line.split(" ");
        return new Origin.Commit(branch, parts[1], Instant.ofEpochSecond(Long.parseLong(parts[0])));
    }

    private static Origin.Commit last(GitCommand git, Branch branch, String tip, String shallow) throws IOException {
        List<String> command = new ArrayList<>(List.of("rev-list", "--timestamp", "--first-parent", "--max-count=1"));
        if (branch.hasDeadline()) {
            command.add("--min-age=" + branch.deadline().getEpochSecond());
        }
        command.add(tip);
        String line =
                text(git.run(LISTED_BYTES, "", command.toArray(String[]::new))).strip();
        if (line.isEmpty()) {
            throw new UnusableException(
                    "has no commit on branch " + branch.name() + " from " + branch.deadline() + " or before"
                            + (shallow.isEmpty() ? "" : ", but it is a shallow clone: clone it without --depth"));
        }
        return commit(branch.name(), line);
    }

    private static List<String> later(GitCommand git, Origin.Commit commit, String tip) throws IOException {
        if (commit.id().equals(tip)) {
            return List.of();
        }
        String[] newest = text(git.run(LISTED_BYTES, "", "rev-list", "--timestamp", "--max-count=1", tip))
                .strip()
                .split(" ");
        String count = text(git.run(
                        LISTED_BYTES, "", "rev-list", "--count", "--first-parent", commit.id() + ".." + tip))
                .strip();
        return List.of("branch " + commit.branch() + " has " + count
                + (count.equals("1") ? " more commit" : " more commits") + " after " + commit.time() + ", the last of "
                + Instant.ofEpochSecond(Long.parseLong(newest[0])) + ", which does not count");
    }

    private void readFiles(GitCommand git, Origin.Commit commit, TreeBuilder tree, List<String> notes)
            throws IOException {
        List<Blob> blobs = new ArrayList<>();
        for (String line : text(git.run(
                        LISTED_BYTES * limits.entries(),
                        "",
                        "ls-tree",
                        "-r",
                        "-z",
                        "--long",
                        "--full-tree",
                        commit.id()))
                .split("\0")) {
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
                    case SUBMODULE -> notes.add(Shown.name(path.get()) + " is a submodule, which is not fetched");
                    default -> blobs.add(new Blob(path.get(), fields[2], sizeOf(fields[3])));
                }
            }
        }
        readBlobs(git, blobs, tree);
    }

    /** @param size in bytes */
    private record Blob(String path, String id, long size) {}

    private static long sizeOf(String field) throws GitFailedException {
        try {
            return Long.parseLong(field);
        } catch (NumberFormatException e) {
            throw new GitFailedException("objects are missing, as in a partial clone");
        }
    }

    /** As they were committed: cat-file without --filters and --textconv converts nothing and runs nothing. */
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
        byte[] contents = git.run(Math.toIntExact(bytes), ids, "cat-file", "--batch", "--buffer");
        int at = 0;
        for (Blob blob : small) {
            int lineEnd = at;
            while (lineEnd < contents.length && contents[lineEnd] != '\n') {
                lineEnd++;
            }
            String expected = blob.id() + " blob " + blob.size();
            if (!new String(contents, at, lineEnd - at, StandardCharsets.UTF_8).equals(expected)) {
                throw new GitFailedException("object " + blob.id() + " is missing or damaged");
            }
            at = lineEnd + 1;
            tree.add(blob.path(), blob.size(), new ByteArrayInputStream(contents, at, (int) blob.size()));
            at += (int) blob.size() + 1;
        }
    }

    private static String text(byte[] output) {
        return new String(output, StandardCharsets.UTF_8);
    }
}
