/**
 * The labs' tests, as the handout describes them: the operations on the cluster, and the expectations.
 *
 * <ul>
 *   <li>{@link kvlab.scenario.CoreTests}, the nine of the core lab, with {@code PutAppendGet};
 *   <li>{@link kvlab.scenario.ExtendedTests}, the fifteen of the extended lab: {@code Rounds} of work on {@code OwnKeys} or
 *       {@code SharedKeys} with {@code FaultPlan}, {@code TwoSides} of a partition, and {@code Memory};
 *   <li>{@link kvlab.scenario.RaftTests}, for an own Raft: a {@code RaftGroup} without stores; longer scripts for what chance
 *       does not reach, {@code Rejoin}, {@code StaleLeader}, {@code CompetingCandidates}, {@code RefusedCandidate}, {@code
 *       IgnoredCandidate}, {@code BridgedMajority}, {@code PowerFailure} and {@code Figure8}; random faults, {@code
 *       FailingLeaders} and {@code Churn}; and {@code SmallScope}.
 * </ul>
 *
 * <p>{@code SmallScope} stands in for a model checker. All links of three servers are stalled, so that the scenario decides
 * at each step which message is delivered, lost or overtaken, when time passes, and who crashes. A checker would visit all
 * sequences of such choices and no state twice; a student's Raft can be neither copied nor looked into, so each seed walks
 * along a few sequences, drawn among the choices that have an effect. The invariants of Raft that can be seen from outside
 * are checked at each step. It is not aimed at any bug; the scripts are.
 *
 * <p>Before what is not essential (a fault, a choice, a round, a client's work, a call), a scenario asks the cluster whether
 * the schedule {@code includes} it. Whatever is left out, a correct submission must pass; a test whose own faults are essential
 * says so.
 *
 * <p>Uses {@code kvlab.cluster} and {@code kvlab.schedule}.
 */
package kvlab.scenario;
