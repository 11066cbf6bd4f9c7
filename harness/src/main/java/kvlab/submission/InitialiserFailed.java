package kvlab.submission;

import kvlab.classfile.TypeNames;

/** A static initialiser of a submission threw an exception, which is the cause of this one or of its cause. */
public final class InitialiserFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String type;

    InitialiserFailed(Class<?> type, Throwable thrown) {
        super(type.getName(), thrown);
        this.type = TypeNames.withoutPackage(type.getName());
    }

    /** The class that was being initialised, without its package. */
    public String type() {
        return type;
    }
}
