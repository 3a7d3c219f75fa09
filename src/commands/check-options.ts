import type { ShardNumber } from '../check/shards.ts';
import type { JudgeOptions } from './judging/judge-options.ts';

/** The options of `check` as the command line names them. */
export interface CheckOptions extends JudgeOptions {
  readonly paths: readonly string[];
  /** The commands that there are: a misspelt one is taken for a path. */
  readonly commands?: readonly string[];
  readonly staged?: boolean;
  readonly range?: string;
  readonly rev?: string;
  readonly history?: boolean;
  readonly message?: string;
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  readonly policy?: string;
  readonly policyFrom?: string;
  readonly newOnly?: boolean | string;
  readonly today?: string;
  readonly allowEmpty?: boolean;
  readonly shard?: ShardNumber;
  readonly threads?: number;
  readonly cache?: boolean;
}
