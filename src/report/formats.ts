import type { Format, FormatContext, Report } from './report.ts';

/** Each format is a module of its own, loaded when it is asked for: the hook starts with one of them, not seven. */
const LOADERS = {
  pretty: async () => (await import('./pretty.ts')).pretty,
  json: async () => (await import('./json.ts')).json,
  sarif: async () => (await import('./sarif.ts')).sarif,
  github: async () => (await import('./github.ts')).github,
  junit: async () => (await import('./junit.ts')).junit,
  gitlab: async () => (await import('./gitlab.ts')).gitlab,
  markdown: async () => (await import('./markdown.ts')).markdown,
} satisfies Record<string, () => Promise<Format>>;

export type FormatName = keyof typeof LOADERS;

export const FORMAT_NAMES = Object.keys(LOADERS) as readonly FormatName[];

/** Formats that people read. Beside the others, standard error says what was judged. */
export const READABLE_FORMATS: ReadonlySet<FormatName> = new Set<FormatName>([
  'pretty',
  'github',
  'markdown',
]);

export function isFormatName(name: string): name is FormatName {
  return Object.hasOwn(LOADERS, name);
}

/** The report as text that ends in a line feed. */
export async function formatReport(
  name: FormatName,
  report: Report,
  context: FormatContext,
): Promise<string> {
  const format: Format = await LOADERS[name]();
  return format(report, context);
}
