/**
 * Mutants: correct designs of the corpus with one small change each, which the tests should catch. {@link
 * kvlab.grader.corpus.mutants.Design} makes them, with our own operators on the source ({@link
 * kvlab.grader.corpus.mutants.SourceMutations}) and PIT's on the class files ({@link
 * kvlab.grader.corpus.mutants.PitMutations}); {@link kvlab.grader.corpus.mutants.MutationRun} runs them in child processes;
 * {@link kvlab.grader.corpus.mutants.Equivalents} are those that no test can catch, with the reason; {@link
 * kvlab.grader.corpus.mutants.MutationTable} prints the score and the survivors. Uses {@code kvlab.grader.corpus} and what
 * it takes to compile a submission and to run a single schedule, javac's trees, and PIT.
 */
package kvlab.grader.corpus.mutants;
