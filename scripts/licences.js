import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** `node_modules/@scope/name/lib/x.js` → `node_modules/@scope/name`, of the innermost package. */
function packageFolder(input) {
  const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
  return match?.[1];
}

function licenceText(folder) {
  const file = readdirSync(folder).find((name) => /^(?:licen[cs]e|copying)/i.test(name));
  return file === undefined ? undefined : readFileSync(`${folder}/${file}`, 'utf8').trim();
}

/** The licences of what was bundled travel with it: one text of every package that a bundle has code of. */
export function bundledLicences(metafile) {
  const folders = new Set(Object.keys(metafile.inputs).map(packageFolder).filter(Boolean));
  const parts = [...folders].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    const text = existsSync(folder) ? licenceText(folder) : undefined;
    return `${name} ${version} (${license ?? 'see below'})\n\n${text ?? 'The package has no licence file of its own.'}\n`;
  });
  return `The bundles of cto-lint hold code of these packages.\n\n${parts.join(`\n${'-'.repeat(80)}\n\n`)}`;
}
