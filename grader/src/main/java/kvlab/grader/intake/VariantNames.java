package kvlab.grader.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.intake.files.DisplayText;
import kvlab.grader.intake.files.FileTree;

/**
 * Gives the lab's names to files such as {@code KvServer (1).java}, see {@link LabFileName}. It does so only if no other
 * file may be the one meant; otherwise the lab's own name counts, and the staff are told.
 *
 * @param tree the files under their new names
 * @param notes what was renamed or left out
 */
record VariantNames(FileTree tree, List<Diagnostic> notes) {

    static VariantNames in(FileTree tree) {
        SortedMap<String, List<String>> variants = new TreeMap<>();
        for (String path : tree.sources().keySet()) {
            String directory = path.substring(0, path.lastIndexOf('/') + 1);
            LabFileName.ofVariant(path.substring(directory.length()))
                    .ifPresent(name -> variants.computeIfAbsent(directory + name, target -> new ArrayList<>())
                            .add(path));
        }
        if (variants.isEmpty()) {
            return new VariantNames(tree, List.of());
        }
        SortedMap<String, String> digests = new TreeMap<>(tree.digests());
        SortedMap<String, String> sources = new TreeMap<>(tree.sources());
        List<Diagnostic> notes = new ArrayList<>();
        variants.forEach(
                (target, paths) -> resolve(target, paths, digests, sources).ifPresent(notes::add));
        return new VariantNames(new FileTree(digests, sources), List.copyOf(notes));
    }

    private static Optional<Diagnostic> resolve(
            String target, List<String> variants, Map<String, String> digests, Map<String, String> sources) {
        boolean named = digests.containsKey(target);
        HashSet<String> contents = new HashSet<>();
        variants.forEach(path -> contents.add(digests.get(path)));
        if (!named && contents.size() > 1) {
            return Optional.empty();
        }
        boolean differs = named && !contents.equals(new HashSet<>(List.of(digests.get(target))));
        if (!named) {
            digests.put(target, digests.get(variants.get(0)));
            sources.put(target, sources.get(variants.get(0)));
        }
        variants.forEach(path -> {
            digests.remove(path);
            sources.remove(path);
        });
        Diagnostic note = Diagnostic.of(differs ? "review.variant" : "note.variant")
                .with("file", DisplayText.name(variants.get(0)))
                .with("name", DisplayText.name(target));
        return named && !differs ? Optional.empty() : Optional.of(note);
    }
}
