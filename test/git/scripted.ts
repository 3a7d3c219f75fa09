import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { ENVIRONMENT, Temporary } from './temporary.ts';

/**
 * An environment with a git of its own, which answers one command by a shell script and has the real git answer every
 * other: how git fails cannot be had otherwise.
 */
export function scripted(command: string, script: string): NodeJS.ProcessEnv {
  const folder = temporaryFolder('shared');
  const lines = [
    '#!/bin/sh',
    // The folder of this script comes first in PATH: behind it is the real one.
    `case " $* " in *" ${command} "*) ;; *) PATH="\${PATH#*:}" exec git "$@";; esac`,
    script,
  ];
  new Temporary(folder).write('git', `${lines.join('\n')}\n`);
  chmodSync(join(folder, 'git'), 0o755);
  return { ...ENVIRONMENT, PATH: `${folder}:${ENVIRONMENT.PATH}` };
}
