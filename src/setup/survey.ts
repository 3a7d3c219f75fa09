/** What `init` may know of a repository: names, and the texts of small regular files. Nothing of it is run. */
export interface Survey {
  /** Tracked files, and untracked ones that git does not ignore; from the root, `/`-separated. */
  readonly paths: ReadonlySet<string>;
  /** Paths of submodules. */
  readonly submodules: readonly string[];
  /** Folders below the root, ignored ones too, that hold run directories. */
  readonly runFolders: readonly string[];
  /** Where git looks for hooks: relative to the root where it lies below it, else absolute. */
  readonly hooks: {
    readonly folder: string;
    /** The configuration that sets `core.hooksPath`; `undefined` where none does. */
    readonly setBy: string | undefined;
    /** In the repository's own administration, or below its root: this repository's and nobody else's. */
    readonly isOwn: boolean;
  };
  /** How hooks that are committed call the tool, and how a hook of this machine alone does. */
  readonly call: {
    readonly committed: string;
    readonly local: string;
    /** What installs the tool, where the hooks would not find it. */
    readonly install: string | undefined;
  };
  readonly version: string;
  /** The branch that pushes are judged on; `undefined` where none can be told. */
  readonly mainBranch: string | undefined;
  /** The text of a file, or of a hook by its path as above; `undefined` where there is no small regular file. */
  readonly read: (path: string) => string | undefined;
}
