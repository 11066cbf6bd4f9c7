/**
 * From a path that a person named to the texts of a submission: finds {@code KvServer.java}, reads it and what lies
 * beside it, and says what to do when there is none or more than one. Uses nothing of the rest of the grader.
 */
package kvlab.grader.source;
