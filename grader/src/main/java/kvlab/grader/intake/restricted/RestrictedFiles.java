package kvlab.grader.intake.restricted;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kvlab.grader.intake.IntakeResult;
import kvlab.grader.intake.SourceFile;
import kvlab.grader.intake.Submission;

/** Compares submissions with the kit and selects the files that students may hand in. */
public final class RestrictedFiles {

    private final PristineKit kit;
    private final List<IssuedKit> issued;
    private final AllowedFiles allowed;

    /**
     * @param issued kits that students got; what they have of one of them is not a change
     * @param allowed globs for {@link AllowedFiles}
     * @throws IllegalArgumentException if one is not a glob
     */
    public RestrictedFiles(PristineKit kit, List<IssuedKit> issued, List<String> allowed) {
        this.kit = kit;
        this.issued = List.copyOf(issued);
        this.allowed = new AllowedFiles(kit.sources(), allowed);
    }

    /**
     * The result of a comparison.
     *
     * @param submission the submission's allowed files, and the kit's versions of the other sources; only these are
     *     compiled
     * @param isStarter whether all its allowed files are as one kit handed them out
     */
    public record Checked(Findings findings, Submission submission, boolean isStarter) {}

    /** Aligns the submission with the kit by the main files, and compares them. */
    public Checked check(IntakeResult.Received received) {
        Overlay overlay = overlay(received.mainFile());
        SortedMap<String, String> laid = new TreeMap<>();
        SortedSet<String> added = new TreeSet<>();
        received.tree()
                .digests()
                .forEach((path, digest) ->
                        overlay.inKit(path).ifPresentOrElse(inKit -> laid.put(inKit, digest), () -> added.add(path)));
        Findings findings = kits().map(pristine -> findings(laid, added, overlay, pristine))
                .min(Comparator.comparingInt(Findings::count))
                .orElseThrow();
        String sources = received.mainFile().substring(0, received.mainFile().lastIndexOf('/') + 1);
        Submission whole = received.submission();
        Stream<SourceFile> students = whole.files().stream()
                .filter(file -> overlay.inKit(sources + file.name())
                        .filter(allowed::includes)
                        .isPresent());
        Stream<SourceFile> kits =
                kit.siblings().stream().filter(file -> !allowed.includes(kit.sources() + file.name()));
        return new Checked(
                findings,
                new Submission(whole.path(), Stream.concat(students, kits).toList()),
                kits().anyMatch(pristine -> laid.entrySet().stream()
                        .allMatch(file -> !allowed.includes(file.getKey())
                                || file.getValue().equals(pristine.get(file.getKey())))));
    }

    /** The digests of all that were handed out. */
    private Stream<SortedMap<String, String>> kits() {
        return Stream.concat(Stream.of(kit.files().digests()), issued.stream().map(IssuedKit::digests));
    }

    /** The changes in comparison with one kit. */
    private Findings findings(
            SortedMap<String, String> laid,
            SortedSet<String> outside,
            Overlay overlay,
            SortedMap<String, String> pristine) {
        List<String> changed = new ArrayList<>();
        SortedSet<String> added = new TreeSet<>(outside);
        laid.forEach((path, digest) -> {
            String original = pristine.get(path);
            if (!allowed.includes(path) && !digest.equals(original)) {
                (original == null ? added : changed).add(path);
            }
        });
        return new Findings(changed, List.copyOf(added), deleted(laid, overlay, pristine));
    }

    /**
     * A student who hands in one file or the directory of the sources has not deleted the rest of the kit. Only a submission that
     * brings more of the kit than that is taken for a copy of it, of which nothing may be missing; parts at the kit's root
     * that are wholly absent were perhaps never handed out, as the model answer.
     */
    private List<String> deleted(SortedMap<String, String> laid, Overlay overlay, SortedMap<String, String> pristine) {
        boolean copy =
                laid.keySet().stream().anyMatch(path -> pristine.containsKey(path) && !path.startsWith(kit.sources()));
        if (!copy) {
            return List.of();
        }
        Set<String> tops = laid.keySet().stream().map(RestrictedFiles::top).collect(Collectors.toSet());
        return pristine.keySet().stream()
                .filter(path -> path.startsWith(overlay.kitRoot()) && tops.contains(top(path)))
                .filter(path -> !laid.containsKey(path) && !allowed.includes(path))
                .toList();
    }

    /** The first component of a path. */
    private static String top(String path) {
        return path.split("/", 2)[0];
    }

    /**
     * A directory of the submission and the kit's directory that it corresponds to; both empty or with a trailing
     * slash.
     */
    private record Overlay(String submissionRoot, String kitRoot) {

        Optional<String> inKit(String path) {
            return path.startsWith(submissionRoot)
                    ? Optional.of(kitRoot + path.substring(submissionRoot.length()))
                    : Optional.empty();
        }
    }

    /**
     * Finds the corresponding directories by the longest common suffix of the two main files' paths, so extra or
     * missing parent directories do not matter. {@code StudentRaft.java} belongs in the server's directory.
     */
    private Overlay overlay(String mainFile) {
        String[] mine = mainFile.substring(0, mainFile.lastIndexOf('/') + 1).split("(?<=/)");
        String[] kits = kit.sources().split("(?<=/)");
        int common = 0;
        while (common < Math.min(mine.length, kits.length)
                && mine[mine.length - 1 - common].equals(kits[kits.length - 1 - common])) {
            common++;
        }
        return new Overlay(start(mine, common), start(kits, common));
    }

    private static String start(String[] directories, int withoutLast) {
        return String.join("", List.of(directories).subList(0, directories.length - withoutLast));
    }
}
