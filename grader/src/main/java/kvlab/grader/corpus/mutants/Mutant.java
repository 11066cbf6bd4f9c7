package kvlab.grader.corpus.mutants;

import java.util.List;
import java.util.Map;
import kvlab.submission.Part;

/**
 * A design with one change, compiled.
 *
 * @param part which part of the design is changed
 * @param suites names of the suites that should catch it
 * @param classes class files of the whole submission, by binary name
 */
record Mutant(Change change, Part part, List<String> suites, Map<String, byte[]> classes) {}
