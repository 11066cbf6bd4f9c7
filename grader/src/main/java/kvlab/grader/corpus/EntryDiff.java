package kvlab.grader.corpus;

import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Patch;
import com.github.difflib.patch.PatchFailedException;
import com.github.difflib.patch.VerifyChunk;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of an entry as their differences from files of {@code base/}. After the {@link Header} comes a unified diff
 * for each of them, as {@code diff -u} writes it:
 *
 * <pre>
 * --- base/minimal/KvServer.java
 * +++ KvServer.java
 * &#64;@ -30,7 +30,7 @@
 * </pre>
 *
 * <p>It must apply exactly, with all context lines at the stated positions.
 */
final class EntryDiff {

    private static final Pattern FROM = Pattern.compile("--- (base/[\\w-]+/\\w+\\.java)");
    private static final Pattern TO = Pattern.compile("\\+\\+\\+ (\\w+\\.java)");
    private static final Pattern HUNK = Pattern.compile("@@ -\\d+,\\d+ \\+\\d+,\\d+ @@");
    private static final Pattern LINE = Pattern.compile("[ +-].*|");

    private final String place;
    private final Function<String, Optional<String>> bases;

    /**
     * @param place the diff, for messages
     * @param bases returns the text of a file of the corpus by its path; empty if there is none
     */
    EntryDiff(String place, Function<String, Optional<String>> bases) {
        this.place = place;
        this.bases = bases;
    }

    /**
     * The files of the entry, in the order of the diff.
     *
     * @param lines the diff without its header
     * @throws MalformedEntryException if this is no diff, changes nothing, or does not apply
     */
    Map<LabFile, String> apply(List<String> lines) {
        Map<LabFile, String> files = new LinkedHashMap<>();
        int start = 0;
        do {
            int end = start + 1;
            while (end < lines.size() && !isStart(lines, end)) {
                end++;
            }
            apply(lines.subList(start, Math.min(end, lines.size())), files);
            start = end;
        } while (start < lines.size());
        return files;
    }

    private static boolean isStart(List<String> lines, int index) {
        return lines.get(index).startsWith("--- ")
                && index + 1 < lines.size()
                && lines.get(index + 1).startsWith("+++ ");
    }

    private void apply(List<String> section, Map<LabFile, String> files) {
        Matcher from = FROM.matcher(section.isEmpty() ? "" : section.get(0));
        Matcher to = TO.matcher(section.size() < 2 ? "" : section.get(1));
        if (!from.matches() || !to.matches()) {
            throw malformed(
                    "after the header comes a diff that begins with \"--- base/minimal/KvServer.java\" and \"+++"
                            + " KvServer.java\", as diff -u --label writes it");
        }
        String file = to.group(1);
        LabFile labFile = LabFile.named(file).orElseThrow(() -> malformed(file + ": " + LabFile.NO_OTHERS));
        String base = from.group(1);
        String text = bases.apply(base).orElseThrow(() -> malformed("there is no " + base + " in the corpus"));
        List<String> before = List.of(text.split("\n", -1));
        Patch<String> patch = patch(file, section.subList(2, section.size()));
        for (AbstractDelta<String> hunk : patch.getDeltas()) {
            requireMatch(file, base, hunk, before);
        }
        try {
            files.put(labFile, String.join("\n", patch.applyTo(before)));
        } catch (PatchFailedException e) {
            throw malformed("the diff of " + file + " does not apply: its hunks overlap");
        }
    }

    /** The library ignores what it cannot parse, so the parsed diff is compared with the text. */
    private Patch<String> patch(String file, List<String> lines) {
        List<String> written =
                lines.stream().filter(line -> line.startsWith("@@")).toList();
        lines.stream()
                .filter(line ->
                        !HUNK.matcher(line).matches() && !LINE.matcher(line).matches())
                .findFirst()
                .ifPresent(line -> {
                    throw malformed("the diff of " + file + " has a line that belongs to no diff: \"" + line + "\"");
                });
        Patch<String> patch = UnifiedDiffUtils.parseUnifiedDiff(
                Stream.concat(Stream.of("+++"), lines.stream()).toList());
        List<String> read = patch.getDeltas().stream().map(EntryDiff::range).toList();
        if (!read.equals(written)) {
            throw malformed("the diff of " + file + " has the hunks " + read + ", but says that they are " + written);
        }
        if (written.isEmpty()) {
            throw malformed("the diff of " + file + " is empty");
        }
        return patch;
    }

    private void requireMatch(String file, String base, AbstractDelta<String> hunk, List<String> before) {
        String which = "hunk " + range(hunk) + " of " + file;
        if (hunk.getSource().getLines().equals(hunk.getTarget().getLines())) {
            throw malformed(which + " changes nothing");
        }
        if (!matches(hunk, before)) {
            throw malformed(which + " does not apply: " + base + " has other lines there");
        }
    }

    private static boolean matches(AbstractDelta<String> hunk, List<String> before) {
        try {
            return hunk.getSource().verifyChunk(before) == VerifyChunk.OK;
        } catch (PatchFailedException e) {
            return false;
        }
    }

    private static String range(AbstractDelta<String> hunk) {
        return "@@ -" + (hunk.getSource().getPosition() + 1) + ","
                + hunk.getSource().size() + " +" + (hunk.getTarget().getPosition() + 1) + ","
                + hunk.getTarget().size() + " @@";
    }

    private MalformedEntryException malformed(String message) {
        return new MalformedEntryException(place, message);
    }
}
