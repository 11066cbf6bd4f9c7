package kvlab.grader.grade.result;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Creates files and directories that only their owner can read, from the first byte on, where the file system has POSIX
 * permissions. Grades and students' names stand in them, and machines are shared.
 */
public final class OwnerOnlyFiles {

    private static final FileAttribute<?> FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<?> DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private OwnerOnlyFiles() {}

    /** Creates the directory and those above it that are missing; one that exists keeps its permissions. */
    public static void createDirectories(Path directory) throws IOException {
        Files.createDirectories(directory, on(directory.getFileSystem(), DIRECTORY));
    }

    /**
     * Writes a file, which replaces one of this name. Nothing is left of a file that cannot be written to its end.
     *
     * @throws FileSystemException with the file's name if it cannot be written
     */
    public static void write(Path file, byte[] content) throws IOException {
        // Not truncated: that would keep the old file's permissions, and follow a link.
        Files.deleteIfExists(file);
        Set<StandardOpenOption> isNew = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (SeekableByteChannel channel = Files.newByteChannel(file, isNew, on(file.getFileSystem(), FILE))) {
            ByteBuffer left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) {
                channel.write(left);
            }
        } catch (FileSystemException named) {
            throw named;
        } catch (IOException unnamed) {
            Files.deleteIfExists(file);
            FileSystemException failure = new FileSystemException(file.toString(), null, unnamed.getMessage());
            failure.initCause(unnamed);
            throw failure;
        }
    }

    private static FileAttribute<?>[] on(FileSystem system, FileAttribute<?> attribute) {
        return system.supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {attribute}
                : new FileAttribute<?>[0];
    }
}
