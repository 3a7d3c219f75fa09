#!/usr/bin/env node
import { startScript } from './start/start-script.ts';
import { useOf } from './start/use.ts';

startScript('cli', useOf(process.argv.slice(2)));
