/** The texts of the page for other places: Markdown, a command line, an archive. */
import type { CheckAnswer, NamedText, RuleFacts, Texts } from './protocol';
import { verdict } from './views';
import { zip } from './zip';

/** Longer than any run of backquotes in the text, as CommonMark wants its fences. */
const fenced = (language: string, text: string): string => {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text.replace(/\n?$/, '\n')}${fence}\n`;
};

export const asMarkdown = (texts: Texts, check: CheckAnswer | undefined, link: string): string => {
  const part = (file: NamedText, language: string): string => `\`${file.name}\`:\n\n${fenced(language, file.text)}`;
  const findings = (check?.findings ?? []).map(
    (one) => `- **${one.outcome === 'violated' ? one.severity : one.outcome}** ${one.message} (\`${one.rule}\`, ${one.at.file}:${one.at.line})`,
  );
  return [
    ...texts.rules.map((file) => part(file, 'bylaw')),
    ...texts.manifests.map((file) => part(file, 'yaml')),
    ...(check ? [[verdict(check), ...(findings.length > 0 ? ['', ...findings] : [])].join('\n') + '\n'] : []),
    `[Open it in the playground](${link})\n`,
  ].join('\n');
};

/** HTML that shows these texts in the page of somebody else. */
export const frame = (link: string): string => {
  const url = new URL(link);
  url.search = '?embed';
  return `<iframe src="${url.href}" title="Bylaw playground" width="100%" height="520" loading="lazy"></iframe>`;
};

/** In quotes for a POSIX shell where it needs them. */
const quoted = (word: string): string => (/^[\w./-]+$/.test(word) && !word.startsWith('-') ? word : `'${word.replaceAll("'", `'\\''`)}'`);

export const commandLine = (texts: Texts): string => {
  const rules = [...texts.rules.map((file) => file.name), ...(texts.pack ? [texts.pack] : [])];
  return ['bylaw check', ...rules.map((name) => `--rules ${quoted(name)}`), ...texts.manifests.map((file) => quoted(file.name))].join(' ');
};

/** Rules, manifests, and tests that hold what the page found: `bylaw test` in the folder runs them. */
export const archive = (texts: Texts, check: CheckAnswer | undefined): Blob =>
  zip([...texts.rules, ...texts.manifests, ...(check?.compiles && own(texts, check).length > 0 ? [testOf(texts, check)] : [])]);

/** Those of a standard pack are not in the folder, and need no test of it. */
const own = (texts: Texts, check: CheckAnswer): RuleFacts[] =>
  check.rules.filter((rule) => texts.rules.some((file) => file.name === rule.clause.file));

const testOf = (texts: Texts, check: CheckAnswer): NamedText => {
  const outcomes = own(texts, check).map((rule) => {
    const found = check.findings.filter((one) => one.rule === rule.id);
    const outcome = found.some((one) => one.outcome === 'violated')
      ? 'violated'
      : found.length > 0
        ? 'waived'
        : check.applied.includes(rule.id)
          ? 'passed'
          : 'not applicable';
    return `  expect ${rule.id} ${outcome}\n`;
  });
  const given = texts.manifests.map((file) => `  given file ${JSON.stringify(file.name)}\n`);
  return { name: 'playground.test.bylaw', text: `test "as the playground showed it" {\n${given.join('')}${outcomes.join('')}}\n` };
};
