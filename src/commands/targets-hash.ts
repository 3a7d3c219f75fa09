import { hashTargetPath } from '../targets/hash-target-path.ts';
import { type ExitCode, type Io, print } from './output.ts';

/** The hash of a target's path, for a policy that may not name it. The path is not looked at. */
export async function targetsHash(path: string, io: Io): Promise<ExitCode> {
  await print(io.stdout, `${hashTargetPath(path)}\n`);
  return 0;
}
