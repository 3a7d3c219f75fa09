#!/usr/bin/env node
import { isStagedHook } from './start/staged-hook.ts';
import { startScript } from './start/start-script.ts';

startScript('cli', isStagedHook(process.argv.slice(2)) ? 'hook' : 'others');
