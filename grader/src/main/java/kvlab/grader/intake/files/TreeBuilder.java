package kvlab.grader.intake.files;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import kvlab.diagnostic.Diagnostic;

/** Collects the files of one submission and enforces its limits. */
public final class TreeBuilder {

    private static final int MAX_NOTES = 10;
    private static final int MAX_KEPT = 2;
    private static final int MAX_PATH_LENGTH = 500;
    private static final int MAX_DEPTH = 50;

    /** All sources are held in memory together. */
    private static final int MAX_SOURCE_CHARACTERS = 8 << 20;

    private static final Pattern WINDOWS_DRIVE = Pattern.compile("[A-Za-z]:");

    private final IntakeLimits limits;
    private final ArchiveShape shape;
    private final long mostBytes;
    private final SortedMap<String, String> digests = new TreeMap<>();
    private final SortedMap<String, String> sources = new TreeMap<>();
    private final Map<String, String> taken = new HashMap<>();
    private final SortedMap<String, byte[]> kept = new TreeMap<>();
    private final List<Diagnostic> leftOut = new ArrayList<>();
    private final List<Diagnostic> notes = new ArrayList<>();
    private Predicate<String> keeps = path -> false;
    private int entries;
    private long bytes;
    private int sourceCharacters;

    /** @param mostBytes the maximum size of all files, unpacked */
    public TreeBuilder(IntakeLimits limits, ArchiveShape shape, long mostBytes) {
        this.limits = limits;
        this.shape = shape;
        this.mostBytes = mostBytes;
    }

    /** Also keeps the contents of files with such paths, but of a few only, and none that is too large. */
    public TreeBuilder keeping(Predicate<String> paths) {
        keeps = paths;
        return this;
    }

    /** What was kept, by path. */
    public SortedMap<String, byte[]> kept() {
        return Collections.unmodifiableSortedMap(kept);
    }

    /** Must be called for each entry, read or not. */
    public void countEntry() throws UnusableException {
        if (++entries > limits.entries()) {
            throw new UnusableException(Diagnostic.of("intake.too-many-files").with("files", limits.entries()));
        }
    }

    /** Must be called with the unpacked size of each entry whose content has to be decompressed. */
    public void weigh(long size) throws UnusableException {
        bytes += Math.max(0, size);
        if (bytes > mostBytes || bytes < 0) {
            throw UnusableException.unpacksToMoreThan(mostBytes);
        }
    }

    /**
     * The path of an entry in the tree; empty if the entry is ignored.
     *
     * @throws UnusableException if the entry is not allowed
     */
    public Optional<String> place(String name, boolean directory) throws UnusableException {
        List<String> parts = parts(name);
        int deepest = directory ? 0 : 1;
        if (shape == ArchiveShape.FLAT_TAR && parts.size() > deepest) {
            throw UnusableException.holding(Diagnostic.of("intake.not-at-root"), parts.get(0));
        }
        if (directory || parts.isEmpty() || IgnoredFiles.includes(parts)) {
            return Optional.empty();
        }
        String path = String.join("/", parts);
        if (path.codePoints().anyMatch(DisplayText::isInvisible)) {
            throw UnusableException.holding(Diagnostic.of("intake.invisible-name"), path);
        }
        return Optional.of(path);
    }

    /** The components of a path, none of them empty, {@code .} or {@code ..}. Backslashes count as slashes. */
    private static List<String> parts(String name) throws UnusableException {
        String path = name.replace('\\', '/');
        if (path.length() > MAX_PATH_LENGTH) {
            throw UnusableException.holding(
                    Diagnostic.of("intake.path-too-long").with("characters", path.length()), path);
        }
        if (path.startsWith("/") || WINDOWS_DRIVE.matcher(path).lookingAt()) {
            throw UnusableException.holding(Diagnostic.of("intake.absolute-path"), path);
        }
        List<String> parts = Arrays.stream(path.split("/"))
                .filter(part -> !part.isEmpty() && !part.equals("."))
                .toList();
        if (parts.contains("..")) {
            throw UnusableException.holding(Diagnostic.of("intake.path-leads-out"), path);
        }
        requireDepth(parts.size());
        return parts;
    }

    /**
     * Must be called for each directory before it is listed.
     *
     * @param depth the number of components of its path
     * @throws UnusableException if the path is too deep
     */
    public static void requireDepth(int depth) throws UnusableException {
        if (depth > MAX_DEPTH) {
            throw new UnusableException(Diagnostic.of("intake.too-deep").with("depth", depth));
        }
    }

    /** Records an entry that is not a regular file; it is not followed, opened or created. */
    public void leaveOut(String path, String what) throws UnusableException {
        if (shape == ArchiveShape.FLAT_TAR) {
            throw UnusableException.holding(
                    Diagnostic.of("intake.no-plain-file").with("what", what), path);
        }
        if (leftOut.size() < MAX_NOTES) {
            leftOut.add(Diagnostic.of("note.left-out")
                    .with("file", DisplayText.name(path))
                    .with("what", what));
        }
    }

    /**
     * Adds a file's content, or only its name if it is too large.
     *
     * @return whether the content was read to its end
     */
    public boolean add(String path, long size, InputStream content) throws IOException {
        claim(path);
        byte[] read = size > limits.fileBytes() ? new byte[0] : content.readNBytes(limits.fileBytes() + 1);
        if (Math.max(size, read.length) > limits.fileBytes()) {
            digests.put(path, ContentDigest.TOO_LARGE);
            return false;
        }
        digests.put(path, ContentDigest.of(read));
        if (keeps.test(path) && kept.size() < MAX_KEPT) {
            kept.put(path, read);
        }
        if (path.endsWith(".java")) {
            DecodedText decoded = DecodedText.of(read);
            String text = decoded.text();
            if (!decoded.isUtf8()) {
                note(Diagnostic.of("note.decoded")
                        .with("file", DisplayText.name(path))
                        .with("encoding", decoded.encoding()));
            }
            sourceCharacters += text.length();
            if (sourceCharacters > MAX_SOURCE_CHARACTERS) {
                throw new UnusableException(
                        Diagnostic.of("intake.too-much-source").with("characters", MAX_SOURCE_CHARACTERS));
            }
            sources.put(path, text);
        }
        return true;
    }

    /** Refuses two files whose names differ by case or accents alone: on many disks they would be one file. */
    private void claim(String path) throws UnusableException {
        String folded = Normalizer.normalize(path, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        String other = taken.putIfAbsent(folded, path);
        if (other != null && other.equals(path)) {
            throw UnusableException.holding(Diagnostic.of("intake.file-twice"), path);
        }
        if (other != null) {
            throw UnusableException.holding(
                    Diagnostic.of("intake.files-alike").with("other", DisplayText.name(path)), other);
        }
    }

    public List<Diagnostic> leftOut() {
        return List.copyOf(leftOut);
    }

    /** Notes on files that were read. */
    public List<Diagnostic> notes() {
        return List.copyOf(notes);
    }

    private void note(Diagnostic note) {
        if (notes.size() < MAX_NOTES) {
            notes.add(note);
        }
    }

    public FileTree tree() {
        return new FileTree(digests, sources);
    }
}
