/**
 * The corpus: submissions of which is known what must come of them, wrong ones and correct ones, and what does come of
 * them. {@link kvlab.grader.corpus.Corpus} reads it, entries that
 * are diffs with {@link kvlab.grader.corpus.EntryDiff}, {@link kvlab.grader.corpus.EntryRunner} tries one entry and holds
 * it to its expectations, {@link kvlab.grader.corpus.CorpusRun} all of them at once, and {@link
 * kvlab.grader.corpus.CorpusTable} shows what came of it. Uses {@code kvlab.grader.run} and what that uses, and of the
 * harness what it takes to run a single schedule.
 */
package kvlab.grader.corpus;
