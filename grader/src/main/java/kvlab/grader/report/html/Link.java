package kvlab.grader.report.html;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of pages from the class's page. */
public final class Link {

    private Link() {}

    public static String student(String submission) {
        return "students/" + encoded(submission);
    }

    public static String teacher(String submission) {
        return "submissions/" + encoded(submission);
    }

    private static String encoded(String submission) {
        return URLEncoder.encode(submission, StandardCharsets.UTF_8).replace("+", "%20") + ".html";
    }
}
