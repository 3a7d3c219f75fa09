import type { Name } from '../name.ts';
import type { Span } from '../place.ts';

/** What was found, and how it was told; never the text itself. */
export interface SecretSpan extends Span {
  /** The type, as the table of types names it: `github-personal-access-token`, `url-credentials`, `named-assignment`. */
  readonly type: Name;
  /** Who issues it, for a reader: `GitHub`. Absent where the text does not tell. */
  readonly vendor?: Name;
  readonly told: 'prefix' | 'structure' | 'name';
  /** Set where the secret stood in an encoding; the span is then the encoded text's. */
  readonly decodedFrom?:
    | 'base64'
    | 'hex'
    | 'percent'
    | 'escape'
    | 'entity'
    | 'ansi'
    | 'utf-16'
    | 'wrapped'
    | 'split'
    | 'signs';
  /** `likely` are the weak generic ones: a warning, where the policy does not say otherwise. */
  readonly certainty: 'certain' | 'likely';
}
