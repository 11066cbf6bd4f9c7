// attack compiler-bombs: no class at all
// verdict: refused
// says: There is no class lab.KvServer
