package kvlab.grader.intake.files;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All files of a submission, or of the kit, independent of the form of the upload. Paths are relative, with slashes,
 * and no two of them differ by case alone. It contains only regular files, without IDE files, build outputs and the
 * like.
 *
 * @param digests of each file, by path: see {@link ContentDigest}
 * @param sources the texts of the Java sources that are not too large, by path
 */
public record FileTree(SortedMap<String, String> digests, SortedMap<String, String> sources) {

    public FileTree {
        digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
        sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
    }

    /** The files whose paths begin so, with their whole paths. */
    public FileTree below(String folder) {
        return new FileTree(
                digests.subMap(folder, folder + Character.MAX_VALUE),
                sources.subMap(folder, folder + Character.MAX_VALUE));
    }
}
