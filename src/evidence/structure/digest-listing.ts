/*
 * A list of digests is how a document refers to a run's files: in sentences, bullets and tables, it copies nothing. What
 * a program wrote is another thing: a piece of a report's JSON, or the output of sha256sum.
 */

/**
 * In JSON:  "trace.jsonl": "sha256:9f0c…"  (without the first quote, which a line's decoration takes away), also with
 * the digest redacted or its digits changed.
 */
const JSON_DIGEST = /([\w/-]{1,80}\.[\w./-]{1,80})" ?: ?"(?:sha\d{1,3}:[^"\n]{0,80}|[0-9a-f]{64})"/gi;

/** What follows the name there: most lines have none, and are told so at their quotes alone. */
const DIGEST_VALUE = /" ?: ?"(?:sha\d{1,3}:|[0-9a-f]{64}")/i;

/** `9f0c…  trace.jsonl`, `9f0c… *trace.jsonl` of sha256sum; `SHA256 (trace.jsonl) = 9f0c…` of BSD's and of OpenSSL. */
const SUM = /^(?:[0-9a-f]{64} [ *](\S{1,200})|SHA(?:2-)?256 ?\((\S{1,200})\) ?= ?[0-9a-f]{64})$/i;

/** What a run's files are called. */
const ARTIFACT =
  /(?:^|\/)(?:report\.(?:json|md)|events\.normalized\.jsonl|trace\.jsonl|patch\.diff|test\.log|backend\/[\w.-]{1,40}\.(?:log|txt))$/i;

/** The files that a line lists with their digests, as a program writes it. */
function listedFiles(text: string): readonly string[] {
  const inJson = DIGEST_VALUE.test(text) ? [...text.matchAll(JSON_DIGEST)].map(([, name = '']) => name) : [];
  if (inJson.length > 0) return inJson;
  const found = SUM.exec(text.trimEnd());
  const name = found?.[1] ?? found?.[2];
  return name === undefined ? [] : [name];
}

/** `"sha256:9f0c…",` alone on its line: JSON that was wrapped. */
const WRAPPED = /^sha256:[0-9a-f]{64}",?$/i;

export function listsDigests(line: string): boolean {
  return WRAPPED.test(line) || listedFiles(line).length > 0;
}

/** How many files of a run a line lists so. */
export function listedArtifacts(line: string): number {
  return listedFiles(line).filter((name) => ARTIFACT.test(name)).length;
}
