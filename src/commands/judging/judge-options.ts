/** What every command that judges understands. */
export interface JudgeOptions {
  readonly format?: readonly string[];
  readonly rule?: readonly string[];
  readonly maxWarnings?: number;
  readonly timing?: boolean;
}
