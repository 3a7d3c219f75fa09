#!/usr/bin/env node
import { startScript } from './start/start-script.ts';

startScript('cli');
