/**
 * Findings as data. A {@link kvlab.diagnostic.Diagnostic} states a finding by a code, arguments and a place in the
 * source; {@link kvlab.diagnostic.Messages} formats its sentence, from the catalogue that each jar has as {@code
 * META-INF/kvlab/messages.properties}. Code that groups, hides or counts findings uses codes and arguments and never
 * parses a sentence. Uses nothing of the rest of the kit.
 */
package kvlab.diagnostic;
