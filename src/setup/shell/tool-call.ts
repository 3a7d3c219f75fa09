/** `cto-lint`, `node_modules/.bin/cto-lint`, `cto-lint@0.1.0`, `/srv/tools/cto-lint/dist/main.js`. */
const NAME = /(?:^|\/)(?:cto-lint(?:@[\w.^~-]{1,100})?|main\.js)$/;

/** Commands that may name the tool, and do not run it. */
const OTHERS = new Set(
  '. : [ [[ cat cd cp echo export git grep hash ls mkdir mv printf rm source test true type which'.split(' '),
);
const LOOK_UP = /^(?:which|type|hash)$/;
const INSTALLS = /^(?:a|add|audit|ci|config|i|install|link|ls|pack|remove|uninstall|update|view|why)$/;
/** What tells something and judges nothing. */
const TELLS = /^(?:--version|-V|--help|-h|help|init|doctor|explain|rules|status|completions|demo|targets)$/;

/** Without `CI=1 …` before it. */
function withoutSettings(words: readonly string[]): readonly string[] {
  const at = words.findIndex((word) => !/^\w+=/.test(word));
  return at < 0 ? [] : words.slice(at);
}

/** Whether a command only asks where the tool is: `command -v cto-lint`, `[ -x node_modules/.bin/cto-lint ]`. */
export function looksUp(words: readonly string[]): boolean {
  const [first = '', second = ''] = withoutSettings(words);
  if (!words.some((word) => NAME.test(word))) return false;
  if (first === 'command') return /^-[vV]$/.test(second);
  return (
    LOOK_UP.test(first) || (/^(?:\[|\[\[|test)$/.test(first) && words.some((word) => /^-[efxs]$/.test(word)))
  );
}

/** Whether a command has the tool judge: not one that asks for its version, installs it or speaks of it. */
export function judges(words: readonly string[]): boolean {
  const own = withoutSettings(words);
  const [first = '', second = ''] = own;
  if (OTHERS.has(first) || looksUp(own)) return false;
  if (/^(?:npm|pnpm|yarn|bun)$/.test(first) && INSTALLS.test(second)) return false;
  const at = own.findIndex((word) => NAME.test(word));
  return at >= 0 && !own.slice(at + 1).some((word) => TELLS.test(word));
}
