/**
 * Beginnings of files in which a test's library records what it sent and got, as its next run is to meet it again:
 * `interactions:` of VCR (vcrpy, Ruby's VCR, Betamax, go-vcr), `"log": {` of a HAR, `"scope": "https://…` of nock.
 */
const BEGINNINGS: readonly RegExp[] = [
  /^\s{0,9}(?:---\s{1,9})?(?:version: \d\s{1,9})?\{?\s{0,9}"?(?:http_)?interactions"?:\s{0,9}[[-]/,
  /^\s{0,9}\{\s{0,9}"log":\s{0,9}\{\s{0,9}"(?:version|creator|_recordingName)":/,
  /^\s{0,9}\[\s{0,9}\{\s{0,9}"scope":\s{0,9}"https?:/,
];

/** Whether a text is a recording of requests and answers, whose ids and times are a service's. */
export function recordsTraffic(text: string): boolean {
  return BEGINNINGS.some((beginning) => beginning.test(text));
}
