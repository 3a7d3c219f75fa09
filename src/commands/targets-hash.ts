import { hashTargetPath } from '../targets/hash-target-path.ts';
import { UsageError } from './failure.ts';
import { type ExitCode, type Io, print } from './printing/output.ts';

function hashOf(path: string): string {
  try {
    return hashTargetPath(path);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UsageError(
      'Only a folder is hashed whose path begins at the root of the file system, or with `~/`.',
      "Write `/srv/shop`, or `'~/src/shop'` in quotes, which stands for any home. A relative path goes under `paths`, an address under `remotes`.",
    );
  }
}

/** The hash of a target's path, for a policy that may not name it. The path is not looked at. */
export async function targetsHash(path: string, io: Io): Promise<ExitCode> {
  await print(io.stdout, `${hashOf(path)}\n`);
  return 0;
}
