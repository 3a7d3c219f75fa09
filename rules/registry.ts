import type { AnyRule } from '../src/rule.ts';
import { statusValue } from './decision/status-value.ts';
import { noCopiedEvidence } from './evidence/no-copied-evidence.ts';
import { noEvidenceFile } from './evidence/no-evidence-file.ts';
import { unreadable } from './file/unreadable.ts';
import { suppression } from './policy/suppression.ts';
import { noSecretValue } from './secrets/no-secret-value.ts';
import { authorityBanner } from './sot/authority-banner.ts';
import { corePromotion } from './sot/core-promotion.ts';
import { frontMatter } from './sot/front-matter.ts';
import { noLink } from './target/no-link.ts';
import { noPath } from './target/no-path.ts';
import { unlistedPath } from './target/unlisted-path.ts';

/** Every rule, in the order of ids. Written by `npm run generate`. */
export const RULES: readonly AnyRule[] = [
  statusValue,
  noCopiedEvidence,
  noEvidenceFile,
  unreadable,
  suppression,
  noSecretValue,
  authorityBanner,
  corePromotion,
  frontMatter,
  noLink,
  noPath,
  unlistedPath,
];
