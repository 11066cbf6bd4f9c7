/**
 * The interfaces between a submission and the kit. Names and signatures are fixed, because handouts,
 * submissions and graders depend on them. Uses nothing but {@code java.*}.
 */
package kvlab.api;
