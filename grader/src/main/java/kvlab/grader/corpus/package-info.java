/**
 * The corpus: wrong and correct submissions with known outcomes. {@link kvlab.grader.corpus.Corpus} reads them, those that
 * are diffs with {@link kvlab.grader.corpus.EntryDiff}; {@link kvlab.grader.corpus.CorpusRun} runs them, an {@link
 * kvlab.grader.corpus.EntryResult} compares the outcome with what the entry's header expects, and {@link
 * kvlab.grader.corpus.CorpusTable} prints the outcomes. Uses {@code kvlab.grader.execute} and what that uses, and of the
 * harness what it takes to run a single schedule.
 */
package kvlab.grader.corpus;
