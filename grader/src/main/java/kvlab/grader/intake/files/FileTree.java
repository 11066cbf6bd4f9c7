package kvlab.grader.intake.files;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All files of a submission, or of the kit, whatever they came in. Paths are relative, with slashes, and no two of them
 * differ by case alone. IDE files, build outputs and the like are not in it, nor is anything but plain files.
 *
 * @param digests of each file, by path: see {@link ContentDigest}
 * @param sources the texts of the Java sources among them that are not too large to be read, by path
 */
public record FileTree(SortedMap<String, String> digests, SortedMap<String, String> sources) {

    public FileTree {
        digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
        sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
    }
}
