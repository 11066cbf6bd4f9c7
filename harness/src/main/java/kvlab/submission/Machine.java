package kvlab.submission;

/**
 * A machine that loads a submission's classes for itself, when it builds the first object from them: one life of a
 * server, or a Clerk. What other machines made of their classes, it reads as copies made of its own. Confined to one
 * simulation.
 */
public final class Machine {

    private final Submission submission;
    private Program program;
    private ValueReader reader;

    /** @param submission one whose classes have been initialised without a failure */
    public Machine(Submission submission) {
        this.submission = submission;
    }

    /** The program of this machine, with all its classes initialised. */
    public Program program() {
        if (program == null) {
            Program loaded = submission.separateProgram();
            try {
                loaded.initialise();
            } catch (InitialiserFailed again) {
                // Found when the submission was initialised. The class cannot be used here either.
            }
            program = loaded;
            reader = new ValueReader(loaded);
        }
        return program;
    }

    /**
     * Reads a value that any machine may have made.
     *
     * @param value a value that {@link PureValue} accepts, or {@code null}
     * @return the value itself if none of it is of another machine's classes, or else a copy
     * @throws NotCopyable if a record cannot be made again from its components
     */
    public Object read(Object value) {
        program();
        return reader.read(value);
    }
}
