// Reads a JSON list of texts, and writes for each the scopes of its words as VS Code would find them:
// [start, end, innermost scope] by offsets in UTF-16 units.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

const require = createRequire(import.meta.url);
await oniguruma.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')));
const path = new URL('../syntaxes/bylaw.tmLanguage.json', import.meta.url);
const registry = new textmate.Registry({
  onigLib: Promise.resolve({
    createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text) => new oniguruma.OnigString(text),
  }),
  loadGrammar: async () => textmate.parseRawGrammar(readFileSync(path, 'utf8'), 'bylaw.tmLanguage.json'),
});
const grammar = await registry.loadGrammar('source.bylaw');

function tokens(text) {
  const all = [];
  let state = textmate.INITIAL;
  let offset = 0;
  for (const line of text.split('\n')) {
    const result = grammar.tokenizeLine(line, state);
    for (const token of result.tokens) {
      all.push([offset + token.startIndex, offset + Math.min(token.endIndex, line.length), token.scopes]);
    }
    state = result.ruleStack;
    offset += line.length + 1;
  }
  return all;
}

process.stdout.write(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map(tokens)));
