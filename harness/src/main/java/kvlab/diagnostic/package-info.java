/**
 * Facts before sentences. A {@link kvlab.diagnostic.Diagnostic} says what was found out by a code, arguments and a place in the
 * source; {@link kvlab.diagnostic.Messages} makes the sentence of it, from the catalogues that each jar brings as
 * {@code META-INF/kvlab/messages.properties}. What has to group, hide or count findings goes by code and argument and never
 * reads a sentence. Uses nothing of the rest of the kit.
 */
package kvlab.diagnostic;
