/** One test case of a public scanner: a text in which it says that a secret stands, or that none does. */
export interface Case {
  readonly corpus: string;
  /** The rule or detector that it was written for: the token's type, in that scanner's words. */
  readonly type: string;
  readonly text: string;
  readonly isPositive: boolean;
}

export type CaseClass = 'token with a known prefix' | 'structured' | 'named assignment' | 'generic';

/** By the text alone, whatever any scanner says of it. */
export function classOf({ text }: Case): CaseClass {
  if (
    /-----BEGIN|:\/\/[^\s/]*:[^\s/]*@|authorization|\beyJ[\w-]+\.|cookie:|\bcurl\b|machine \S+ login|[?&]\w+=|kind: Secret/i.test(
      text,
    )
  )
    return 'structured';
  if (
    /\b[A-Za-z0-9]{2,12}[-_.](?:[a-z]{2,8}[-_])?(?=[A-Za-z0-9_-]*\d)[A-Za-z0-9_.-]{16,}|\bA[KS]IA[A-Z0-9]{16}|\bAIza|\bSK[0-9a-f]{32}/.test(
      text,
    )
  )
    return 'token with a known prefix';
  return /(?:key|token|secret|pass\w*|pwd|auth|cred\w*)["'\])]*\s*(?::?=|=>|:|,|>)/i.test(text)
    ? 'named assignment'
    : 'generic';
}
