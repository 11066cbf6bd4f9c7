package kvlab.grader.corpus.mutants;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/** Tells whether two versions of a submission compile to the same code: lines, names of variables and frames aside. */
final class Fingerprint {

    private Fingerprint() {}

    static String of(Map<String, byte[]> classes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(classes).forEach((name, bytes) -> {
                ClassWriter code = new ClassWriter(0);
                new ClassReader(bytes).accept(code, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
                digest.update(code.toByteArray());
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
