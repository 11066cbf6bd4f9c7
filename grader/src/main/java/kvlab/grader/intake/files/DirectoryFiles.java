package kvlab.grader.intake.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** The files below a directory. Links are not followed, and pipes and devices are not opened. */
public final class DirectoryFiles {

    private DirectoryFiles() {}

    /** @throws IOException if a file cannot be read; {@link UnusableException} if the content is at fault */
    public static void read(Path root, TreeBuilder tree) throws IOException {
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                boolean clutter = !directory.equals(root)
                        && IgnoredFiles.isDirectory(directory.getFileName().toString());
                tree.countEntry();
                TreeBuilder.requireDepth(root.relativize(directory).getNameCount());
                return clutter ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                tree.countEntry();
                Optional<String> path = tree.place(root.relativize(file).toString(), false);
                if (path.isPresent()) {
                    add(path.get(), file, attributes, tree);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** For files that are too large only the name is recorded, so they do not count towards the total size. */
    public static void add(String path, Path file, BasicFileAttributes attributes, TreeBuilder tree)
            throws IOException {
        if (attributes.isSymbolicLink()) {
            tree.leaveOut(path, "a symbolic link");
        } else if (!attributes.isRegularFile()) {
            tree.leaveOut(path, "a pipe, a socket or a device");
        } else {
            try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
                tree.add(path, attributes.size(), in);
            }
        }
    }
}
