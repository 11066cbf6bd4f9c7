/**
 * Which files of a submission are the student's to change. The kit as it was handed out is known by the digests of its files;
 * a submission's files are laid over it, and what is changed, added and deleted is named. What that costs is the policy's
 * to say; whatever it says, only allowed files go on to the compiler. Uses {@code intake} alone.
 */
package kvlab.grader.intake.restricted;
