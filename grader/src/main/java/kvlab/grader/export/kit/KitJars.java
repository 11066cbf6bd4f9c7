package kvlab.grader.export.kit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import kvlab.grader.export.Bundle;

/**
 * What the launcher of a student's kit runs on: the grader without the classes of commands that are for staff, the harness,
 * and the libraries that these two need.
 *
 * @param harness the harness's jar
 * @param all by file name, the harness's among them
 */
record KitJars(byte[] harness, SortedMap<String, byte[]> all) {

    static final String HARNESS = "kvlab-harness.jar";

    private static final String GRADER_CLASS = "kvlab/grader/Main.class";
    private static final String HARNESS_CLASS = "kvlab/api/KeyValueServer.class";

    /** Classes of the grader, by the beginnings of their names. */
    private static final List<String> STAFFS_CLASSES = List.of(
            "kvlab/grader/corpus/",
            "kvlab/grader/bench/",
            "kvlab/grader/similarity/",
            "kvlab/grader/export/kit/",
            "kvlab/grader/cli/StaffCommands");

    /** For mutants, diffs, coverage and style, with what these libraries need themselves. */
    private static final Pattern STAFFS_LIBRARY = Pattern.compile(
            "(pitest|java-diff-utils|org\\.jacoco\\.core|asm-commons|asm-tree|checkstyle|guava|failureaccess|listenablefuture"
                    + "|error_prone_annotations|j2objc-annotations|checker-qual|antlr4-runtime|commons-beanutils"
                    + "|commons-collections|commons-logging)-\\d.*");

    KitJars {
        all = new TreeMap<>(all);
    }

    /** @param classPath of this grader: jars, and directories of classes */
    static KitJars of(List<Path> classPath) throws IOException {
        SortedMap<String, byte[]> all = new TreeMap<>();
        for (Path entry : classPath) {
            SortedMap<String, byte[]> classes = contents(entry);
            if (classes.containsKey(GRADER_CLASS)) {
                classes.keySet().removeIf(path -> STAFFS_CLASSES.stream().anyMatch(path::startsWith));
                all.put("kvlab-grader.jar", jar(classes));
            } else if (classes.containsKey(HARNESS_CLASS)) {
                all.put(HARNESS, jar(classes));
            } else if (Files.isRegularFile(entry)) {
                String name = entry.getFileName().toString();
                if (!STAFFS_LIBRARY.matcher(name).matches()) {
                    all.put(name, Files.readAllBytes(entry));
                }
            }
        }
        return new KitJars(all.get(HARNESS), all);
    }

    /** The version in the name of a library's jar. */
    String version(String library) {
        return all.keySet().stream()
                .map(Pattern.compile(Pattern.quote(library) + "-(\\d.*)\\.jar")::matcher)
                .filter(Matcher::matches)
                .map(name -> name.group(1))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no " + library + " on the class path"));
    }

    /** The files of a directory or a jar. */
    private static SortedMap<String, byte[]> contents(Path entry) throws IOException {
        SortedMap<String, byte[]> files = new TreeMap<>();
        if (Files.isDirectory(entry)) {
            try (Stream<Path> paths = Files.walk(entry)) {
                for (Path file : paths.filter(Files::isRegularFile).toList()) {
                    files.put(entry.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
                }
            }
        } else if (Files.isRegularFile(entry)) {
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(entry)))) {
                for (ZipEntry file = zip.getNextEntry(); file != null; file = zip.getNextEntry()) {
                    if (!file.isDirectory()) {
                        files.put(file.getName(), zip.readAllBytes());
                    }
                }
            }
        }
        return files;
    }

    static byte[] jar(SortedMap<String, byte[]> files) throws IOException {
        Bundle jar = new Bundle();
        files.forEach(jar::file);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        jar.zip(bytes);
        return bytes.toByteArray();
    }
}
