package kvlab.grader.intake.git;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.intake.files.DisplayText;
import kvlab.grader.intake.files.IntakeLimits;
import kvlab.grader.intake.files.TreeBuilder;

/** Reads the files of a commit. */
record CommitFiles(GitCommand git, IntakeLimits limits) {

    private static final String SUBMODULE = "160000";
    private static final String LINK = "120000";
    private static final int MAX_NOTES = 10;

    /** The maximum size of git's output for one object apart from its content; most of it is the path. */
    private static final int LISTED_BYTES = 600;

    /**
     * @param commit its hash
     * @return notes for the staff
     */
    List<Diagnostic> readInto(TreeBuilder tree, String commit) throws IOException {
        List<Diagnostic> notes = new ArrayList<>();
        List<Blob> blobs = new ArrayList<>();
        int mostBytes = LISTED_BYTES * limits.entries();
        byte[] listed = git.run(mostBytes, "", "ls-tree", "-r", "-z", "--long", "--full-tree", commit);
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
        readBlobs(blobs, tree);
        return notes;
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
    private void readBlobs(List<Blob> blobs, TreeBuilder tree) throws IOException {
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
