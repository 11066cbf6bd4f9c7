package kvlab.grader.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.intake.files.ArchiveShape;
import kvlab.grader.intake.files.DirectoryFiles;
import kvlab.grader.intake.files.DisplayText;
import kvlab.grader.intake.files.FileTree;
import kvlab.grader.intake.files.IntakeLimits;
import kvlab.grader.intake.files.NotReadException;
import kvlab.grader.intake.files.Origin;
import kvlab.grader.intake.files.TreeBuilder;
import kvlab.grader.intake.files.UnusableException;
import kvlab.grader.intake.git.Candidates;
import kvlab.grader.intake.git.CommitId;
import kvlab.grader.intake.git.CommitRule;
import kvlab.grader.intake.git.GitRepository;
import kvlab.grader.intake.git.Revision;

/**
 * Opens uploads. The result is a value, even for hostile content. Intake writes only to a temporary directory and runs
 * only {@code git}, see {@link GitRepository}. Archives and repositories are {@link OpenJob}s, which grading does in
 * another process.
 */
public final class Intake {

    private static final int MAX_NAMED = 3;

    private final ArchiveShape shape;
    private final Optional<Revision> revision;
    private final String folder;
    private final IntakeLimits limits;
    private final OpenJob.Opener opener;

    /** Accepts archives of any shape, and directories, including the work trees of git repositories. */
    public Intake() {
        this(ArchiveShape.ANY, Optional.empty(), "", IntakeLimits.DEFAULT, OpenJob::open);
    }

    private Intake(
            ArchiveShape shape,
            Optional<Revision> revision,
            String folder,
            IntakeLimits limits,
            OpenJob.Opener opener) {
        this.shape = shape;
        this.revision = revision;
        this.folder = folder;
        this.limits = limits;
        this.opener = opener;
    }

    /** The same, but archives and repositories are opened by this, not in this process. */
    public Intake withOpener(OpenJob.Opener other) {
        return new Intake(shape, revision, folder, limits, other);
    }

    /** The same, but accepts only archives of this shape. */
    public Intake withShape(ArchiveShape other) {
        return new Intake(other, revision, folder, limits, opener);
    }

    /**
     * The same, but reads this revision of git repositories, not the work tree; a commit excludes all other forms of
     * upload.
     */
    public Intake withRevision(Revision other) {
        return new Intake(shape, Optional.of(other), folder, limits, opener);
    }

    /** The same, but of repositories sees only the files below this folder, a path with a trailing slash, or empty for all. */
    public Intake withFolder(String other) {
        return new Intake(shape, revision, other, limits, opener);
    }

    /** The same with other limits. */
    public Intake withLimits(IntakeLimits other) {
        return new Intake(shape, revision, folder, other, opener);
    }

    /** Opens the upload at a path given by the user; links in the path are followed. */
    public IntakeResult read(Path path) {
        return read(Upload.at(path));
    }

    public IntakeResult read(Upload upload) {
        try {
            Opened opened = open(upload);
            return received(upload, folder.isEmpty() || !isRepository(upload) ? opened : opened.below(folder));
        } catch (IOException | RuntimeException e) {
            return failed(upload, e);
        }
    }

    /** What an exception says of an upload. */
    public static IntakeResult failed(Upload upload, Exception e) {
        if (e instanceof UnusableException unusable) {
            return new IntakeResult.Unusable(unusable.at(upload.shownPath()).diagnostic());
        }
        Diagnostic reason = e instanceof NotReadException notRead ? notRead.diagnostic() : notRead(e);
        return new IntakeResult.NotRead(reason.with("path", upload.shownPath()));
    }

    /** Whether the upload is a git repository. */
    public static boolean isRepository(Upload upload) {
        Path path = upload.parts().get(upload.parts().firstKey());
        return !upload.isNothing()
                && upload.parts().size() == 1
                && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                && GitRepository.isAt(path);
    }

    /**
     * Finds the commits of a git repository of which one may count.
     *
     * @throws UnusableException if there is none
     * @throws IOException if that cannot be told
     */
    public Candidates find(Upload upload, CommitRule rule) throws IOException {
        Path path = upload.parts().get(upload.parts().firstKey());
        return opener.find(new FindJob(path.toRealPath(), rule, limits));
    }

    /** The diagnostic, without the path of the upload, for an upload that cannot be read because of an exception. */
    public static Diagnostic notRead(Exception e) {
        return Diagnostic.of("intake.not-read")
                .with("reason", DisplayText.reason(e))
                .with("file", DisplayText.file(e));
    }

    /**
     * All files below a trusted directory, such as the kit.
     *
     * @throws IOException if it cannot be read or exceeds the limits
     */
    public FileTree files(Path directory) throws IOException {
        TreeBuilder builder = builder();
        try {
            DirectoryFiles.read(directory, builder);
            return builder.tree();
        } catch (UnusableException e) {
            throw e.at(directory.toString());
        }
    }

