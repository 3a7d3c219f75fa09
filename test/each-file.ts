import { afterAll } from 'vitest';
import { unsetMalloc } from './lean-workers.ts';
import { removeSharedFolders } from './support/temporary-folder.ts';

unsetMalloc();
// Here and not where folders are made: that module is loaded once a worker, and a hook is of the file that it is set in.
afterAll(removeSharedFolders);
