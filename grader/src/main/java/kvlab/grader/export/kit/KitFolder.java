package kvlab.grader.export.kit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import kvlab.grader.export.Bundle;

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
        KitRepository.commit(folder(), "main");
        Bundle below = kit.below(name);
        try (OutputStream tar = Files.newOutputStream(directory.resolve(name + ".tar"))) {
            below.tar(tar);
        }
        try (OutputStream zip = Files.newOutputStream(directory.resolve(name + ".zip"))) {
            below.zip(zip);
        }
    }
}
