/** One thing that the hooks or the check depend on. */
export interface Diagnosis {
  readonly id: string;
  readonly ok: boolean;
  /** Nothing is known to be wrong, and nothing that it is right. */
  readonly unsure?: true;
  readonly says: string;
  /** What mends it, as a command where there is one. */
  readonly mend?: string;
}

export function fine(id: string, says: string): Diagnosis {
  return { id, ok: true, says };
}

export function ill(id: string, says: string, mend: string): Diagnosis {
  return { id, ok: false, says, mend };
}

export function unsure(id: string, says: string, mend: string): Diagnosis {
  return { id, ok: true, unsure: true, says, mend };
}
