package kvlab.grader.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Everything that is to be graded together, by student: paths of single submissions, and folders of whole classes.
 *
 * @param piles in the order of the paths, within a folder by name; no two students' file names are alike
 * @param notes what a TA must know of the folders, a line each
 */
public record HandIns(List<ClassFolder.Pile> piles, List<String> notes) {

    public HandIns {
        piles = List.copyOf(piles);
        notes = List.copyOf(notes);
    }

    /** @throws IOException if a folder cannot be listed; of a submission no more than its path is looked at */
    public static HandIns at(List<Path> paths) throws IOException {
        List<ClassFolder.Pile> piles = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Path path : paths) {
            if (ClassFolder.isLikely(path)) {
                ClassFolder folder = ClassFolder.list(path);
                folder.piles().forEach(pile -> piles.add(apart(pile, path, taken)));
                notes.addAll(folder.notes());
            } else {
                HandIn handIn = HandIn.at(path);
                piles.add(apart(new ClassFolder.Pile(handIn.student(), List.of(handIn)), path, taken));
            }
        }
        return new HandIns(piles, notes);
    }

    private static ClassFolder.Pile apart(ClassFolder.Pile pile, Path path, Set<String> taken) {
        Student student = pile.student();
        for (int copy = 1; !taken.add(student.fileName().toLowerCase(Locale.ROOT)); copy++) {
            student = pile.student().apart(path + "/" + pile.student().fileName() + "/" + copy);
        }
        Student distinct = student;
        return new ClassFolder.Pile(
                distinct,
                pile.handIns().stream().map(handIn -> handIn.by(distinct)).toList());
    }
}
