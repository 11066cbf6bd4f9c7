package kvlab.grader.update;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import kvlab.grader.intake.files.ContentDigest;
import kvlab.grader.intake.restricted.AllowedFiles;
import kvlab.grader.intake.restricted.IssuedKit;
import org.apache.commons.io.FileUtils;

/** Replaces the files of a student's kit by those of a mended one. Nothing of the student's is overwritten or deleted. */
public final class KitUpdate {

    private static final int MAX_NAMED = 10;
    private static final Set<String> PROGRAMS = Set.of("kvlab", "mvnw");

    private final Path home;
    private final MendedKit mended;
    private final UpdatePlan plan;
    private final boolean isCurrent;

    /**
     * Decides, and changes nothing.
     *
     * @param home the student's kit
     * @param students the globs of files that are the student's
     * @throws UnusableKitException if this kit cannot take over that one
     */
    public KitUpdate(Path home, MendedKit mended, List<String> students) throws IOException, UnusableKitException {
        this.home = home;
        this.mended = mended;
        byte[] description = Files.readAllBytes(home.resolve(IssuedKit.FILE));
        IssuedKit old = MendedKit.described(description, home.toString());
        if (!MendedKit.assignments(old).equals(MendedKit.assignments(mended.kit()))) {
            throw new UnusableKitException("that is the kit of another assignment: "
                    + String.join(", ", MendedKit.assignments(mended.kit())) + ", and this one is of "
                    + String.join(", ", MendedKit.assignments(old)));
        }
        this.isCurrent = mended.files().keySet().stream()
                .filter(path -> path.equals(IssuedKit.FILE) || MendedKit.isBuilt(path))
                .allMatch(this::isAsMended);
        this.plan = UpdatePlan.of(old, mended.kit(), this::digest, AllowedFiles.inKit(students));
        if (!plan.changed().isEmpty()) {
            throw new UnusableKitException(
                    "nothing was updated, since files that are the kit's were changed or are in the way:\n  "
                            + String.join("\n  ", plan.firstChanged(MAX_NAMED))
                            + (plan.changed().size() > MAX_NAMED
                                    ? "\n  and " + (plan.changed().size() - MAX_NAMED) + " more"
                                    : "")
                            + "\nMove them out of the kit, and give the command again: it puts the kit's own in their place.");
        }
    }

    /** Whether there is nothing to do. */
    public boolean isDone() {
        return isCurrent && plan.written().isEmpty() && plan.deleted().isEmpty();
    }

    /** The student's files of which the mended kit has another version to begin with, and settings that were changed. */
    public SortedSet<String> kept() {
        return plan.kept();
    }

    /** The number of files that are written or deleted, without those that the launcher runs on. */
    public int size() {
        return plan.written().size() + plan.deleted().size();
    }

    /**
     * Does it. What is interrupted is finished by the same command.
     *
     * @throws IOException if a file cannot be written
     */
    public void run() throws IOException {
        Path built = home.resolve(IssuedKit.BUILT);
        Path next = home.resolve("target").resolve("kvlab-next");
        Path last = home.resolve("target").resolve("kvlab-last");
        FileUtils.deleteDirectory(next.toFile());
        FileUtils.deleteDirectory(last.toFile());
        for (String path : mended.files().keySet()) {
            if (MendedKit.isBuilt(path)) {
                write(path, next.resolve(path.substring(IssuedKit.BUILT.length())));
            }
        }
        for (String path : plan.written()) {
            write(path, home.resolve(path));
        }
        for (String path : plan.deleted()) {
            Files.deleteIfExists(home.resolve(path));
        }
        // This process runs on the old ones, so they are moved last. Between the two moves the launcher finds the new
        // ones.
        if (Files.exists(built)) {
            Files.move(built, last);
        }
        Files.move(next, built);
        write(IssuedKit.FILE, home.resolve(IssuedKit.FILE));
        FileUtils.deleteDirectory(last.toFile());
    }

    private void write(String path, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Path temporary = file.resolveSibling(file.getFileName() + ".new~");
        Files.write(temporary, mended.files().get(path));
        if (PROGRAMS.contains(path)) {
            temporary.toFile().setExecutable(true, false);
        }
        Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private boolean isAsMended(String path) {
        Path file = home.resolve(path);
        try {
            return Files.isRegularFile(file)
                    && Arrays.equals(Files.readAllBytes(file), mended.files().get(path));
        } catch (IOException unreadable) {
            return false;
        }
    }

    private Optional<String> digest(String path) {
        Path file = home.resolve(path);
        try {
            return Files.exists(file) ? Optional.of(ContentDigest.of(Files.readAllBytes(file))) : Optional.empty();
        } catch (IOException unreadable) {
            return Optional.of(ContentDigest.TOO_LARGE);
        }
    }
}
