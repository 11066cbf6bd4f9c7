/** What students write. It uses {@code kvlab.api} and {@code java.*}, and nothing else. */
package lab;
