/** A real browser for tests: opens pages, types into them, and says what became of them. */
package kvlab.grader.browser;
