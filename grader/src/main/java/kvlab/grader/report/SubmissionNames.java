package kvlab.grader.report;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Gives each submission of a batch a name of its own that is safe as a file's name, on any file system. */
public final class SubmissionNames {

    private static final int LONGEST = 80;

    private final Set<String> taken = new HashSet<>();

    /** A name like the one wanted; a number is added to one that was given before. */
    public String distinct(String wanted) {
        String safe = wanted.replaceAll("[^\\p{L}\\p{Nd}._-]", "_").replaceAll("^[.-]", "_");
        String base = safe.isEmpty() ? "submission" : safe.substring(0, Math.min(LONGEST, safe.length()));
        String name = base;
        for (int copy = 2; !taken.add(name.toLowerCase(Locale.ROOT)); copy++) {
            name = base + "-" + copy;
        }
        return name;
    }
}
