package kvlab.grader.intake.git;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.intake.files.TreeBuilder;
import kvlab.grader.intake.files.UnusableException;

/**
 * Refuses a repository with links below it, or with objects that are no files. Git itself makes no links there, and one
 * could lead to the objects of a neighbour; a pipe would make git wait.
 */
final class OnlyPlainFiles extends SimpleFileVisitor<Path> {

    /** Far more than a lab's repository has, even if nothing is packed. */
    private static final int MAX_FILES = 200_000;

    private final Path repository;
    private int files;

    OnlyPlainFiles(Path repository) {
        this.repository = repository;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) throws IOException {
        count();
        TreeBuilder.requireDepth(repository.relativize(directory).getNameCount());
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        count();
        if (attributes.isSymbolicLink()) {
            throw found("a symbolic link", file);
        }
        // Elsewhere git never opens one, and its own file monitor may have left a socket.
        if (attributes.isOther() && file.startsWith(repository.resolve("objects"))) {
            throw found("a pipe, a socket or a device", file);
        }
        return FileVisitResult.CONTINUE;
    }

    private UnusableException found(String what, Path file) {
        return UnusableException.holding(
                Diagnostic.of("intake.git-no-plain-file").with("what", what),
                repository.relativize(file).toString());
    }

    private void count() throws IOException {
        files++;
        if (files > MAX_FILES) {
            throw new UnusableException(Diagnostic.of("intake.too-many-files").with("files", MAX_FILES));
        }
    }
}
