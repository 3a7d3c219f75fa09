#!/usr/bin/env node
import { waitsForOptimiser } from './start/optimiser.ts';
import { isStagedHook } from './start/staged-hook.ts';
import { startScript } from './start/start-script.ts';

startScript('cli', isStagedHook(process.argv.slice(2)) && waitsForOptimiser() ? 'short' : 'long');
