// Who cannot see colours, hold a mouse, or bear movement; who enlarges the page; and what a reader of the screen is told.
import assert from 'node:assert/strict';
import { DESK, dialog, example, FIXABLE, fresh, opened, PHONE, RAW, replace, says, test, violations, WAIT } from './driver.mjs';

const focused = (page, selector) => page.evaluate((wanted) => document.activeElement.matches(wanted), selector);

/** Nothing but the key: as often as there are things on the page, and no more. */
const tabTo = async (page, selector) => {
  for (let step = 0; step < 60; step++) {
    if (await focused(page, selector)) {
      return;
    }
    await page.keyboard.press('Tab');
  }
  assert.fail(`${selector} is not reached by Tab`);
};

test('Esc, then Tab, leaves a text', async (page) => {
  await opened(page);
  await page.click('#rules-text .cm-content');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.closest('.cm-editor')?.parentElement.id ?? ''), '');
});

test('keys alone: a rule is written, its findings walked and explained, and the page shared', async (page) => {
  const { keyboard } = page;
  await opened(page);
  await tabTo(page, '#rules-text .cm-content');
  await keyboard.press('Control+a');
  await keyboard.type('deny add contains any of [chown, SYS_ADMIN]\ndeny hostNetwork');
  await says(page, '2 findings: 2 medium');
  await keyboard.press('F8');
  await page.waitForFunction(() => getSelection().toString() === 'chown', null, WAIT);
  await keyboard.press('Escape');
  await keyboard.press('Tab');
  await tabTo(page, '#view-tests');
  await keyboard.press('Enter');
  await page.locator('#verdict-body', { hasText: 'There is no test' }).waitFor(WAIT);
  await keyboard.press('Shift+Tab');
  await keyboard.press('Shift+Tab');
  await keyboard.press('Enter');
  await tabTo(page, '.links button:nth-of-type(2)');
  await keyboard.press('Enter');
  await page.waitForSelector('.why.violated', WAIT);
  assert.ok(await focused(page, '#why-rule'), 'the choice of the rule has the focus');
  await keyboard.press('ArrowDown');
  await page.locator('#verdict-body', { hasText: 'hostNetwork' }).waitFor(WAIT);
  await tabTo(page, '#keys-open');
  await tabTo(page, '#share-open');
  await keyboard.press('Enter');
  await page.waitForSelector('#share[open]', WAIT);
  assert.ok(await page.evaluate(() => document.querySelector('#share').contains(document.activeElement)));
  await keyboard.press('Escape');
  assert.ok(await focused(page, '#share-open'), 'the focus is back');
  await tabTo(page, '#theme');
  await keyboard.press('d');
  assert.equal(await page.getAttribute('html', 'data-theme'), 'dark');
});

test('a file is opened by keys, and the focus stays with it', async (page) => {
  await opened(page);
  await page.getByRole('button', { name: 'Add a file to Rules' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'rules.bylaw', exact: true }).focus();
  await page.keyboard.press('Enter');
  assert.ok(await focused(page, '#rules-tabs [aria-pressed="true"]'));
});

const clean = async (page, what) => assert.deepEqual(await violations(page), [], what);
const closed = (page) => page.keyboard.press('Escape');

for (const colorScheme of ['light', 'dark']) {
  test(`axe has nothing to say of the views, ${colorScheme}`, async (page) => {
    await opened(page);
    await says(page, '3 findings');
    for (const view of ['findings', 'why', 'tests', 'output']) {
      await page.click(`#view-${view}`);
      await page.waitForFunction((of) => of !== 'why' || document.querySelector('.why'), view, WAIT);
      await clean(page, view);
    }
  }, { ...DESK, colorScheme });

  test(`axe has nothing to say of the dialogs, ${colorScheme}`, async (page) => {
    await opened(page);
    await says(page, '3 findings');
    for (const name of ['share', 'keys', 'library']) {
      await dialog(page, name);
      if (name === 'library') {
        await page.locator('#library-body').getByText('std/capabilities', { exact: true }).click(WAIT);
        await page.locator('#library-body').getByText('std/capabilities/big-four', { exact: true }).click(WAIT);
      }
      await clean(page, name);
      await closed(page);
    }
    await replace(page, 'rules', FIXABLE);
    await replace(page, 'manifests', RAW);
    await says(page, '1 finding');
    await fresh(page);
    await page.getByRole('button', { name: 'Fix …' }).click();
    await page.waitForSelector('#fixes[open]', WAIT);
    await clean(page, 'fixes');
  }, { ...DESK, colorScheme });

  test(`axe has nothing to say of the page in another, of mistakes, of nothing and of plain text, ${colorScheme}`, async (page) => {
    await opened(page, '', '?embed');
    await says(page, '3 findings');
    await clean(page, 'embedded');
    await opened(page);
    await replace(page, 'rules', 'deny hostNetwrok');
    await says(page, 'do not compile');
    await clean(page, 'mistakes');
    await page.check('#plain');
    await clean(page, 'plain text');
    for (const side of ['Rules', 'Manifests']) {
      await page.getByRole('textbox', { name: side, exact: true }).fill('');
    }
    await fresh(page);
    await clean(page, 'nothing');
  }, { ...DESK, colorScheme });

  test(`axe has nothing to say of the narrow page, ${colorScheme}`, async (page) => {
    await opened(page);
    await says(page, '3 findings');
    for (const pane of ['rules', 'manifests', 'verdict']) {
      await page.click(`#panes [data-pane=${pane}]`);
      await clean(page, pane);
    }
  }, { ...PHONE, colorScheme });
}

