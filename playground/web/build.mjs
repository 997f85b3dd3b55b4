// Puts the page together in ../target/page, beside what Maven has put there: node build.mjs
import { build } from 'esbuild';
import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { minify } from 'terser';
import { shareFieldNames } from './fields.mjs';

const page = '../target/page';
const options = { minify: true, format: 'esm', target: 'es2022', charset: 'utf8', legalComments: 'none', logLevel: 'warning' };

// The parts of an older build have other names.
for (const name of readdirSync(page).filter((file) => /^(part|page).*\.js$/.test(file))) {
  rmSync(`${page}/${name}`);
}
cpSync('../target/translated/unicode.bin', `${page}/unicode.bin`);
const engine = shareFieldNames(readFileSync('../target/translated/engine.js', 'utf8'));
writeFileSync(`${page}/engine.js`, engine);

// What the first verdict does not need is a file of its own, which is fetched later.
const version = /<version>([^<]+)<\/version>/.exec(readFileSync('../pom.xml', 'utf8'))[1];
const define = { VERSION: JSON.stringify(version) };
await build({ ...options, define, bundle: true, splitting: true, chunkNames: 'part-[hash]', entryPoints: ['src/page.ts', 'src/start.ts', 'src/worker.ts'], external: ['./start.js'], outdir: page });
await build({ ...options, entryPoints: ['page.css'], outdir: page });
// Terser looks further than esbuild does: it is slower, and 4 % of the engine is gone, 3 % of the rest.
for (const name of readdirSync(page).filter((file) => file.endsWith('.js'))) {
  const { code } = await minify(readFileSync(`${page}/${name}`, 'utf8'), { module: true, ecma: 2020, format: { ascii_only: true } });
  writeFileSync(`${page}/${name}`, code);
}
cpSync('index.html', `${page}/index.html`);

const gallery = '../src/main/gallery';
const examples = readdirSync(gallery).sort().map((name) => {
  const file = (of) => readFileSync(`${gallery}/${name}/${of}`, 'utf8');
  const [title, about] = file('about.txt').split('\n');
  return { name, title, about, rules: file('rules.bylaw'), manifest: file('manifest.yaml') };
});
writeFileSync(`${page}/gallery.json`, JSON.stringify(examples));
