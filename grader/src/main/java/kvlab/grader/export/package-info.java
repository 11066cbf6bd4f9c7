/**
 * What other systems need to grade with this kit, as files: for Slurm the scripts of a job array. Uses {@code policy}, whose
 * limits say what a job needs.
 */
package kvlab.grader.export;
