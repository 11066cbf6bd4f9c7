package kvlab.grader.intake.files;

/** How uploaded files must be packed. Directories and git repositories are as they are. */
public enum ArchiveShape {

    /** A tar, plain or gzipped, a zip, or a source file alone; directories inside are fine. */
    ANY,

    /** A plain tar with files at its root and nothing else, as the extended lab asks for. */
    FLAT_TAR
}
