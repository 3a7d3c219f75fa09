import { describe, expect, it } from 'vitest';
import { NOTHING_DETECTED } from '../../src/check/detectors.ts';
import { frameOf } from '../../src/check/frames.ts';
import { placeOf, type SourceFile } from '../../src/file.ts';

function fileOf(text: string, secrets: readonly { start: number; end: number }[] = []): SourceFile {
  return {
    path: 'a.md',
    mode: '100644',
    blob: '',
    size: text.length,
    text,
    encoding: 'utf-8',
    unreadable: undefined,
    commit: undefined,
    origin: 'tree',
    ...NOTHING_DETECTED,
    secrets: secrets.map((span) => ({
      ...span,
      type: 'password',
      certainty: 'certain' as const,
      surface: 'content' as const,
      fingerprint: '',
    })) as unknown as SourceFile['secrets'],
  };
}

describe('frameOf', () => {
  it('shows the line and its neighbours, secrets masked', () => {
    const text = 'one\ntwo abc\nthree\nfour\n';
    expect(frameOf(placeOf(fileOf(text, [{ start: 8, end: 11 }]), { start: 8, end: 11 }))).toEqual({
      firstLine: 1,
      lines: ['one', 'two ***', 'three'],
    });
  });

  it('leaves out what is far from the finding, so that a line of megabytes is not copied for each of its findings', () => {
    const line = 'x'.repeat(1_000_000);
    const file = fileOf(`${line}\n${line}abc${line}\n${line}\n`, [{ start: 2_000_001, end: 2_000_004 }]);
    const frame = frameOf(placeOf(file, { start: 2_000_001, end: 2_000_004 }));
    expect(frame).toEqual({
      firstLine: 1,
      lines: ['x'.repeat(10_000), `${'x'.repeat(5000)}***${'x'.repeat(4997)}`, 'x'.repeat(10_000)],
      skipped: 995_000,
    });
  });
});
