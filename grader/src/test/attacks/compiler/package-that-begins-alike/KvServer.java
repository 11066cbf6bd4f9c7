// attack packages: its name begins like the trusted one
// verdict: refused
// says: not in package lab
package labx;

public final class KvServer {}
