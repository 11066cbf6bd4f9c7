package kvlab.grader.execute.inspect;

import java.util.List;

/**
 * How much of a submission some schedules of each test run.
 *
 * @param lines those that hold code
 * @param branches the two ways of each condition, the cases of each switch
 * @param files by name
 */
public record Coverage(Share lines, Share branches, List<OfFile> files) {

    /** So many of so many. */
    public record Share(int covered, int total) {

        public Share {
            if (covered < 0 || covered > total) {
                throw new IllegalArgumentException(covered + " of " + total);
            }
        }

        /** For people: {@code 37 of 41}. */
        public String inWords() {
            return covered + " of " + total;
        }
    }

    /** Lines that follow each other, both included, the first numbered 1. */
    public record Range(int first, int last) {}

    /**
     * The same of one file.
     *
     * @param notRun ranges of lines that hold code of which nothing ran, in order
     */
    public record OfFile(String file, Share lines, Share branches, List<Range> notRun) {

        public OfFile {
            notRun = List.copyOf(notRun);
        }
    }

    public Coverage {
        files = List.copyOf(files);
    }
}
