/**
 * Hosts that answer for models, each with the providers that it stands for. From the API references of the vendors and
 * routers; `bedrock-runtime.eu-west-1.amazonaws.com`, `eu-aiplatform.googleapis.com` and `NAME.openai.azure.com` by
 * their ends.
 */
const HOSTS: readonly (readonly [host: string, providers: readonly string[]])[] = [
  ['api.anthropic.com', ['anthropic']],
  ['api.openai.com', ['openai']],
  ['chatgpt.com/backend-api', ['openai', 'codex', 'chatgpt']],
  ['openai.azure.com', ['azure']],
  ['services.ai.azure.com', ['azure']],
  ['models.inference.ai.azure.com', ['github', 'azure']],
  ['models.github.ai', ['github']],
  ['api.githubcopilot.com', ['copilot']],
  ['generativelanguage.googleapis.com', ['google', 'gemini']],
  ['aiplatform.googleapis.com', ['google', 'vertex', 'gemini']],
  ['cloudcode-pa.googleapis.com', ['google', 'gemini']],
  ['bedrock-runtime', ['bedrock', 'aws', 'amazon']],
  ['openrouter.ai/api', ['openrouter']],
  ['api.mistral.ai', ['mistral']],
  ['codestral.mistral.ai', ['mistral', 'codestral']],
  ['api.groq.com', ['groq']],
  ['api.x.ai', ['xai', 'grok']],
  ['api.deepseek.com', ['deepseek']],
  ['api.together.xyz', ['together']],
  ['api.together.ai', ['together']],
  ['api.fireworks.ai', ['fireworks']],
  ['api.cerebras.ai', ['cerebras']],
  ['api.cohere.com', ['cohere']],
  ['api.cohere.ai', ['cohere']],
  ['api.perplexity.ai', ['perplexity']],
  ['api.moonshot.ai', ['moonshot', 'kimi']],
  ['api.moonshot.cn', ['moonshot', 'kimi']],
  ['api.z.ai', ['zai', 'z.ai', 'zhipu', 'glm']],
  ['open.bigmodel.cn', ['zai', 'zhipu', 'glm']],
  ['dashscope.aliyuncs.com', ['dashscope', 'alibaba', 'qwen']],
  ['dashscope-intl.aliyuncs.com', ['dashscope', 'alibaba', 'qwen']],
  ['api.minimax.io', ['minimax']],
  ['api.sambanova.ai', ['sambanova']],
  ['api.deepinfra.com', ['deepinfra']],
  ['api.replicate.com', ['replicate']],
  ['integrate.api.nvidia.com', ['nvidia']],
  ['router.huggingface.co', ['huggingface']],
  ['api-inference.huggingface.co', ['huggingface']],
  ['gateway.ai.cloudflare.com', ['cloudflare']],
  ['ai-gateway.vercel.sh', ['vercel']],
];

const BEDROCK = 'bedrock-runtime';
const escaped = (host: string): string =>
  host === BEDROCK
    ? `${BEDROCK}\\.[a-z\\d-]{1,30}\\.amazonaws\\.com`
    : host.replaceAll('.', '\\.').replace('/', '\\\\?/');

// `https://openrouter.ai/api/v1`, `https:\/\/openrouter.ai\/api`, `acme.openai.azure.com:443`; no `client-bedrock-runtime`
const HOST = new RegExp(
  `(?<![\\p{L}\\p{N}_])(?:${HOSTS.map(([host]) => escaped(host)).join('|')})(?![\\p{L}\\p{N}_-])`,
  'giu',
);

/** Places where a text names a host that answers for models, and is none of these providers'. */
export function* hostsNamed(text: string, providers: readonly string[]): Generator<number> {
  const expected = providers.map((provider) => provider.toLowerCase());
  for (const { 0: host, index } of text.matchAll(HOST)) {
    const named = host.toLowerCase().replace('\\', '');
    const names = HOSTS.find(([one]) => named.startsWith(one))?.[1] ?? [];
    if (!names.some((name) => expected.some((provider) => provider.includes(name)))) yield index;
  }
}
