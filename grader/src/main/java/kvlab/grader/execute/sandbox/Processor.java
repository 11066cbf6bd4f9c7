package kvlab.grader.execute.sandbox;

import java.util.Arrays;
import java.util.Optional;

/** The processors for which the numbers of system calls are known. */
enum Processor {
    X86_64("amd64", 0xC000003E, 56),
    AARCH64("aarch64", 0xC00000B7, 220);

    /** Its name in the property {@code os.arch}. */
    private final String inJava;

    /** {@code AUDIT_ARCH_...} of {@code linux/audit.h}: the kind of the system calls that a process makes. */
    final int auditArchitecture;

    /** The number of the system call {@code clone}. */
    final int cloneCall;

    Processor(String inJava, int auditArchitecture, int cloneCall) {
        this.inJava = inJava;
        this.auditArchitecture = auditArchitecture;
        this.cloneCall = cloneCall;
    }

    /** This machine's; empty if it is another. */
    static Optional<Processor> ofThisMachine() {
        String name = System.getProperty("os.arch");
        return Arrays.stream(values())
                .filter(processor -> processor.inJava.equals(name))
                .findFirst();
    }
}
