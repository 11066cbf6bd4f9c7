package kvlab.grader.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.intake.files.DisplayText;
import kvlab.grader.intake.git.GitRepository;

/**
 * Tells a class's folder from a single submission by names and files. Nothing is opened but the directories of archives.
 * A folder is taken as it is laid out if only one reading leads to hand-ins that can be graded; otherwise the likelier
 * reading comes with a doubt.
 */
final class LayoutFinder {

    private static final int MAX_WRAPPERS = 3;
    private static final int MAX_NAMED = 3;

    /** Directories that say what they hold, not whose it is. */
    private static final Pattern GENERIC =
            Pattern.compile("(?i)(src|source|sources|main|java|code|lab|kv[-_ ]?(lab|server|store)"
                    + "|skeleton|solution|harness|project|hand-?in|homework|hw|assignment|submission|upload|final|old|new|backup"
                    + "|v|version|attempt)[-_ ]?\\d{0,2}");

    private static final Pattern SECTION = Pattern.compile(
            "(?i)(section|sec|group|grp|class|tutorial|tut|recitation|rec|lab|room)[-_ ]?\\w{1,12}|[a-z]|\\d{1,3}");

    private LayoutFinder() {}

    /** @throws IOException if a folder cannot be listed */
    static Layout of(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return PackedExport.isAt(path) ? packed(path, path) : Layout.one(path);
        }
        return look(path, 0);
    }

    /** The layout that a person states, without a doubt. */
    static Layout as(Layout.Kind kind, Path path) throws IOException {
        return kind == Layout.Kind.ONE || !Files.isDirectory(path)
                ? Layout.one(path)
                : Layout.ofClass(path, FolderEntries.of(path));
    }

    private static Layout look(Path folder, int depth) throws IOException {
        if (GitRepository.isBare(folder)) {
            return Layout.one(folder);
        }
        FolderEntries entries = FolderEntries.of(folder);
        if (entries.isExport()) {
            return export(folder, entries);
        }
        if (!entries.ownFiles().isEmpty() || entries.handIns().isEmpty()) {
            return Layout.one(folder);
        }
        if (entries.repository()) {
            return repository(folder, entries);
        }
        Optional<Layout> inside = depth < MAX_WRAPPERS ? inside(folder, entries, depth) : Optional.empty();
        if (inside.isPresent()) {
            return inside.get();
        }
        return entries.handIns().size() == 1
                ? single(folder, entries.handIns().get(0), entries)
                : several(folder, entries);
    }

    private static Layout export(Path folder, FolderEntries entries) {
        Layout layout = Layout.ofClass(folder, entries);
        return entries.ownFiles().isEmpty()
                ? layout
                : layout.doubted(Diagnostic.of("layout.own-file")
                        .with("path", DisplayText.path(folder))
                        .with("system", entries.collectedBy().title())
                        .with("file", entries.ownFiles().get(0)));
    }

    /** A student's repository, or a class's folder that somebody keeps in one. */
    private static Layout repository(Path folder, FolderEntries entries) {
        List<Path> work =
                entries.handIns().stream().filter(FolderEntries::holdsServer).toList();
        if (work.size() < 2) {
            return Layout.one(folder);
        }
        Layout layout = Layout.ofClass(folder, entries);
        return work.stream().allMatch(GitRepository::isAt)
                ? layout
                : layout.doubted(Diagnostic.of("layout.repository")
                        .with("path", DisplayText.path(folder))
                        .with("entries", work.size())
                        .with("first", names(work)));
    }

    /** What lies one level deeper: an export unpacked into a directory of its own, sections, or systems' exports. */
    private static Optional<Layout> inside(Path folder, FolderEntries entries, int depth) throws IOException {
        List<Layout> inner = new ArrayList<>();
        for (Path entry : entries.handIns()) {
            if (!FolderEntries.isDirectory(entry) || GitRepository.isAt(entry)) {
                return Optional.empty();
            }
            Layout layout = lookSafely(entry, depth + 1);
            if (!layout.isClass()) {
                return Optional.empty();
            }
            inner.add(layout);
        }
        List<Layout> byHand = inner.stream()
                .filter(layout -> layout.collectedBy() == CollectedBy.HAND)
                .toList();
        boolean exports = byHand.size() < inner.size();
        if (!byHand.isEmpty() && !areDistinctStudents(byHand)) {
            return Optional.empty();
        }
        Layout all = new Layout(
                folder,
                inner.stream().flatMap(layout -> layout.folders().stream()).toList(),
                byHand.isEmpty() ? inner.get(0).collectedBy() : CollectedBy.HAND,
                Stream.concat(entries.ignored().stream(), inner.stream().flatMap(layout -> layout.ignored().stream()))
                        .toList(),
                inner.stream().flatMap(layout -> layout.doubt().stream()).findFirst(),
                Optional.empty());
        boolean clear =
                exports || inner.size() == 1 || entries.handIns().stream().allMatch(LayoutFinder::isSection);
        return Optional.of(
                clear
                        ? all
                        : all.doubted(Diagnostic.of("layout.sections")
                                .with("path", DisplayText.path(folder))
                                .with("sections", names(entries.handIns()))));
    }

    /** A folder that cannot be listed is somebody's submission, and opening it will say so. */
    private static Layout lookSafely(Path folder, int depth) {
        try {
            return look(folder, depth);
        } catch (IOException | UncheckedIOException unreadable) {
            return Layout.one(folder);
        }
    }

    /**
     * Whether the entries of these folders are students, not parts or versions of one student's work: no two have the
     * same name, none has the name of a version, and in some folder several have a server.
     */
    private static boolean areDistinctStudents(List<Layout> inner) throws IOException {
        Set<String> names = new HashSet<>();
        boolean several = false;
        for (Layout layout : inner) {
            for (Path folder : layout.folders()) {
                List<Path> students = FolderEntries.of(folder).handIns();
                // Several archives in one directory may as well be one student's uploads.
                if (students.size() > 1
                        && students.stream().noneMatch(FolderEntries::isDirectory)
                        && !isSection(folder)) {
                    return false;
                }
                for (Path student : students) {
                    String name = ExportName.withoutEnding(FolderEntries.name(student));
                    if (isGeneric(name) || !names.add(name) || !FolderEntries.holdsWork(student)) {
                        return false;
                    }
                }
                several |= students.stream().filter(FolderEntries::holdsServer).count() > 1;
            }
        }
        return several;
    }

    private static boolean isGeneric(String name) {
        return GENERIC.matcher(name).matches();
    }

    private static boolean isSection(Path folder) {
        return SECTION.matcher(FolderEntries.name(folder)).matches();
    }

    /** A class of one, or one student's work in a directory or archive of its own. */
    private static Layout single(Path folder, Path entry, FolderEntries entries) {
        String name = FolderEntries.name(entry);
        if (PackedExport.isAt(entry)) {
            return packed(folder, entry);
        }
        boolean named =
                !name.endsWith(".java") && !isGeneric(ExportName.withoutEnding(name)) && FolderEntries.holdsWork(entry);
        return named ? Layout.ofClass(folder, entries) : Layout.one(folder);
    }

    private static Layout several(Path folder, FolderEntries entries) {
        Layout layout = Layout.ofClass(folder, entries);
        List<Path> work = new ArrayList<>();
        boolean otherFiles = false;
        for (Path entry : entries.handIns()) {
            if (FolderEntries.holdsServer(entry)) {
                work.add(entry);
            } else {
                otherFiles |= FolderEntries.isDirectory(entry) && isNotEmpty(entry);
            }
        }
        if (work.size() != 1 || !otherFiles) {
            return layout;
        }
        return isGeneric(FolderEntries.name(work.get(0)))
                ? Layout.one(folder)
                : layout.doubted(Diagnostic.of("layout.one-with-work")
                        .with("path", DisplayText.path(folder))
                        .with("entries", entries.handIns().size())
                        .with("name", names(work)));
    }

    private static boolean isNotEmpty(Path directory) {
        try {
            return !FolderEntries.children(directory, 1).isEmpty();
        } catch (IOException | UncheckedIOException unreadable) {
            return true;
        }
    }

    private static Layout packed(Path path, Path archive) {
        return Layout.one(path)
                .refused(Diagnostic.of("layout.packed")
                        .with("path", DisplayText.path(archive))
                        .with("folder", DisplayText.name(ExportName.withoutEnding(FolderEntries.name(archive)))));
    }

    private static String names(List<Path> entries) {
        return DisplayText.first(
                MAX_NAMED, entries.stream().map(FolderEntries::name).toList());
    }
}
