package kvlab.grader.export.kit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kvlab.grader.export.Bundle;
import kvlab.grader.intake.restricted.IssuedKit;

/**
 * Where a kit is written: a folder that is a git repository, and beside it the same files as {@code .tar} and {@code .zip}.
 *
 * @param directory of all three
 * @param name of the folder, and of the archives without their endings
 */
public record KitFolder(Path directory, String name) {

    /** The folder of the kit. */
    public Path folder() {
        return directory.resolve(name);
    }

    /** The patch that adds the kit to another repository. */
    public Path patch() {
        return directory.resolve(name + ".patch");
    }

    /**
     * Writes all three.
     *
     * @throws IOException if something is there already, cannot be written, or git fails
     */
    public void write(Bundle kit) throws IOException, InterruptedException {
        if (Files.exists(folder())) {
            throw new IOException(folder() + " exists: name another directory, or delete it");
        }
        kit.writeTo(folder());
        repository().make("main");
        writeArchives(kit);
    }

    /** What prevents an update of the folder, for the user; empty if nothing does. */
    public Optional<String> obstacle() throws IOException, InterruptedException {
        if (!Files.isRegularFile(folder().resolve(IssuedKit.FILE)) || !Files.isDirectory(folder().resolve(".git"))) {
            return Optional.of(
                    "there is no kit in " + folder() + " that was made by this command: name the directory of the"
                            + " earlier one (a clone of where you have pushed it, called " + name
                            + ", will do), or leave --update out");
        }
        String status = repository().status();
        return status.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        folder() + " has changes that are not committed; commit them, or remove them by git stash:\n"
                                + status.stripTrailing());
    }

    /**
     * Makes this kit the folder's next commit, and writes the archives again.
     *
     * @return whether anything has changed
     * @throws IOException if it cannot be written, or git fails
     */
    public boolean update(Bundle kit) throws IOException, InterruptedException {
        Set<String> before = repository().files();
        Set<String> added = new TreeSet<>(kit.contents().keySet());
        added.removeAll(before);
        for (String path : before) {
            if (!kit.contents().containsKey(path)) {
                Files.delete(folder().resolve(path));
            }
        }
        kit.writeTo(folder());
        boolean changed = !repository().status().isEmpty() || !added.isEmpty();
        if (changed) {
            repository().commitUpdate(added);
        }
        writeArchives(kit);
        return changed;
    }

    /** Writes {@link #patch}: {@code git apply} then makes the kit's folder in a repository that has other files. */
    public void writePatch() throws IOException, InterruptedException {
        Files.write(patch(), repository().patch(name));
    }

    private KitRepository repository() {
        return new KitRepository(folder());
    }

    private void writeArchives(Bundle kit) throws IOException {
        Bundle below = kit.below(name);
        try (OutputStream tar = Files.newOutputStream(directory.resolve(name + ".tar"))) {
            below.tar(tar);
        }
        try (OutputStream zip = Files.newOutputStream(directory.resolve(name + ".zip"))) {
            below.zip(zip);
        }
    }
}
