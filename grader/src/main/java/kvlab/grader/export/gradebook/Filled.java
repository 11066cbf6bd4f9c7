package kvlab.grader.export.gradebook;

import java.util.List;

/**
 * A gradebook with the scores in it.
 *
 * @param text of the whole file
 * @param filled how many rows got a score
 * @param notes what the staff must look after, a line each; names in it are other people's text
 */
public record Filled(String text, int filled, List<String> notes) {

    public Filled {
        notes = List.copyOf(notes);
    }
}
