package kvlab.api;

/**
 * What a server believes of itself.
 *
 * @param leader whether it takes itself for the leader
 * @param term the latest term it has seen, from 0
 */
public record RaftState(boolean leader, long term) {}
