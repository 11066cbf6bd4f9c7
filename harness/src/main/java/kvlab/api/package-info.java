/**
 * The student contract: all that a submission sees and may touch. Names and signatures are fixed, because handouts,
 * submissions and graders depend on them. Uses nothing but {@code java.*}.
 */
package kvlab.api;
