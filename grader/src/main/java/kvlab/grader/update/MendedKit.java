package kvlab.grader.update;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import kvlab.grader.intake.files.ContentDigest;
import kvlab.grader.intake.restricted.IssuedKit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * A kit that the course has issued, complete and undamaged.
 *
 * @param kit what it says of its files
 * @param files all of them by path, those that it says nothing of in {@link IssuedKit#BUILT} only
 */
public record MendedKit(IssuedKit kit, SortedMap<String, byte[]> files) {

    private static final String POLICIES = "policies/";

    /**
     * Reads a kit.
     *
     * @param path of its folder, its {@code .zip} or its {@code .tar}
     * @throws UnusableKitException if it is none, or damaged
     */
    public static MendedKit at(Path path) throws IOException, UnusableKitException {
        SortedMap<String, byte[]> all;
        if (Files.isDirectory(path)) {
            all = inFolder(path);
        } else if (Files.isRegularFile(path)) {
            all = inArchive(path);
        } else {
            throw new UnusableKitException("there is no " + path + ": name the kit that your course has issued, "
                    + "as a folder, .zip or .tar");
        }
        String root = all.keySet().stream()
                .filter(name -> name.equals(IssuedKit.FILE) || name.endsWith("/" + IssuedKit.FILE))
                .min(Comparator.comparingInt(String::length))
                .map(name -> name.substring(0, name.length() - IssuedKit.FILE.length()))
                .orElseThrow(() -> new UnusableKitException(path + " has no " + IssuedKit.FILE
                        + ", so it is not a kit: name the folder, .zip or .tar that your course has issued"));
        SortedMap<String, byte[]> files = new TreeMap<>();
        all.forEach((name, content) -> {
            if (name.startsWith(root)) {
                files.put(name.substring(root.length()), content);
            }
        });
        IssuedKit kit = described(files.get(IssuedKit.FILE), path.toString());
        files.keySet().removeIf(name -> !kit.includes(name) && !isBuilt(name));
        requireUndamaged(path, kit, files);
        return new MendedKit(kit, files);
    }

    /**
     * What a kit says of its files.
     *
     * @param where the kit is, for the message
     */
    static IssuedKit described(byte[] content, String where) throws UnusableKitException {
        try {
            return IssuedKit.parse(content, IssuedKit.FILE);
        } catch (IOException e) {
            throw new UnusableKitException(
                    where + ": " + IssuedKit.FILE + " was changed after the kit was issued: get the kit again");
        }
    }

    static boolean isBuilt(String path) {
        return path.startsWith(IssuedKit.BUILT) && !List.of(path.split("/")).contains("..");
    }

    /** The names of the policies in a kit, which say for which assignment it is. */
    static Set<String> assignments(IssuedKit kit) {
        return kit.digests().keySet().stream()
                .filter(path -> path.startsWith(POLICIES))
                .map(path -> path.substring(POLICIES.length()).replace(".yaml", ""))
                .collect(Collectors.toSet());
    }

    private static void requireUndamaged(Path path, IssuedKit kit, SortedMap<String, byte[]> files)
            throws UnusableKitException {
        List<String> damaged = Stream.of(kit.digests(), kit.settings())
                .flatMap(digests -> digests.entrySet().stream())
                .filter(file -> !files.containsKey(file.getKey())
                        || !ContentDigest.of(files.get(file.getKey())).equals(file.getValue()))
                .map(SortedMap.Entry::getKey)
                .toList();
        if (!damaged.isEmpty() || files.keySet().stream().noneMatch(MendedKit::isBuilt)) {
            throw new UnusableKitException(path + " is not complete, or was changed after it was issued"
                    + damaged.stream()
                            .findFirst()
                            .map(file -> " (" + file + ")")
                            .orElse("") + ": get it again");
        }
    }

    private static SortedMap<String, byte[]> inFolder(Path folder) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path file : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private static SortedMap<String, byte[]> inArchive(Path file) throws IOException, UnusableKitException {
        try {
            return isZip(file) ? inZip(file) : inTar(file);
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw new UnusableKitException(file + " is neither a .zip nor a .tar, or it is damaged: get it again");
        }
    }

    private static boolean isZip(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == 'P' && in.read() == 'K';
        }
    }

    private static SortedMap<String, byte[]> inZip(Path file) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!entry.isDirectory()) {
                    files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
                }
            }
        }
        return files;
    }

    private static SortedMap<String, byte[]> inTar(Path file) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (!entry.isDirectory()) {
                    files.put(entry.getName(), tar.readAllBytes());
                }
            }
        }
        return files;
    }
}
