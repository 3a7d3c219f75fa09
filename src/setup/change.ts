/** One file that a setup is about. */
export type Change =
  | { readonly kind: 'create'; readonly path: string; readonly text: string; readonly executable?: boolean }
  /** The whole new text; what was added stands in `added`, for whoever is asked. */
  | {
      readonly kind: 'extend';
      readonly path: string;
      readonly text: string;
      readonly added: string;
      readonly executable?: boolean;
    }
  /** Nothing is to be done, and why. */
  | { readonly kind: 'keep'; readonly path: string; readonly why: string }
  /** A person has to do it, and what. */
  | {
      readonly kind: 'by-hand';
      readonly path: string;
      readonly why: string;
      /** What is to be done with `what`: put into the file, or typed. */
      readonly to: 'add' | 'run';
      readonly what: string;
    };
