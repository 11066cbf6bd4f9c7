package kvlab.grader.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that a command writes.
 *
 * @param option the option that names it
 * @param beginning what every such file begins with
 */
record OutputFile(String option, Path path, String beginning) {

    /** @throws WrongUseException if it cannot be written there, or would replace something else */
    void requireNothingIsLost() throws IOException {
        if (Files.isDirectory(path)) {
            throw new WrongUseException(option + " " + path + " is a directory: name a file");
        }
        Path directory = path.toAbsolutePath().getParent();
        if (!Files.isDirectory(directory)) {
            throw new WrongUseException(option + " " + path + ": there is no directory " + directory);
        }
        if (Files.exists(path) && !isEarlierOne()) {
            throw new WrongUseException(
                    option + " " + path + " would overwrite another kind of file: name another one, or delete it");
        }
    }

    private boolean isEarlierOne() throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            String found = new String(in.readNBytes(beginning.length()), StandardCharsets.UTF_8);
            return found.isEmpty() || found.equals(beginning);
        }
    }
}
