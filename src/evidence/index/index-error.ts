/** Why a committed index can't be used. The message never quotes the file. */
export class EvidenceIndexError extends Error {
  override readonly name = 'EvidenceIndexError';
  readonly reason: 'missing' | 'malformed' | 'unknown-version' | 'key-missing' | 'key-wrong';
  readonly help: string;

  constructor(reason: EvidenceIndexError['reason'], message: string, help: string) {
    super(message);
    this.reason = reason;
    this.help = help;
  }
}
