package kvlab.grader.intake.files;

/** The required packing of uploaded files. It does not apply to directories and git repositories. */
public enum ArchiveShape {

    /** A tar, plain or gzipped, a zip, or a single source file; directories inside are allowed. */
    ANY,

    /** A plain tar with files at its root only, as the extended lab requires. */
    FLAT_TAR
}
