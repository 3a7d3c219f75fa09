// How well copied evidence is found, and how rarely anything else: `node bench/evidence.js --documents FOLDER…`.
// Run directories are made from the output of real tools, each time anew; public documents are read from folders that
// you give (clones of python/peps, kubernetes/enhancements, rust-lang/rfcs, say). Fails where a floor is not kept.
import { runBundled } from './run-bundled.js';

await runBundled('evidence/measure.ts');
