// How well secrets are found, by class and by type, and how rarely anything else, beside secretlint and gitleaks:
// `node bench/secrets.js --corpus CLONE… --documents FOLDER…`, where a corpus is a clone of gitleaks, betterleaks, noseyparker,
// kingfisher, titus, trufflehog, detect-secrets, semgrep-rules or secretlint (their own test cases are read), and documents
// hold no secrets: python/peps, kubernetes/enhancements, rust-lang/rfcs. Fails where a floor is not kept. `npm ci --prefix
// bench` brings secretlint; gitleaks is taken from the path, or from --gitleaks FILE.
import { runBundled } from './run-bundled.js';

await runBundled('secrets/measure.ts');
