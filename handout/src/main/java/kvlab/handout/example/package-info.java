/**
 * The handout's worked example: small, compiled and tested, and about something else than the lab. Uses kvlab.api only.
 */
package kvlab.handout.example;
