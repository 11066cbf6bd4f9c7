package kvlab.grader.export.kit;

import java.util.List;

/** A kit for students would have contained what they must not get. The message lists it. */
public final class AnswerFoundException extends Exception {

    private static final long serialVersionUID = 1;
    private static final int MAX_NAMED = 10;

    AnswerFoundException(List<String> findings) {
        super("the kit would give away what students must not get:\n  "
                + String.join("\n  ", findings.subList(0, Math.min(MAX_NAMED, findings.size()))));
    }
}
