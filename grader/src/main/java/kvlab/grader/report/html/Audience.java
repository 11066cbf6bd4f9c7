package kvlab.grader.report.html;

/** Who is to see a page. */
public enum Audience {
    /** The one who handed the submission in: sees what the policy lets students see, of that submission only. */
    STUDENT,
    /** Everybody in the room: sees what the policy lets students see, and no names. */
    CLASS,
    /** Whoever grades: sees everything. */
    TEACHER
}
