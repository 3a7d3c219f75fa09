import { MODEL_PROVIDERS } from './model-providers.ts';

/** Whose model a key names, or which of several. */
const WHOSE: ReadonlySet<string> = new Set([
  ...[...MODEL_PROVIDERS].flatMap((name) => name.split('-')),
  ...'default fallback primary secondary main small fast big large'.split(' '),
  ...'claude sonnet opus haiku gpt qwen llama code case ai agent subagent chat reasoning'.split(' '),
]);

/** What models are called, by their families: `claude-sonnet-4-6`, `anthropic/claude-3`, `o3-mini`. */
const MODEL_NAME =
  /^(?:[\w.-]{1,60}\/)?(?:claude|gpt|o[1-9]|codex|gemini|gemma|llama|qwen|mi[sx]tral|deepseek|grok|kimi|glm|phi)[\w.:-]{0,80}$/i;

/** `ANTHROPIC_DEFAULT_SONNET_MODEL`, `openaiModelName` → their words, up to the one that says `model`. */
function wordsBefore(key: string): readonly string[] | undefined {
  const words = key
    .slice(0, 100)
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter(Boolean);
  if (/^(?:id|name)$/.test(words.at(-1) ?? '')) words.pop();
  return /^(?:model|llm)$/.test(words.pop() ?? '') ? words : undefined;
}

/**
 * Whether a key names a model wherever it stands: of a vendor or a role that is known, or with a name of a model. Programs
 * take such keys as variables: https://code.claude.com/docs/en/env-vars
 */
export function isModelKey(key: string, value: string): boolean {
  const words = wordsBefore(key);
  return words?.every((word) => WHOSE.has(word)) === true || (words !== undefined && MODEL_NAME.test(value));
}

/** `--model`, `--fallback-model`: the next argument is a model. Behind `-m` it may be, or a module. */
const OPTION = /^--(?:[a-z]{1,20}-){0,2}model$/;
const OPTION_WITH_VALUE = /(?:^|\s)--(?:[a-z]{1,20}-){0,2}model(?:=|\s{1,8})["']?([^\s"']{1,100})/;

/** The model that an argument of a command names, alone or behind the one before it. */
export function modelInArgument(value: string, before: unknown): string | undefined {
  if (typeof before === 'string' && OPTION.test(before)) return value;
  if (before === '-m' && MODEL_NAME.test(value)) return value;
  return OPTION_WITH_VALUE.exec(value)?.[1];
}
