import type { Refusal } from '../disk/refusal.ts';
import type {
  AdmissionData,
  BuildReportData,
  GeneratedConfigData,
  LocalAdapterData,
} from '../documents/kinds/formats.ts';
import type { Policy } from '../policy/policy.ts';
import type { Decided } from '../route/decision.ts';
import type { Asked } from './environment.ts';

/** The parts of a policy without which there is no gate. */
export type GatePolicy = Policy &
  Required<{ [K in 'decision' | 'build' | 'task' | 'run']: NonNullable<Policy[K]> }>;

/** A structured file that the gate needs, as far as it could be had. */
export type Given<T> =
  | { readonly state: 'unnamed' }
  | { readonly state: 'refused'; readonly refusal: Refusal }
  | {
      readonly state: 'read';
      /** SHA-256 of the bytes that were judged, hex. */
      readonly digest: string;
      /** Undefined where the file is not of its format. */
      readonly value: T | undefined;
      /** What is wrong with it, a sentence each. */
      readonly faults: readonly string[];
    };

/** The provider's binary: its digest and mode, or why there is none. */
export type Binary =
  | { readonly state: 'unnamed' }
  | { readonly state: 'refused'; readonly refusal: Refusal }
  | { readonly state: 'read'; readonly digest: string; readonly executable: boolean };

/** The build report that goes with the binary. Faults are told apart by whether they concern source or pin. */
export type Build = Given<BuildReportData> & { readonly identityFaults: readonly string[] };

export interface DecisionFacts {
  /** The decision that the admission is nearest to; the only one where there is no admission. */
  readonly decided: Decided | undefined;
  /** What makes its record no decision: rules that it breaks, a sentence each. */
  readonly faults: readonly string[];
  /** Keys in which the admission contradicts it. */
  readonly differing: readonly string[];
}

export interface DataDirectory {
  /** Why it is not isolated. */
  readonly shared: readonly string[];
  readonly config: Given<GeneratedConfigData>;
  /** Roles of the config that name what is not admitted. */
  readonly roleFaults: readonly string[];
  readonly adapter: Given<LocalAdapterData>;
}

/** The command that the harness wants to run, if it named one. */
export interface AskedCommand {
  readonly words: readonly string[];
  /** Whether a secret or a path of a target stands in it. */
  readonly faults: readonly string[];
  /** The task file that it names; absent where the command is not of the shape. */
  readonly task: { readonly refusal: Refusal } | { readonly faults: readonly string[] } | undefined;
}

/** Everything that the gate decides upon, gathered beforehand. Plain data. */
export interface GateFacts {
  readonly asked: Asked;
  readonly policy: GatePolicy;
  readonly decision: DecisionFacts;
  readonly admission: Given<AdmissionData>;
  readonly binary: Binary;
  readonly build: Build;
  readonly dataDir: DataDirectory | undefined;
  /** Places of the credentials that are not there; undefined where the policy says nothing of the class. */
  readonly absentCredentials: readonly string[] | undefined;
  readonly command: AskedCommand | undefined;
}
