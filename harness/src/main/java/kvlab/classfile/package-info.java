/**
 * What a class file says, read without loading the class: every type and member that it refers to, each with its place in
 * the source, and the constructs that a rule may be about. {@link kvlab.classfile.ClassFile#read} is the only reader: the
 * quick check of {@code kvlab.submission} and the grader's allow-list judge the same references. Uses ASM and {@code
 * kvlab.diagnostic}, nothing else.
 */
package kvlab.classfile;
