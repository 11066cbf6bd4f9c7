package kvlab.grader.intake;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.intake.files.IgnoredFiles;
import kvlab.grader.intake.git.GitRepository;

/**
 * The entries of a folder: those that may be hand-ins, and those that are none.
 *
 * @param handIns directories, archives and sources; in a system's export also all that has a name of the system
 * @param collectedBy the system whose names most of them have
 * @param ownFiles files as a single submission has them
 * @param repository whether the folder is a git repository
 */
record FolderEntries(
        List<Path> handIns,
        List<Layout.Ignored> ignored,
        CollectedBy collectedBy,
        List<String> ownFiles,
        boolean repository) {

    /** Names of files in a submission: those that labs require, and build files. */
    private static final Set<String> OF_ONE_SUBMISSION = Set.of("package-info.java", "src", "pom.xml");

    private static final int MAX_DEPTH = 8;
    private static final int MAX_LOOKED_AT = 2_000;

    /** @throws IOException if the folder cannot be listed */
    static FolderEntries of(Path folder) throws IOException {
        List<Path> entries = children(folder);
        CollectedBy system = system(entries);
        List<Path> handIns = new ArrayList<>();
        List<Layout.Ignored> ignored = new ArrayList<>();
        List<String> ownFiles = new ArrayList<>();
        boolean repository = Files.exists(folder.resolve(".git"), LinkOption.NOFOLLOW_LINKS);
        if (repository) {
            ignored.add(new Layout.Ignored(folder.resolve(".git"), Diagnostic.of("ignored.repository")));
        }
        for (Path entry : entries) {
            String name = name(entry);
            if (isOfOneSubmission(name)) {
                ownFiles.add(name);
            }
            if (name.equals(GradescopeRoster.FILE)) {
                continue;
            }
            Optional<Diagnostic> reason = reasonToIgnore(entry, system);
            reason.ifPresentOrElse(why -> ignored.add(new Layout.Ignored(entry, why)), () -> handIns.add(entry));
        }
        return new FolderEntries(handIns, ignored, system, ownFiles, repository);
    }

    static boolean isOfOneSubmission(String name) {
        return LabFileName.NAMES.contains(name) || OF_ONE_SUBMISSION.contains(name);
    }

    /** Whether a collecting system gave the names. */
    boolean isExport() {
        return collectedBy != CollectedBy.HAND;
    }

    /** The entries, without hidden files and those of the operating system. */
    static List<Path> children(Path folder) throws IOException {
        return children(folder, Integer.MAX_VALUE);
    }

    static List<Path> children(Path folder, int most) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child ->
                            !IgnoredFiles.isFile(name(child)) && !name(child).equals("__MACOSX"))
                    .limit(most)
                    .sorted(Comparator.comparing(FolderEntries::name))
                    .toList();
        }
    }

    static boolean isDirectory(Path entry) {
        return Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
    }

    static String name(Path entry) {
        return entry.getFileName() == null ? "" : entry.getFileName().toString();
    }

    /** Whether it is an archive, a source or a repository, or a directory that holds an archive or a source. */
    static boolean holdsWork(Path entry) {
        return holds(entry, FolderEntries::isWork);
    }

    /** The same, but of sources in directories, only the server or the Raft counts. */
    static boolean holdsServer(Path entry) {
        return isDirectory(entry)
                ? holds(entry, name -> ExportName.isArchive(name) || MainFile.isNamedLikeOne(name))
                : holdsWork(entry);
    }

    private static boolean holds(Path entry, Predicate<String> wanted) {
        if (!isDirectory(entry)) {
            return wanted.test(name(entry));
        }
        if (GitRepository.isAt(entry)) {
            return true;
        }
        boolean[] found = {false};
        try {
            Files.walkFileTree(entry, EnumSet.noneOf(FileVisitOption.class), MAX_DEPTH, new SimpleFileVisitor<>() {
                private int lookedAt;

                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    boolean clutter = !directory.equals(entry) && IgnoredFiles.isDirectory(name(directory));
                    return clutter ? FileVisitResult.SKIP_SUBTREE : next();
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    found[0] = wanted.test(name(file));
                    return found[0] ? FileVisitResult.TERMINATE : next();
                }

                private FileVisitResult next() {
                    return ++lookedAt > MAX_LOOKED_AT ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException unreadable) {
            // Opening it will say so.
            return true;
        }
        return found[0];
    }

    private static boolean isWork(String name) {
        return name.endsWith(".java") || ExportName.isArchive(name);
    }

    private static CollectedBy system(List<Path> entries) throws IOException {
        Map<CollectedBy, Integer> count = new EnumMap<>(CollectedBy.class);
        for (Path entry : entries) {
            if (name(entry).equals(GradescopeRoster.FILE)) {
                return CollectedBy.GRADESCOPE;
            }
            CollectedBy system = isDirectoryOfVersions(entry)
                    ? CollectedBy.AUTOLAB
                    : ExportName.of(name(entry)).collectedBy();
            count.merge(system, 1, Integer::sum);
        }
        count.remove(CollectedBy.HAND);
        return count.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(CollectedBy.HAND);
    }

    /** Whether it is the directory of one of Autolab's students. */
    static boolean isDirectoryOfVersions(Path entry) throws IOException {
        return ExportName.isAddress(name(entry))
                && isDirectory(entry)
                && Files.isReadable(entry)
                && children(entry).stream().map(FolderEntries::name).anyMatch(ExportName::isVersion);
    }

    private static Optional<Diagnostic> reasonToIgnore(Path entry, CollectedBy system) throws IOException {
        String name = name(entry);
        if (ExportName.isAnnotatedCopy(name)) {
            return Optional.of(Diagnostic.of("ignored.annotated"));
        }
        if (ExportName.isExported(name) || ExportName.isAddress(name)) {
            return Optional.empty();
        }
        if (isDirectory(entry)) {
            boolean odd = system != CollectedBy.HAND || IgnoredFiles.isDirectory(name);
            return odd && !holdsWork(entry) ? Optional.of(Diagnostic.of("ignored.no-work")) : Optional.empty();
        }
        if (!isWork(name) && !Files.isSymbolicLink(entry)) {
            return Optional.of(Diagnostic.of("ignored.no-hand-in"));
        }
        return system != CollectedBy.HAND && PackedExport.isAt(entry)
                ? Optional.of(Diagnostic.of("ignored.packed-export"))
                : Optional.empty();
    }
}
