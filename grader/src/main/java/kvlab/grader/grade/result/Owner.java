package kvlab.grader.grade.result;

import kvlab.grader.intake.Student;

/**
 * The author of a submission, as the collecting system names them. The texts are untrusted: a report escapes them.
 *
 * @param name for a group all names, separated by commas
 * @param id the collecting system's number; may be empty
 * @param email may be empty
 * @param section the part of the class, as the staff call it; may be empty
 */
public record Owner(String name, String id, String email, String section) {

    static Owner of(Student student) {
        return new Owner(student.name(), student.id(), student.email(), student.section());
    }
}
