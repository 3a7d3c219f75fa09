/**
 * Names that vendors give to models: a family, then signs with a digit in it (`claude-sonnet-4-6`, `gpt-5.5`,
 * `qwen3.6-35b-a3b`). From the model lists of Anthropic, OpenAI, Google, Meta, Alibaba, Mistral, DeepSeek, xAI, Z.ai,
 * Moonshot, Microsoft and Cohere. Without a digit only what is called by no other name, or ends in `latest`.
 */
const MODEL =
  /(?<![\p{L}\p{N}_-])(?:(?:claude|gpt|gemini|gemma|llama|qwen|qwq|mistral|mixtral|ministral|magistral|devstral|codestral|deepseek|grok|glm|kimi|minimax|nemotron|jamba|pixtral|ernie|hunyuan|doubao|phi|sonnet|opus|haiku|command-r|command-a)[a-z]{0,12}[-_.:]?(?:[a-z]{1,12}[-_.:]){0,3}[a-z]{0,4}\d[\w.:-]{0,60}|o[134]-(?:mini|pro|preview)[\w.:-]{0,40})/giu;
const ALIAS =
  /(?<![\p{L}\p{N}_-])(?:deepseek-(?:chat|reasoner|coder)|gemini-(?:pro|flash)|grok-beta|codex-mini|command-r-plus|(?:claude|gpt|gemini|mistral|ministral|magistral|codestral|devstral|pixtral|grok|kimi|qwen|codex)-(?:[a-z]{1,12}-){0,3}latest)(?![\p{L}\p{N}_-])/giu;

/** Names of models in a text, with their places; without the full stop of a sentence. */
export function* modelsNamed(text: string): Generator<{ readonly name: string; readonly at: number }> {
  for (const { 0: match, index } of text.matchAll(MODEL)) {
    const name = match.replace(/[.:_-]+$/, '');
    if (/\d/.test(name)) yield { name, at: index };
  }
  for (const { 0: name, index } of text.matchAll(ALIAS)) yield { name, at: index };
}
