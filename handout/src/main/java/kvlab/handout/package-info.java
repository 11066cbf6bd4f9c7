/**
 * Renders the assignment's Markdown into one self-contained page. Text, figures and code come from files of the
 * repository; whatever a chapter names and cannot be found stops the build with the chapter's file and line.
 *
 * <p>Uses commonmark-java, and the JDK's own compiler to find declarations in Java files. Reads sources of the other
 * modules as text and calls none of their code.
 */
package kvlab.handout;
