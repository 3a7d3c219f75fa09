import { startScript } from './start-script.ts';
import { useOf } from './use.ts';

// The words of the program that started it: code is kept for one use of them.
startScript('thread', useOf(process.argv.slice(2)));
