import type { AnyRule } from '../src/rule.ts';
import { matchesDecision } from './admission/matches-decision.ts';
import { schema } from './admission/schema.ts';
import { npmCase } from './build/npm-case.ts';
import { report } from './build/report.ts';
import { admittedModel } from './config/admitted-model.ts';
import { approvalSource } from './decision/approval-source.ts';
import { authority } from './decision/authority.ts';
import { branchFields } from './decision/branch-fields.ts';
import { exactModel } from './decision/exact-model.ts';
import { fallback } from './decision/fallback.ts';
import { history } from './decision/history.ts';
import { reviewTrigger } from './decision/review-trigger.ts';
import { singleState } from './decision/single-state.ts';
import { statusValue } from './decision/status-value.ts';
import { transition } from './decision/transition.ts';
import { noCopiedEvidence } from './evidence/no-copied-evidence.ts';
import { noEvidenceFile } from './evidence/no-evidence-file.ts';
import { references } from './evidence/references.ts';
import { blinded } from './file/blinded.ts';
import { unreadable } from './file/unreadable.ts';
import { noApproval } from './packet/no-approval.ts';
import { requiredStatements } from './packet/required-statements.ts';
import { suppression } from './policy/suppression.ts';
import { weakened } from './policy/weakened.ts';
import { protectedPath } from './scope/protected-path.ts';
import { vendoredSource } from './scope/vendored-source.ts';
import { credentialClassOnly } from './secrets/credential-class-only.ts';
import { noSecretValue } from './secrets/no-secret-value.ts';
import { authorityBanner } from './sot/authority-banner.ts';
import { corePromotion } from './sot/core-promotion.ts';
import { frontMatter } from './sot/front-matter.ts';
import { noAuthorityClaim } from './sot/no-authority-claim.ts';
import { requiredSotStatements } from './sot/required-statements.ts';
import { noLink } from './target/no-link.ts';
import { noPath } from './target/no-path.ts';
import { unlistedPath } from './target/unlisted-path.ts';
import { commandShape } from './task/command-shape.ts';
import { contract } from './task/contract.ts';
import { acceptance } from './work/acceptance.ts';
import { drift } from './work/drift.ts';
import { gate } from './work/gate.ts';
import { reference } from './work/reference.ts';
import { shape } from './work/shape.ts';
import { uniqueId } from './work/unique-id.ts';

/** Every rule, in the order of ids. Written by `npm run generate`. */
export const RULES: readonly AnyRule[] = [
  matchesDecision,
  schema,
  npmCase,
  report,
  admittedModel,
  approvalSource,
  authority,
  branchFields,
  exactModel,
  fallback,
  history,
  reviewTrigger,
  singleState,
  statusValue,
  transition,
  noCopiedEvidence,
  noEvidenceFile,
  references,
  blinded,
  unreadable,
  noApproval,
  requiredStatements,
  suppression,
  weakened,
  protectedPath,
  vendoredSource,
  credentialClassOnly,
  noSecretValue,
  authorityBanner,
  corePromotion,
  frontMatter,
  noAuthorityClaim,
  requiredSotStatements,
  noLink,
  noPath,
  unlistedPath,
  commandShape,
  contract,
  acceptance,
  drift,
  gate,
  reference,
  shape,
  uniqueId,
];
