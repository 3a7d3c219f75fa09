/** What the schema can't tell: a part of a policy that is of the right shape and still can't be used. */
export interface PolicyFault {
  /** Keys and indexes that lead to it. */
  readonly path: readonly PropertyKey[];
  /** Continues a sentence that begins with the path. */
  readonly why: string;
  readonly help: string;
}
