/**
 * Thrown by an act's `apply` where somebody else's write of the same moment made the loaded facts untrue, such as
 * a key taken meanwhile. It carries the database's own code for a failed serialization, so the transaction runs
 * again and the act is decided on what is true then: a refusal with its reason, not an error.
 */
export class Overtaken extends Error {
  readonly code = '40001'
}
