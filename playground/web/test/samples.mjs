// Every complete sample of the documentation opens in the embedded page, and does there what the documentation says.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { fresh, opened, says, test, WAIT } from './driver.mjs';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const PAGES = [
  join(ROOT, 'README.md'),
  ...readdirSync(join(ROOT, 'grammar/docs'), { recursive: true })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => join(ROOT, 'grammar/docs', name)),
];
const POD = { name: 'pod.yaml', text: 'apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec: {containers: [{name: c, image: nginx}]}\n' };

/** Depends on what the manifests beside the sample happen to be. */
const UNUSED_WAIVER = 'BY0804';

/** As anybody's script may make it: see the page's documentation. */
const link = (state) => `#1.${deflateRawSync(JSON.stringify(state)).toString('base64url')}`;

/** What stands behind a fence, as the tests of the documentation read it; a part of a file is no sample. */
const samples = (path) => {
  const found = [];
  const named = new Map();
  const fences = /^```([^\n`]*)\n([^]*?)^```$/gm;
  const text = readFileSync(path, 'utf8');
  for (const [, words, block] of text.matchAll(fences)) {
    const [language, ...rest] = words.split(' ');
    const fails = rest.indexOf('fails');
    const name = fails !== 0 && rest.length > 0 && rest[0] !== 'in' ? rest[0].split('/').at(-1) : undefined;
    if (name) {
      named.set(name, block);
    }
    if (language === 'bylaw' && rest[0] !== 'in') {
      const others = rest.includes('with') ? [rest[rest.indexOf('with') + 1]] : [];
      const manifests = [...named].filter(([other]) => other.endsWith('.yaml')).map(([other, of]) => ({ name: other, text: of }));
      found.push({
        rules: [{ name: `sample-${found.length + 1}.bylaw`, text: block }, ...others.map((other) => ({ name: other, text: named.get(other) }))],
        manifests: manifests.length > 0 ? manifests : [POD],
        codes: fails < 0 ? [] : rest.slice(fails + 1),
      });
    }
  }
  return found;
};

assert.ok(PAGES.flatMap(samples).length > 80, 'the samples are found');

for (const path of PAGES.filter((one) => samples(one).length > 0)) {
  test(`every sample opens in the embedded page: ${path.slice(ROOT.length)}`, async (page) => {
    await opened(page, '', '?embed');
    for (const { codes, ...texts } of samples(path)) {
      const state = { ...texts, pack: '' };
      await page.evaluate((hash) => (location.hash = hash), link(state));
      await page.getByRole('button', { name: state.rules[0].name, exact: true }).waitFor(WAIT);
      await fresh(page);
      const told = await page.locator('.finding.error .severity, .finding.warning .severity').allTextContents();
      const ofRules = [...new Set(told.map((one) => one.split(' ')[1]).filter((code) => /^BY0[1-8]/.test(code) && code !== UNUSED_WAIVER))].sort();
      assert.deepEqual(ofRules, codes, state.rules[0].text);
    }
  });
}

test('the embedded page leads to the whole one, with the same texts', async (page) => {
  await opened(page, '', '?embed');
  await says(page, '3 findings');
  const whole = page.getByRole('link', { name: 'Open in the playground' });
  const address = new URL(await whole.getAttribute('href'), page.url());
  assert.equal(address.search, '');
  await page.goto('about:blank');
  await page.goto(address.href);
  await says(page, '3 findings');
  assert.equal(await page.isVisible('footer'), true);
  assert.equal(await page.getByRole('link', { name: 'Open in the playground' }).count(), 0);
});
