package kvlab.record;

/** A fault that the network or the scenario injects: a record of plain values, which its text describes. */
public interface InjectedFault {}
