/**
 * The corpus: wrong and correct submissions with known outcomes. {@link kvlab.grader.corpus.Corpus} reads them, those that
 * are diffs with {@link kvlab.grader.corpus.EntryDiff}; {@link kvlab.grader.corpus.EntryRunner} runs one entry and compares
 * its outcome with what its header expects, {@link kvlab.grader.corpus.CorpusRun} runs many at once, and {@link
 * kvlab.grader.corpus.CorpusTable} prints the outcomes. Uses {@code kvlab.grader.execute} and what that uses, and of the
 * harness what it takes to run a single schedule.
 */
package kvlab.grader.corpus;
