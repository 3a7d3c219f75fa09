// How time grows with hostile text: `node bench/hostile.js [--only NAME] [--random N] [--seed N] [--kilobytes N]`. Every
// detector, parser and writer reads texts that are made of one short unit over and over, twice as much each time, up to a
// megabyte. Fails where time grows faster than the text, as far as that costs anything.
import { runBundled } from './run-bundled.js';

await runBundled('hostile/measure.ts');
