/**
 * The labs' tests, as the handout describes them: the operations on the cluster, and the expectations.
 *
 * <ul>
 *   <li>{@link kvlab.scenario.CoreTests}, the nine of the core lab, with {@code PutAppendGet};
 *   <li>{@link kvlab.scenario.ExtendedTests}, the fifteen of the extended lab: {@code Rounds} of work on {@code OwnKeys} or
 *       {@code SharedKeys} with {@code FaultPlan}, {@code TwoSides} of a partition, and {@code Memory};
 *   <li>{@link kvlab.scenario.RaftTests}, for an own Raft: a {@code RaftGroup} without stores, and the longer scripts
 *       {@code Rejoin}, {@code CompetingCandidates}, {@code Figure8}, {@code FailingLeaders} and {@code Churn}.
 * </ul>
 *
 * Uses {@code kvlab.cluster} and {@code kvlab.schedule}.
 */
package kvlab.scenario;
