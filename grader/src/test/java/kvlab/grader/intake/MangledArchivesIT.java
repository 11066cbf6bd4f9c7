package kvlab.grader.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import kvlab.grader.intake.files.ArchiveShape;
import kvlab.grader.intake.files.DisplayText;
import kvlab.grader.intake.files.IntakeLimits;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives with bytes changed, cut, repeated and swapped: whatever they are, the answer is a value. */
class MangledArchivesIT {

    private static final int CASES = Integer.getInteger("fuzz.cases", 300);
    private static final IntakeLimits LIMITS =
            new IntakeLimits(50, 1 << 12, 1 << 20, 1 << 16, 250, IntakeLimits.DEFAULT.git());

    @TempDir
    private Path directory;

    @Test
    void everyMangledArchiveEndsAsAValueWithinItsLimits() throws IOException {
        Path classFolder = Files.createDirectory(directory.resolve("class"));
        List<byte[]> whole = wholeArchives();
        int received = 0;
        for (int seed = 0; seed < CASES; seed++) {
            Random random = new Random(seed);
            byte[] mangled = mangled(whole.get(seed % whole.size()), random);
            Path archive = Files.write(classFolder.resolve("alice.tar"), mangled);
            ArchiveShape shape = random.nextInt(4) == 0 ? ArchiveShape.FLAT_TAR : ArchiveShape.ANY;
            IntakeResult result =
                    new Intake().withLimits(LIMITS).withShape(shape).read(archive);
            check(seed, result);
            received += result instanceof IntakeResult.Received ? 1 : 0;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            assertEquals(3, files.count(), "nothing is written");
        }
        assertTrue(received > CASES / 20 && received < CASES, received + " of " + CASES + " are still whole");
    }

    private static void check(int seed, IntakeResult result) {
        assertFalse(result instanceof IntakeResult.NotRead, () -> "seed " + seed + ": " + result);
        if (result instanceof IntakeResult.Unusable unusable) {
            assertEquals(1, unusable.reason().message().lines().count(), () -> "seed " + seed + ": " + result);
            assertTrue(
                    unusable.reason().message().codePoints().noneMatch(DisplayText::isInvisible),
                    () -> "seed " + seed + ": " + result);
            assertTrue(unusable.reason().message().length() < 2000, () -> "seed " + seed + ": " + result);
        }
        if (result instanceof IntakeResult.Received received) {
            assertTrue(received.tree().digests().size() <= LIMITS.entries(), () -> "seed " + seed);
            assertTrue(
                    received.tree().sources().values().stream().allMatch(text -> text.length() <= LIMITS.fileBytes()),
                    () -> "seed " + seed);
            assertTrue(
                    received.tree().digests().keySet().stream()
                            .noneMatch(path -> path.startsWith("/") || path.contains("..") || path.contains("\\")),
                    () -> "seed " + seed + ": " + received.tree());
        }
    }

    private static List<byte[]> wholeArchives() {
        byte[] tar = Packed.tar()
                .file("KvServer.java", Packed.SERVER)
                .file("Clerk.java", "class Clerk {}".repeat(50))
                .file("notes/" + "long".repeat(40) + ".txt", "x".repeat(700))
                .special("link", TarConstants.LF_SYMLINK)
                .done();
        byte[] zip = Packed.zip()
                .file("lab/KvServer.java", Packed.SERVER)
                .file("lab/Clerk.java", "class Clerk {}".repeat(50))
                .file("link", Packed.bytes("/etc/passwd"), 0120777)
                .done();
        byte[] sparse = Packed.tar()
                .special("sparse", TarConstants.LF_GNUTYPE_SPARSE)
                .special("long", TarConstants.LF_GNUTYPE_LONGNAME)
                .file("KvServer.java", Packed.SERVER)
                .done();
        return List.of(tar, zip, Packed.gzip(tar), sparse);
    }

    private static byte[] mangled(byte[] archive, Random random) {
        byte[] mangled = archive.clone();
        int changes = 1 + random.nextInt(6);
        for (int change = 0; change < changes; change++) {
            int at = random.nextInt(mangled.length);
            int length = Math.min(1 + random.nextInt(40), mangled.length - at);
            switch (random.nextInt(6)) {
                case 0 -> mangled[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> mangled[at] = (byte) random.nextInt();
                case 2 -> Arrays.fill(mangled, at, at + length, (byte) (random.nextBoolean() ? 0 : 0xff));
                case 3 -> mangled = Arrays.copyOf(mangled, Math.max(1, at));
                case 4 -> System.arraycopy(mangled, random.nextInt(mangled.length - length + 1), mangled, at, length);
                default -> Arrays.fill(mangled, at, at + length, (byte) ('0' + random.nextInt(8)));
            }
            if (random.nextInt(3) == 0) {
                mendChecksums(mangled);
            }
        }
        return mangled;
    }

    /** So that changed headers of a tar get past the first look at them. */
    private static void mendChecksums(byte[] tar) {
        for (int header = 0; header + 512 <= tar.length; header += 512) {
            if (tar[header + 257] == 'u' && tar[header + 258] == 's') {
                Arrays.fill(tar, header + 148, header + 156, (byte) ' ');
                int sum = 0;
                for (int i = header; i < header + 512; i++) {
                    sum += tar[i] & 0xff;
                }
                byte[] octal = Packed.bytes(String.format(Locale.ROOT, "%06o\0 ", sum));
                System.arraycopy(octal, 0, tar, header + 148, 8);
            }
        }
    }
}
