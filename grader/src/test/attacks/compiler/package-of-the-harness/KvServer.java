// attack packages: a class that looks like the harness's
// verdict: refused
// says: not in package lab
package kvlab.sim;

public final class KvServer {}
