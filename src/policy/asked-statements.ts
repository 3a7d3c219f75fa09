import type { PolicyData } from './schema.ts';

/** What documents have to say, by the rule that asks it; `documents`: of those globs, else of every one of its kind. */
export interface Asked {
  readonly rule: string;
  readonly kind: 'decision-packet' | 'sot';
  readonly documents: readonly string[] | undefined;
  readonly statements: readonly { readonly id: string; readonly says: string }[];
}

export function askedStatements({ packet, sot }: Pick<PolicyData, 'packet' | 'sot'>): readonly Asked[] {
  const ofPacket = { rule: 'packet/required-statements', kind: 'decision-packet' as const };
  const ofSot = { rule: 'sot/required-statements', kind: 'sot' as const };
  return [
    ...(packet ? [{ ...ofPacket, documents: undefined, statements: packet.statements }] : []),
    ...(sot?.statements ?? []).map(({ documents, statements }) => ({ ...ofSot, documents, statements })),
  ];
}
