import type { Structure } from './structure.ts';
import { judgeTelling } from './typed-secret.ts';

/** A literal that may be a secret by its signs, so that no other one before it is taken for it: no reference, no word. */
const LITERAL = String.raw`"(?=[^"\s]{0,80}\d)(?=[^"\s]{0,80}[A-Za-z])(?<secret>[^"\s$/@]{8,500})"`;
/** Lines of a block; its own blocks are of one line or more. */
const LINES = String.raw`(?:[^\r\n{}]{0,300}(?:[{}][ \t]{0,4})?\r?\n){0,20}?`;
/** Keys that are no secret, whatever their value looks like. */
const OTHERS = String.raw`(?!["']?(?:[a-z_.-]{0,30}[_.-])?(?:user|username|host|hostname|url|uri|name|id|region|version|namespace|endpoint|checksum|digest|sha|hash)["']?[ \t]{0,20}[=:])`;

const judge: Structure['judge'] = ({ secret }) => judgeTelling(secret);

/** Values of what is declared to be a secret, under whatever key. */
export const DECLARED_SECRETS: readonly Structure[] = [
  {
    // https://registry.terraform.io/providers/hashicorp/kubernetes/latest/docs/resources/secret
    type: 'declared-secret',
    vendor: 'Kubernetes',
    near: ['"kubernetes_secret"', '"kubernetes_secret_v1"'],
    shape: new RegExp(
      `"kubernetes_secret(?:_v1)?"[ \\t]{1,4}"[^"\\r\\n]{1,80}"[ \\t]{0,4}\\{${LINES}[ \\t]{0,20}(?:binary_)?data[ \\t]{0,20}=[ \\t]{0,4}\\{[ \\t]{0,4}\\r?\\n(?:[^\\r\\n{}]{0,300}\\r?\\n){0,20}?[ \\t]{0,20}${OTHERS}["']?[\\w.-]{1,80}["']?[ \\t]{0,20}[=:][ \\t]{0,4}${LITERAL}`,
    ),
    judge,
  },
  {
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ssm_parameter: a String is none.
    type: 'declared-secret',
    vendor: 'AWS',
    near: ['"aws_ssm_parameter"'],
    shape: new RegExp(
      `"aws_ssm_parameter"[ \\t]{1,4}"[^"\\r\\n]{1,80}"[ \\t]{0,4}\\{(?=(?:[^\\r\\n}]{0,300}\\r?\\n){1,20}?[ \\t]{0,20}type[ \\t]{0,20}=[ \\t]{0,4}"SecureString")(?:[^\\r\\n}]{0,300}\\r?\\n){1,20}?[ \\t]{0,20}value[ \\t]{0,20}=[ \\t]{0,4}${LITERAL}`,
    ),
    judge,
  },
  {
    // https://registry.terraform.io/providers/integrations/github/latest/docs/resources/actions_secret, and what keeps
    // secrets for AWS, Azure and Google.
    type: 'declared-secret',
    near: [
      '"github_actions_secret"',
      '"github_actions_organization_secret"',
      '"github_actions_environment_secret"',
      '"github_dependabot_secret"',
      '"aws_secretsmanager_secret_version"',
      '"azurerm_key_vault_secret"',
      '"google_secret_manager_secret_version"',
    ],
    shape: new RegExp(
      `"[a-z_]{10,60}"[ \\t]{1,4}"[^"\\r\\n]{1,80}"[ \\t]{0,4}\\{(?:[^\\r\\n}]{0,300}\\r?\\n){1,20}?[ \\t]{0,20}(?:plaintext_value|secret_string|secret_data|value)[ \\t]{0,20}=[ \\t]{0,4}${LITERAL}`,
    ),
    judge,
  },
  {
    // https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/secretgenerator/
    type: 'declared-secret',
    vendor: 'Kubernetes',
    near: ['secretgenerator:'],
    shape: new RegExp(
      `secretGenerator:[ \\t]{0,4}\\r?\\n(?:[ \\t-][^\\r\\n]{0,300}\\r?\\n){0,20}?[ \\t]{0,20}(?:- )?literals:[ \\t]{0,4}\\r?\\n(?:[ \\t]{0,20}-[^\\r\\n]{0,300}\\r?\\n){0,20}?[ \\t]{0,20}-[ \\t]{1,4}["']?${OTHERS}[\\w.-]{1,80}=["']?(?=[^\\s"']{0,80}\\d)(?=[^\\s"']{0,80}[A-Za-z])(?<secret>[^\\s"'$/@]{8,500})["']{0,2}[ \\t]{0,4}(?:[\\r\\n]|$)`,
    ),
    judge,
  },
];
