package kvlab.grader.grade.result;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** A digest of everything that a result depends on. */
public final class ResultKey {

    private ResultKey() {}

    /** @param parts values whose {@code toString} is complete and the same in every run */
    public static String of(Object... parts) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
        for (Object part : parts) {
            byte[] text = part.toString().getBytes(StandardCharsets.UTF_8);
            digest.update((text.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(text);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The digest of the code that runs and judges submissions: classes and resources of the harness and the grader. */
    public static String ofThisGrader() {
        return of(Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(ResultKey::isOurs)
                .map(ResultKey::contents)
                .sorted()
                .toList());
    }

    private static boolean isOurs(Path entry) {
        return Files.isDirectory(entry) || entry.getFileName().toString().startsWith("kvlab-");
    }

    private static String contents(Path entry) {
        try {
            return Files.isDirectory(entry) ? ofDirectory(entry) : ofJar(entry);
        } catch (IOException e) {
            throw new UncheckedIOException("a part of the kit cannot be read", e);
        }
    }

    private static String ofJar(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return of(zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(entry -> entry.getName() + " " + entry.getSize() + " " + Long.toHexString(entry.getCrc()))
                    .sorted()
                    .toList());
        }
    }

    private static String ofDirectory(Path directory) throws IOException {
        List<Object> contents = new ArrayList<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                contents.add(directory.relativize(file));
                contents.add(HexFormat.of().formatHex(Files.readAllBytes(file)));
            }
        }
        return of(contents.toArray());
    }
}
