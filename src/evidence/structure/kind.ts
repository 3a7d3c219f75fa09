import type { Name } from '../../name.ts';
import type { Line } from '../text/lines.ts';
import type { Assignment } from './assignments.ts';

/** What one line adds to each kind of block: how much it weighs, and which distinct things it names. */
export interface Signal {
  readonly line: number;
  readonly weight: number;
  readonly keys?: readonly string[];
  readonly volatile?: number;
}

/** What a kind looks at. */
export type KindLine = Pick<Line, 'text' | 'marks'>;

/**
 * `marks`: a name, or two marks that a run leaves in all it writes. `name`: only a name, as a block that is told by its times
 * has one of the marks already. `nothing`: so little that naming the run beside it proves nothing.
 */
export type Binding = 'marks' | 'name' | 'nothing';

/** A kind of block: so much within so many physical lines. */
export interface Kind {
  readonly told: Name;
  readonly window: number;
  /** Sum of the weights. */
  readonly weight?: number;
  /** Distinct keys, and concrete values beside them. */
  readonly keys?: number;
  readonly values?: number;
  /** One of the keys must be of this sort. */
  readonly needs?: (key: string) => boolean;
  /** What binds such a block to a run; where nothing does, it is never more than likely. */
  readonly bindsBy?: Binding;
  /** Looks the same whoever runs it: none where nothing binds it. */
  readonly isCommon?: boolean;
  /** One of these marks stands in every line that adds something. */
  readonly marks?: number;
  /** So many digits at least. */
  readonly digits?: number;
  signal(line: KindLine, assignments: readonly Assignment[]): Omit<Signal, 'line'> | undefined;
}
