package kvlab.grader.attack;

import java.util.Arrays;
import java.util.List;
import kvlab.grader.intake.Packed;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * What is handed in as one file, made here, since no repository should hold it.
 *
 * @param name of the student, and of the file without its ending
 */
record PackedAttack(String name, String ending, byte[] content, Expected expected) {

    private static final int A_LOT = 96 << 20;
    private static final String HONEST = """
        package lab;

        public final class KvServer {}
        """;

    static List<PackedAttack> all() {
        return List.of(
                zip("zip-slip", "archives names", "whose path leads out of it, ../../.bashrc", with("../../.bashrc")),
                tar(
                        "absolute-path",
                        "archives",
                        "an absolute path, /etc/cron.d/grade",
                        Packed.tar().file("KvServer.java", HONEST).file("/etc/cron.d/grade", "")),
                zip("windows-path", "archives", "leads out of it", with("..\\..\\KvServer.java")),
                tar("link-for-a-server", "archives", "KvServer.java (a symbolic link)", TarConstants.LF_SYMLINK),
                tar("hard-link-for-a-server", "archives", "KvServer.java (a hard link)", TarConstants.LF_LINK),
                tar("pipe-for-a-server", "archives", "KvServer.java (a named pipe)", TarConstants.LF_FIFO),
                tar("device-for-a-server", "archives", "KvServer.java (a device)", TarConstants.LF_CHR),
                zip("same-name-twice", "archives", "holds KvServer.java twice", with("KvServer.java")),
                zip("same-name-elsewhere", "archives", "on many disks are one file", with("kvserver.JAVA")),
                zip("invisible-name", "archives names", "control characters", with("a\u202eavaj.java")),
                zip(
                        "terminal-in-a-name",
                        "archives names print",
                        "control characters, x\\u001b[2J",
                        with("x\u001b[2J")),
                zip(
                        "bomb-of-zeros",
                        "archives",
                        "unpacks to more than",
                        Packed.zip().file("KvServer.java", new byte[A_LOT], 0)),
                chain("chain-of-pax-headers", (byte) 'x'),
                chain("chain-of-long-names", TarConstants.LF_GNUTYPE_LONGNAME),
                tar("bomb-of-names", "archives", "holds more than 20000 files", ofManyFiles()),
                new PackedAttack(
                        "cut-off", "zip", Arrays.copyOf(with("A.java").done(), 90), refused("archives", "damaged")),
                new PackedAttack("encrypted", "zip", encrypted(), refused("archives", "is encrypted")),
                new PackedAttack(
                        "no-archive",
                        "zip",
                        Packed.bytes("#!/bin/sh\nrm -rf /\n"),
                        refused("archives", "is not an archive")),
                zip(
                        "listener",
                        "services",
                        "org.junit.platform.launcher.TestExecutionListener",
                        with("src/main/resources/META-INF/services/org.junit.platform.launcher.TestExecutionListener")),
                zip(
                        "filter-of-tests",
                        "services",
                        "org.junit.platform.launcher.PostDiscoveryFilter",
                        with("META-INF/services/org.junit.platform.launcher.PostDiscoveryFilter")),
                zip(
                        "settings-of-junit",
                        "services",
                        "junit-platform.properties",
                        with("src/test/resources/junit-platform.properties")),
                zip(
                        "annotation-processor",
                        "processors services",
                        "javax.annotation.processing.Processor",
                        with("META-INF/services/javax.annotation.processing.Processor")),
                zip("module-info", "processors", "module-info.java", with("module-info.java")),
                zip("library", "processors packages", "lab.jar", with("lib/lab.jar")),
                new PackedAttack(
                        "class-file-alone",
                        "zip",
                        Packed.zip().file("lab/KvServer.class", "\u00ca\u00fe").done(),
                        refused("processors", "KvServer.java")),
                zip(
                        "own-copy-of-the-api",
                        "packages",
                        "kvlab/api/KeyValueServer.java",
                        with("kvlab/api/KeyValueServer.java")),
                zip(
                        "own-tests",
                        "packages",
                        "kvlab/scenario/CoreTests.java",
                        with("src/test/java/kvlab/scenario/CoreTests.java")),
                zip("build-file", "write-files", "pom.xml", with("pom.xml")),
                source("constant-folding", "did not survive", constantFolding()),
                source(
                        "many-terms",
                        "the compiler gave up on this source",
                        "int terms = 1" + " + x".repeat(50_000) + ";"),
                source(
                        "many-parentheses",
                        "the compiler gave up on this source",
                        "int x = " + "(".repeat(20_000) + "1" + ")".repeat(20_000) + ";"),
                source("many-classes", "characters together, and at most", "class A {}\n".repeat(60_000)),
                source("nested-overloads", "does not compile: KvServer.java:", nestedOverloads()),
                odd("=cmd|' C calc'!A0"),
                odd("<img src=x onerror=alert(1)>"),
                odd("\u001b[31m..%2f..%2fetc"),
                new PackedAttack(
                        "::add-mask::e\n::error::x",
                        "java",
                        Packed.bytes("no java"),
                        refused("names print", "control characters")),
                odd("-rf .."),
                odd("con"));
    }

