// The extension as one file, which needs nothing but VS Code: node build.mjs
import { build } from 'esbuild';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';

const options = { bundle: true, platform: 'node', target: 'node20', format: 'cjs', minify: true, legalComments: 'none', logLevel: 'warning' };

const { metafile } = await build({ ...options, entryPoints: ['src/extension.ts'], outfile: 'out/extension.cjs', external: ['vscode'], metafile: true });
// By itself, for the test that starts what the extension would start.
await build({ ...options, entryPoints: ['src/server.ts'], outfile: 'out/server.cjs' });

// What is bundled goes out with its licences.
const folders = new Set(Object.keys(metafile.inputs).flatMap((input) => input.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0] ?? []));
const notices = [...folders].sort().map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const file = existsSync(folder) && readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file) {
    throw new Error(`${name} has no licence to hand on`);
  }
  return `${name} ${version} (${license})\n\n${readFileSync(`${folder}/${file}`, 'utf8').trim()}\n`;
});
writeFileSync('out/NOTICE.txt', `Bylaw for VS Code holds these packages.\n\n${notices.join('\n----\n\n')}`);
