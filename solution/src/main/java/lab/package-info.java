/** The lab's model answer. Uses {@code kvlab.api} and {@code java.*}, like any submission. */
package lab;
