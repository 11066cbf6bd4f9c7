package kvlab.grader.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.intake.archive.ArchiveFile;
import kvlab.grader.intake.files.ArchiveShape;
import kvlab.grader.intake.files.DisplayText;
import kvlab.grader.intake.files.IntakeLimits;
import kvlab.grader.intake.files.Origin;
import kvlab.grader.intake.files.TreeBuilder;
import kvlab.grader.intake.files.UnusableException;
import kvlab.grader.intake.git.Candidates;
import kvlab.grader.intake.git.GitRepository;
import kvlab.grader.intake.git.Revision;

/** An archive or a git repository to open. */
public sealed interface OpenJob extends IntakeJob {

    /**
     * Opens it in this process.
     *
     * @throws UnusableException if the content is at fault
     * @throws TooSlowException if it takes too long
     * @throws IOException if it cannot be read
     */
    Opened open() throws IOException;

    /** Where jobs are done. */
    @FunctionalInterface
    interface Opener {
        /** Does the job; see {@link OpenJob#open}. */
        Opened open(OpenJob job) throws IOException;

        /** Does the job; see {@link FindJob#find}. */
        default Candidates find(FindJob job) throws IOException {
            return job.find();
        }
    }

    /** An archive, which must have this shape. */
    record OfArchive(Path file, ArchiveShape shape, IntakeLimits limits) implements OpenJob {

        @Override
        public Opened open() throws IOException {
            long size = Files.size(file);
            if (size > limits.archiveBytes()) {
                throw new UnusableException(Diagnostic.of("intake.too-large")
                        .with("mebibytes", size >> 20)
                        .with("allowed", limits.archiveBytes() >> 20));
            }
            ArchiveFile archive = new ArchiveFile(content());
            archive.requireShape(shape);
            long most = limits.unpacked(size);
            TreeBuilder builder = new TreeBuilder(limits, shape, most).keeping(ExportName::isArchive);
            archive.readInto(builder, most);
            return MainFile.isIn(builder.tree()) || builder.kept().isEmpty()
                    ? Opened.of(builder, archive.origin(), List.of())
                    : archiveIn(builder, archive.origin());
        }

        /** An archive that was packed into another one. One in that is not opened. */
        private Opened archiveIn(TreeBuilder outer, Origin origin) throws UnusableException {
            if (outer.kept().size() > 1) {
                throw new UnusableException(Diagnostic.of("intake.several-archives")
                        .with(
                                "files",
                                DisplayText.first(2, List.copyOf(outer.kept().keySet()))));
            }
            String name = outer.kept().firstKey();
            byte[] content = outer.kept().get(name);
            ArchiveFile archive = new ArchiveFile(content);
            long most = limits.unpacked(content.length);
            TreeBuilder builder = new TreeBuilder(limits, shape, most);
            archive.requireShape(shape);
            archive.readInto(builder, most);
            return Opened.of(
                    builder,
                    origin,
                    List.of(Diagnostic.of("note.archive-in-archive").with("file", DisplayText.name(name))));
        }

        private byte[] content() throws IOException {
            try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                return in.readNBytes(limits.archiveBytes());
            }
        }
    }

    /**
     * A git repository.
     *
     * @param directory its work tree, or itself if it is bare
     * @param revision empty for the branch that is checked out
     */
    record OfRepository(Path directory, Optional<Revision> revision, IntakeLimits limits) implements OpenJob {

        @Override
        public Opened open() throws IOException {
            TreeBuilder builder = new TreeBuilder(limits, ArchiveShape.ANY, limits.totalBytes());
            GitRepository repository = GitRepository.at(directory, limits)
                    .orElseThrow(() -> new UnusableException(Diagnostic.of("intake.no-repository")));
            GitRepository.Reading reading = repository.read(revision, builder);
            return Opened.of(builder, reading.commit(), reading.notes());
        }
    }
}
