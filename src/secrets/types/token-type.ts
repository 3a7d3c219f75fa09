/** One kind of token that says by its own text what it is. A row of the table in this folder. */
export interface TokenType {
  /** Stands in reports, and in the fingerprints of suppressions: never renamed. */
  readonly type: string;
  readonly vendor: string;
  /**
   * Literal that each such token begins with, case kept, two characters or more; several where a vendor has
   * several for one kind. With `before` it stands inside the token.
   */
  readonly prefix: string | readonly string[];
  /** What follows the prefix. Every quantifier is bounded, so that hostile text costs what honest text does. */
  readonly body: RegExp;
  /**
   * What stands before the literal, if it isn't the token's beginning: a pattern of one fixed length, and how many more
   * digits there may be before it.
   */
  readonly before?: { readonly shape: RegExp; readonly length: number; readonly moreDigits?: number };
  /** What a line says before one that is meant to be seen and looks the same. Its last 80 characters are given to it. */
  readonly publicAfter?: RegExp;
  /** Least entropy of prefix-less token, in bits a character. Left out: 2.6. More where the prefix says little. */
  readonly entropy?: number;
  /** `likely` where prefix and shape together still fit other things. Left out: certain. */
  readonly certainty?: 'likely';
  /** Where the vendor, or the maker of a scanner that the vendor feeds, says so. */
  readonly source: string;
}
