package kvlab.grader.execute.inspect;

import java.util.List;

/**
 * The code coverage of a submission, measured with some schedules of each test.
 *
 * @param lines the lines that contain code
 * @param branches both outcomes of each condition, and the cases of each switch
 * @param files by name
 */
public record Coverage(Share lines, Share branches, List<OfFile> files) {

    /** The covered number of a total. */
    public record Share(int covered, int total) {

        public Share {
            if (covered < 0 || covered > total) {
                throw new IllegalArgumentException(covered + " of " + total);
            }
        }

        /** Such as {@code 37 of 41}. */
        public String inWords() {
            return covered + " of " + total;
        }
    }

    /** A range of lines, inclusive, counted from 1. */
    public record Range(int first, int last) {}

    /**
     * The coverage of one file.
     *
     * @param notRun ranges of lines with code that did not run, in order
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
