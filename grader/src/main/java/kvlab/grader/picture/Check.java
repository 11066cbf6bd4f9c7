package kvlab.grader.picture;

/** What must hold of a picture's data, whoever made them. */
final class Check {
    private Check() {}

    /** @throws IllegalArgumentException with the name of the part that is wrong */
    static void that(boolean holds, String part) {
        if (!holds) {
            throw new IllegalArgumentException(part);
        }
    }
}
