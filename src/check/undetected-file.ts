import type { Encoding, FileMode, SourceFile } from '../file.ts';
import type { DecodedFile } from './detectors.ts';

function unknown(): never {
  throw new Error('a file that is not judged is asked for what the detectors found in it');
}

/**
 * A file that is read for what it says, and not judged: what a commit changed was before, or a document of the route
 * that nobody touched. No detector has looked at it, which takes far longer than reading it; who asks what they found
 * gets no empty list, which would be a pass.
 */
export class UndetectedFile implements SourceFile {
  readonly path: string;
  readonly mode: FileMode;
  readonly blob: string;
  readonly size: number;
  readonly text: string;
  readonly encoding: Encoding;
  readonly unreadable: SourceFile['unreadable'];
  readonly commit: string | undefined;
  readonly origin: SourceFile['origin'];

  constructor(file: DecodedFile) {
    this.path = file.path;
    this.mode = file.mode;
    this.blob = file.blob;
    this.size = file.size;
    this.text = file.text;
    this.encoding = file.encoding;
    this.unreadable = file.unreadable;
    this.commit = file.commit;
    this.origin = file.origin;
  }

  get secrets(): never {
    return unknown();
  }
  get moreSecrets(): never {
    return unknown();
  }
  get evidence(): never {
    return unknown();
  }
  get evidenceFile(): never {
    return unknown();
  }
  get targets(): never {
    return unknown();
  }
  get unlistedPaths(): never {
    return unknown();
  }
}