    /** What attacks the compiler is made here for its size, and counts to that family. */
    String family() {
        return expected.rows().contains("compiler-bombs") ? "compiler" : "archives";
    }

    private static PackedAttack source(String name, String says, String members) {
        String server = "package lab;\n\npublic final class KvServer {\n    static int x;\n" + members + "\n}\n";
        return new PackedAttack(name, "java", Packed.bytes(server), refused("compiler-bombs", says));
    }

    /** Two kilobytes that are a constant of four gigabytes. */
    private static String constantFolding() {
        StringBuilder doublings = new StringBuilder("static final String S0 = \"" + "x".repeat(1_000) + "\";\n");
        for (int i = 1; i <= 22; i++) {
            doublings.append("static final String S" + i + " = S" + (i - 1) + " + S" + (i - 1) + ";\n");
        }
        return doublings.toString();
    }

    /** Each level is tried with every overload. */
    private static String nestedOverloads() {
        String overloads = """
            interface A { int a(int x); }
            interface B { long b(long x); }
            static int f(A a) { return 1; }
            static long f(B b) { return 1; }
            """;
        return overloads + "static Object slow = " + "f(x -> ".repeat(40) + "x" + ")".repeat(40) + ";";
    }

    private static Packed.Zip with(String name) {
        return Packed.zip().file("KvServer.java", HONEST).file(name, "class A {}");
    }

    private static Packed.Tar ofManyFiles() {
        Packed.Tar tar = Packed.tar().file("KvServer.java", HONEST);
        for (int i = 0; i < 20_001; i++) {
            tar.file("a" + i, "");
        }
        return tar;
    }

    private static byte[] encrypted() {
        byte[] zip = Packed.zip().file("KvServer.java", HONEST).done();
        for (int i = 0; i + 46 < zip.length; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && (zip[i + 2] == 1 || zip[i + 2] == 3)) {
                zip[i + (zip[i + 2] == 1 ? 8 : 6)] |= 1;
            }
        }
        return zip;
    }

    /** The name is the attack: what is handed in is just wrong. */
    private static PackedAttack odd(String name) {
        return new PackedAttack(name, "java", Packed.bytes("no java"), refused("names", "does not compile"));
    }

    private static PackedAttack zip(String name, String rows, String says, Packed.Zip zip) {
        return new PackedAttack(name, "zip", zip.done(), refused(rows, says));
    }

    private static PackedAttack chain(String name, byte type) {
        return new PackedAttack(
                name, "tar", Packed.chained(type, 12_000), refused("archives", "more than 16 extended headers"));
    }

    private static PackedAttack tar(String name, String rows, String says, Packed.Tar tar) {
        return new PackedAttack(name, "tar", tar.done(), refused(rows, says));
    }

    private static PackedAttack tar(String name, String rows, String says, byte type) {
        return tar(name, rows, says, Packed.tar().special("KvServer.java", type));
    }

    private static Expected refused(String rows, String says) {
        return new Expected(List.of(rows.split(" ")), List.of("refused"), List.of(says));
    }
}
