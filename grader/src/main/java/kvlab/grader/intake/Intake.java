package kvlab.grader.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Opens what was handed in. Whatever it is, the answer is a value; it takes bounded memory and time, writes nothing
 * outside a temporary directory, and runs nothing but {@code git}, see {@link GitCommand}.
 */
public final class Intake {

    private final ArchiveShape shape;
    private final Optional<Revision> revision;
    private final IntakeLimits limits;

    /** Takes archives of any shape, and directories as they are, git repositories or not. */
    public Intake() {
        this(ArchiveShape.ANY, Optional.empty(), IntakeLimits.DEFAULT);
    }

    private Intake(ArchiveShape shape, Optional<Revision> revision, IntakeLimits limits) {
        this.shape = shape;
        this.revision = revision;
        this.limits = limits;
    }

    /** The same for uploads of this shape. */
    public Intake withShape(ArchiveShape other) {
        return new Intake(other, revision, limits);
    }

    /** The same, but of git repositories this branch counts and not the work tree. */
    public Intake withBranch(Branch other) {
        return new Intake(shape, Optional.of(other), limits);
    }

    /** The same, but of git repositories this commit counts and not the work tree, and nothing else is taken. */
    public Intake withCommit(CommitId commit) {
        return new Intake(shape, Optional.of(commit), limits);
    }

    /** The same with other limits. */
    public Intake withLimits(IntakeLimits other) {
        return new Intake(shape, revision, other);
    }

    /** Opens the one submission that a person named by its path; links on the way there are followed. */
    public IntakeResult read(Path path) {
        return read(Upload.at(path));
    }

    /** Opens what was handed in. */
    public IntakeResult read(Upload upload) {
        return open(upload, Shown.path(upload.path()), upload.parts());
    }

    /**
     * All files below a directory of our own, such as the kit.
     *
     * @throws IOException if it cannot be read or is beyond the limits
     */
    public FileTree files(Path directory) throws IOException {
        TreeBuilder builder = new TreeBuilder(limits, ArchiveShape.ANY, limits.totalBytes());
        return naming(directory.toString(), () -> {
            DirectoryFiles.read(directory, builder);
            return builder.tree();
        });
    }

    private IntakeResult open(Upload upload, String shown, Map<String, Path> parts) {
        try {
            Opened opened =
                    parts.size() == 1 ? one(shown, parts.entrySet().iterator().next()) : several(shown, parts);
            return received(upload, shown, opened);
        } catch (UnusableException e) {
            return new IntakeResult.Unusable(upload.student(), e.getMessage());
        } catch (IOException | RuntimeException e) {
            return notRead(upload, e);
        }
    }

    /** @param notes beyond what the builder knows to be left out */
    private record Opened(TreeBuilder builder, Origin origin, List<String> notes) {}

    private IntakeResult received(Upload upload, String shown, Opened opened) throws UnusableException {
        FileTree tree = opened.builder().tree();
        MainFile mainFile = new MainFile(shown, tree);
        List<String> notes = new ArrayList<>(opened.notes());
        notes.addAll(opened.builder().leftOut());
        String path;
        try {
            path = mainFile.find();
        } catch (UnusableException e) {
            String why = String.join("; ", opened.builder().leftOut());
            throw why.isEmpty() ? e : new UnusableException(e.getMessage() + "; " + why);
        }
        Submission submission = new Submission(upload.path().toString(), mainFile.sourcesWith(path));
        Optional<Instant> time = upload.time()
                .or(() -> opened.origin() instanceof Origin.Commit commit
                        ? Optional.of(commit.time())
                        : Optional.empty());
        return new IntakeResult.Received(upload.student(), submission, path, tree, opened.origin(), time, notes);
    }

    private Opened one(String shown, Map.Entry<String, Path> part) throws IOException {
        Path path = part.getValue();
        BasicFileAttributes attributes = attributes(path);
        if (attributes.isSymbolicLink()) {
            throw new UnusableException(
                    shown + " is a symbolic link, which is not followed: put the files themselves there");
        }
        if (attributes.isDirectory()) {
            return directory(shown, path);
        }
        if (!attributes.isRegularFile()) {
            throw new UnusableException(shown + " is neither a file nor a directory: hand in your files");
        }
        requireNoCommit(shown);
        return file(shown, part.getKey(), path, attributes);
    }