test('what is pointed at is shown on both sides and in the list', async (page) => {
  await opened(page);
  await says(page, '3 findings');
  const outlined = (selector) =>
    page.locator(selector).evaluateAll((all) => all.some((element) => getComputedStyle(element).outlineStyle === 'solid' && getComputedStyle(element).outlineWidth === '2px'));
  const places = ['.finding.critical', '#rules-text .fired.critical', '#manifests-text .found.critical'];
  const all = async () => (await Promise.all(places.map(outlined))).join();
  assert.equal(await all(), 'false,false,false');
  for (const place of places) {
    await page.hover('h1');
    assert.equal(await all(), 'false,false,false');
    await page.locator(place).first().hover();
    assert.match(await all(), /true/, place);
  }
  await page.hover('h1');
  await page.locator('.finding.critical .to-text').first().focus();
  assert.equal(await all(), 'true,true,true');
  await page.locator('#manifests-text .found.critical').first().click();
  await page.hover('h1');
  assert.equal(await all(), 'true,true,true');
});

test('a mark is more than a colour, and so is what a reader presses', async (page) => {
  await opened(page);
  await says(page, '3 findings');
  const style = (selector, name) => page.locator(selector).first().evaluate((element, of) => getComputedStyle(element)[of], name);
  assert.equal(await style('#manifests-text .found', 'outlineStyle'), 'solid');
  assert.equal(await style('#rules-text .fired', 'borderBottomStyle'), 'dotted');
  assert.ok((await page.locator('#manifests-text .cm-lint-marker').count()) > 0);
  assert.deepEqual(await page.locator('.finding .severity').allTextContents(), ['critical', 'high', 'critical']);
  assert.equal(await style('#view-findings', 'fontWeight'), '600');
  await page.locator('.to-text', { hasText: 'does not set' }).click();
  await page.hover('h1');
  assert.equal(await style('#manifests-text .found.missing', 'outlineStyle'), 'dashed');
  await example(page, '5-tests');
  await page.locator('.sign', { hasText: '✗' }).waitFor(WAIT);
});

test('forced colours: marks, focus and what is pressed are still told apart', async (page) => {
  await opened(page);
  await says(page, '3 findings');
  const seen = (selector) =>
    page.locator(selector).first().evaluate((element) => {
      const { outlineStyle, outlineWidth, outlineColor, backgroundColor } = getComputedStyle(element);
      return outlineStyle !== 'none' && outlineWidth !== '0px' && outlineColor !== backgroundColor;
    });
  assert.ok(await page.evaluate(() => matchMedia('(forced-colors: active)').matches));
  assert.ok(await seen('#manifests-text .found'));
  assert.ok(await seen('#rules-text .fired'));
  await page.focus('#share-open');
  await page.keyboard.press('Shift+Tab');
  assert.ok(await seen(':focus'));
  const border = (selector) => page.locator(selector).evaluate((element) => getComputedStyle(element).borderTopColor);
  assert.notEqual(await border('#view-findings'), await border('#view-why'));
}, { ...DESK, forcedColors: 'active' });

test('reduced motion: nothing moves', async (page) => {
  await page.addInitScript(() => {
    window.moved = [];
    for (const kind of ['animationstart', 'transitionrun']) {
      addEventListener(kind, (event) => window.moved.push(`${kind} ${event.target.className}`), true);
    }
  });
  await opened(page);
  await replace(page, 'rules', 'deny add contains NET_RAW');
  await says(page, '1 finding');
  await page.keyboard.press('F8');
  await dialog(page, 'share');
  await closed(page);
  await page.hover('#view-why');
  await page.click('#view-why');
  await page.waitForSelector('.why', WAIT);
  assert.deepEqual(await page.evaluate(() => [...window.moved, ...document.getAnimations().map(String)]), []);
}, { ...DESK, reducedMotion: 'reduce' });

test('enlarged to twice the size: nothing is beside the screen, and there is room to write', async (page) => {
  await opened(page);
  await says(page, '3 findings');
  for (const pane of ['manifests', 'verdict', 'rules']) {
    await page.click(`#panes [data-pane=${pane}]`);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 700);
  }
  const { height } = await page.locator('#rules-text').boundingBox();
  assert.ok(height > 150, `${height} pixels`);
  await dialog(page, 'share');
  await page.locator('#share-zip').scrollIntoViewIfNeeded();
  assert.ok(await page.locator('#share-zip').isVisible());
}, { viewport: { width: 700, height: 450 }, deviceScaleFactor: 2 });

test('the policy of the page is in force: no script in a line, nothing from elsewhere', async (page) => {
  await opened(page);
  const policy = await page.getAttribute('meta[http-equiv="Content-Security-Policy"]', 'content');
  const scripts = policy.split(';').find((part) => part.trim().startsWith('script-src'));
  assert.equal(scripts.trim(), "script-src 'self'");
  const refused = await page.evaluate(async () => {
    const refusals = [];
    const refusal = () => new Promise((resolve) => addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), { once: true }));
    for (const [tag, attributes] of [
      ['script', { textContent: 'window.injected = true' }],
      ['img', { src: 'https://elsewhere.example/' }],
    ]) {
      const told = refusal();
      document.body.append(Object.assign(document.createElement(tag), attributes));
      refusals.push(await told);
    }
    const told = refusal();
    await fetch('https://elsewhere.example/').catch(() => undefined);
    return [...refusals, await told];
  });
  assert.deepEqual(refused, ['script-src-elem', 'img-src', 'connect-src']);
  assert.equal(await page.evaluate(() => window.injected), undefined);
}, DESK, /Content Security Policy|elsewhere\.example/);
