package kvlab.grader.corpus.mutants;

import java.util.List;

/**
 * What distinguishes a mutant from the design that it is made of.
 *
 * @param design the design's name in the corpus
 * @param file the changed file
 * @param line the first changed line
 * @param member the method or field around it
 * @param operator the kind of change, in words
 * @param diff the changed lines without their indentation, as a diff without context
 */
record Change(String design, String file, int line, String member, String operator, List<String> diff) {

    Change {
        diff = List.copyOf(diff);
    }

    /** Its lines in a list of survivors. The first and the diff are what {@link Equivalents} knows it by. */
    String rendered() {
        return design + ": " + file + " in " + member + "\n" + String.join("\n", diff) + "\n  (line " + line + ": "
                + operator + ")";
    }
}