    private Opened several(String shown, Map<String, Path> parts) throws IOException {
        requireNoCommit(shown);
        if (shape == ArchiveShape.FLAT_TAR) {
            throw new UnusableException(shown + " is one of " + parts.size()
                    + " files handed in, but one plain .tar of them is asked for. " + ArchiveFile.HOW_TO_FLAT);
        }
        return new Opened(naming(shown, () -> loose(parts)), Origin.Files.SOURCE_FILES, List.of());
    }

    private Opened directory(String shown, Path path) throws IOException {
        boolean asRepository = revision.isPresent() || GitRepository.isBare(path);
        Optional<GitRepository> repository = asRepository ? GitRepository.at(path, limits) : Optional.empty();
        TreeBuilder builder = new TreeBuilder(limits, ArchiveShape.ANY, limits.totalBytes());
        if (repository.isPresent()) {
            return naming(shown, () -> {
                GitRepository.Reading reading = repository.get().read(revision, builder);
                return new Opened(builder, reading.commit(), reading.notes());
            });
        }
        requireNoCommit(shown);
        naming(shown, () -> {
            DirectoryFiles.read(path, builder);
            return builder;
        });
        FileTree tree = builder.tree();
        if (!MainFile.isIn(tree)) {
            List<String> archives = tree.digests().keySet().stream()
                    .filter(ExportName::isArchive)
                    .toList();
            if (archives.size() == 1) {
                Path archive = path.resolve(archives.get(0));
                return file(shown + "/" + archives.get(0), archives.get(0), archive, attributes(archive));
            }
            if (archives.size() > 1) {
                throw new UnusableException(shown + " holds no KvServer.java but several archives ("
                        + archives.stream().limit(3).map(Shown::name).collect(Collectors.joining(", "))
                        + "): hand in one of them");
            }
        }
        return new Opened(builder, Origin.Files.DIRECTORY, List.of());
    }

    /** Of whatever is no repository. */
    private void requireNoCommit(String shown) throws UnusableException {
        if (revision.filter(CommitId.class::isInstance).isPresent()) {
            throw new UnusableException(
                    shown + " is no git repository, and a commit of one is asked for: name the clone itself");
        }
    }

    private Opened file(String shown, String name, Path path, BasicFileAttributes attributes) throws IOException {
        boolean source = name.endsWith(".java") && shape == ArchiveShape.ANY;
        if (source) {
            return new Opened(naming(shown, () -> loose(Map.of(name, path))), Origin.Files.SOURCE_FILES, List.of());
        }
        if (attributes.size() > limits.archiveBytes()) {
            throw new UnusableException(
                    shown + " has " + attributes.size() / (1 << 20) + " MiB, and " + limits.archiveBytes() / (1 << 20)
                            + " MiB are allowed: hand in your source files and nothing else");
        }
        ArchiveFile archive = new ArchiveFile(content(path));
        return naming(shown, () -> {
            archive.requireShape(shape);
            long most = limits.unpacked(attributes.size());
            TreeBuilder builder = new TreeBuilder(limits, shape, most);
            archive.readInto(builder, most);
            return new Opened(builder, archive.origin(), List.of());
        });
    }

    private byte[] content(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes(limits.archiveBytes());
        }
    }

    private TreeBuilder loose(Map<String, Path> parts) throws IOException {
        TreeBuilder builder = new TreeBuilder(limits, ArchiveShape.ANY, limits.totalBytes());
        for (Map.Entry<String, Path> part : parts.entrySet()) {
            Optional<String> path = builder.place(part.getKey(), false);
            if (path.isPresent()) {
                DirectoryFiles.add(path.get(), part.getValue(), attributes(part.getValue()), builder);
            }
        }
        return builder;
    }

    /** Puts the name of the thing in front of what is wrong with it. */
    private static <T> T naming(String shown, Reading<T> reading) throws IOException {
        try {
            return reading.read();
        } catch (UnusableException e) {
            throw new UnusableException(shown + " " + e.getMessage());
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            throw new UnusableException(nothingAt(path));
        }
    }

    private static String nothingAt(Path path) {
        return "there is nothing at " + path
                + ": give the directory that holds your KvServer.java, for example: ./kvlab test skeleton";
    }

    private static IntakeResult notRead(Upload upload, Exception e) {
        return new IntakeResult.NotRead(
                upload.student(),
                "reading the submission at " + upload.path() + " failed: " + e
                        + ": see that it is there and that every file in it can be read (chmod -R u+rX), and try again");
    }
}
