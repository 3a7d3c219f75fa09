/** A secret told by what stands around it. A row of the tables in this folder. */
export interface Structure {
  readonly type: string;
  readonly vendor?: string;
  /** ASCII literals, in any case, at one of which `shape` is tried. Two characters or more. */
  readonly near: readonly string[];
  /** How many characters before the literal the shape begins; left out: none. */
  readonly before?: number;
  /** Holds a group named `secret`, which becomes the finding. Every quantifier is bounded. */
  readonly shape: RegExp;
  /** Whether what the shape caught is one. */
  readonly judge: (
    groups: Readonly<Record<string, string | undefined>> & { readonly secret: string },
  ) => Verdict;
}

export type Verdict = 'certain' | 'likely' | undefined;
