package kvlab.grader.intake;

/** Who collected the hand-ins of a folder. */
public enum CollectedBy {
    CANVAS("Canvas"),
    MOODLE("Moodle"),
    GRADESCOPE("Gradescope"),
    AUTOLAB("Autolab"),
    /** A person: each entry is called after its student. */
    HAND("by hand");

    private final String title;

    CollectedBy(String title) {
        this.title = title;
    }

    /** As people write it. */
    public String title() {
        return title;
    }
}
