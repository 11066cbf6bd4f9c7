// attack packages: a package that begins like the API
// verdict: refused
// says: not in package lab
package kvlab.api.internal;

public final class KvServer {}