    private static IntakeResult received(Upload upload, Opened opened) throws UnusableException {
        VariantNames named = VariantNames.in(opened.tree());
        FileTree tree = named.tree();
        List<Diagnostic> leftOut = opened.leftOut();
        MainFile mainFile = new MainFile(tree);
        String path;
        try {
            path = mainFile.find();
        } catch (UnusableException e) {
            throw leftOut.isEmpty() ? e : new UnusableException(e.diagnostic().with("leftOut", named(leftOut)));
        }
        return new IntakeResult.Received(
                new Submission(upload.path().toString(), mainFile.sourcesWith(path)),
                path,
                tree,
                opened.origin(),
                time(upload, opened.origin().date()),
                Stream.of(
                                opened.notes().stream(),
                                named.notes().stream(),
                                leftOut.stream(),
                                mainFile.otherPackage(path).stream(),
                                mainFile.inSubpackages(path).stream())
                        .flatMap(notes -> notes)
                        .toList());
    }

    /**
     * When an upload was handed in: a commit at its date, and earlier if the staff says so.
     *
     * @param commit the date of its commit
     */
    public static Optional<Instant> time(Upload upload, Optional<Instant> commit) {
        return Stream.concat(upload.time().stream(), commit.stream()).min(Comparator.naturalOrder());
    }

    private static String named(List<Diagnostic> leftOut) {
        return leftOut.stream()
                .map(note -> note.argument("file") + " (" + note.argument("what") + ")")
                .collect(Collectors.joining(", "));
    }

    private Opened open(Upload upload) throws IOException {
        if (upload.isNothing()) {
            throw new UnusableException(Diagnostic.of("intake.not-handed-in"));
        }
        SortedMap<String, Path> parts = upload.parts();
        if (parts.size() > 1) {
            requireNoCommit();
            if (shape == ArchiveShape.FLAT_TAR) {
                throw new UnusableException(Diagnostic.of("intake.not-one-tar").with("files", parts.size()));
            }
            return loose(parts);
        }
        Path path = parts.get(parts.firstKey());
        BasicFileAttributes attributes = attributes(path);
        if (attributes.isSymbolicLink()) {
            throw new UnusableException(Diagnostic.of("intake.link"));
        }
        if (attributes.isDirectory()) {
            return directory(path, upload.shownPath());
        }
        if (!attributes.isRegularFile()) {
            throw new UnusableException(Diagnostic.of("intake.no-file-or-directory"));
        }
        requireNoCommit();
        if (ExportName.isOnlineText(path.getFileName().toString())) {
            throw new UnusableException(Diagnostic.of("intake.online-text"));
        }
        return file(parts.firstKey(), path);
    }

    private Opened directory(Path path, String shown) throws IOException {
        boolean bare = GitRepository.isBare(path);
        if (bare || revision.isPresent() && GitRepository.isAt(path)) {
            return opener.open(new OpenJob.OfRepository(path.toRealPath(), revision, limits));
        }
        TreeBuilder builder = builder();
        requireNoCommit();
        DirectoryFiles.read(path, builder);
        FileTree tree = builder.tree();
        if (!MainFile.isIn(tree)) {
            List<String> archives = tree.digests().keySet().stream()
                    .filter(ExportName::isArchive)
                    .toList();
            if (archives.size() == 1) {
                return archiveIn(path, archives.get(0), shown);
            }
            if (archives.size() > 1) {
                throw new UnusableException(
                        Diagnostic.of("intake.several-archives").with("files", DisplayText.first(MAX_NAMED, archives)));
            }
        }
        return Opened.of(builder, Origin.of(Origin.Form.DIRECTORY), List.of());
    }

    private Opened archiveIn(Path directory, String name, String shown) throws IOException {
        Path archive = directory.resolve(name);
        try {
            return file(name, archive);
        } catch (UnusableException e) {
            throw e.at(shown + "/" + DisplayText.name(name));
        }
    }

    /** For uploads that are not git repositories. */
    private void requireNoCommit() throws UnusableException {
        if (revision.filter(CommitId.class::isInstance).isPresent()) {
            throw new UnusableException(Diagnostic.of("intake.no-repository"));
        }
    }

    private Opened file(String name, Path path) throws IOException {
        if (name.endsWith(".java") && shape == ArchiveShape.ANY) {
            return loose(new TreeMap<>(Map.of(name, path)));
        }
        return opener.open(new OpenJob.OfArchive(path.toRealPath(), shape, limits));
    }

    private Opened loose(SortedMap<String, Path> parts) throws IOException {
        TreeBuilder builder = builder();
        for (Map.Entry<String, Path> part : parts.entrySet()) {
            Optional<String> path = builder.place(part.getKey(), false);
            if (path.isPresent()) {
                DirectoryFiles.add(path.get(), part.getValue(), attributes(part.getValue()), builder);
            }
        }
        return Opened.of(builder, Origin.of(Origin.Form.SOURCE_FILES), List.of());
    }

    private TreeBuilder builder() {
        return new TreeBuilder(limits, ArchiveShape.ANY, limits.totalBytes());
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            throw new UnusableException(Diagnostic.of("intake.nothing-there").with("path", DisplayText.path(path)));
        }
    }
}
