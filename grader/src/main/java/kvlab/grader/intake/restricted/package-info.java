/**
 * Checks that a submission changes only the files that students may change. Its files are compared by digest with the
 * original kit and with the kits that were issued to students, and changed, added and deleted files are listed. The policy
 * decides the consequence; in any case only allowed files are compiled. Uses {@code intake}, and Jackson for the list of an
 * issued kit's files.
 */
package kvlab.grader.intake.restricted;
