package kvlab.explain;

import java.util.Locale;

/** A section of the handout that explains rules. The handout's tests hold this list against the chapters. */
public enum HandoutSection {
    SERVICE(1, "The service"),
    LIFE_OF_A_PUT(3, "The life of a put"),
    LOST_COMMANDS(3, "When it does not go well"),
    AGREEMENT(8, "About agreement"),
    WAITING(8, "About waiting"),
    REPEATING(8, "About repeating"),
    EXACTLY_ONCE(11, "Exactly once"),
    LATE_COPIES(11, "Copies that come late"),
    CLERK_HINTS(11, "Hints for the extended lab"),
    RAFTS_WORLD(13, "Its world"),
    RAFTS_TESTS(13, "Is it sound?");

    private final int chapter;
    private final String title;

    HandoutSection(int chapter, String title) {
        this.chapter = chapter;
        this.title = title;
    }

    /** The chapter's number, as the handout's table of contents has it. */
    public int chapter() {
        return chapter;
    }

    /** The section's heading. */
    public String title() {
        return title;
    }

    /** The heading's id in the handout's page. */
    public String anchor() {
        return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "");
    }

    /** Such as {@code handout, chapter 8: About waiting}. */
    @Override
    public String toString() {
        return "handout, chapter " + chapter + ": " + title;
    }
}
