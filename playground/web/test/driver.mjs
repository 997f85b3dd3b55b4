// What the tests of the page have in common: how a page is opened, written in and waited for.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** With an engine that reports nothing there is nothing to wait for long. */
export const engine = process.argv[5];
export const WAIT = { timeout: engine ? 3000 : 20000 };

export const DESK = { viewport: { width: 1400, height: 900 } };
export const PHONE = { viewport: { width: 320, height: 640 } };

export const tests = [];
/** `mayTell` matches the errors that the console may show, of which there are none by default. */
export const test = (name, run, options = DESK, mayTell = null) => tests.push({ name, run, options, mayTell });

export const opened = async (page, hash = '', query = '') => {
  await page.goto(`./${query}${hash}`);
  await page.waitForSelector('#status[data-worst]', { ...WAIT, state: 'attached' });
  // The editors come after the first verdict.
  await page.waitForSelector('#manifests-text .cm-content', { ...WAIT, state: 'attached' });
};

export const says = (page, text) =>
  page.waitForFunction((wanted) => document.querySelector('#status').textContent.includes(wanted), text, WAIT);

export const fresh = (page) => page.waitForFunction(() => document.querySelector('#stale').hidden, null, WAIT);

export const type = async (page, pane, text) => {
  await page.click(`#${pane}-text .cm-content`);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await page.keyboard.type(text);
};

export const paste = (page, pane, text) =>
  page.evaluate(([id, pasted]) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.querySelector(`#${id}-text .cm-content`).dispatchEvent(event);
  }, [pane, text]);

export const replace = async (page, pane, text) => {
  await page.click(`#${pane}-text .cm-content`);
  await page.keyboard.press('Control+a');
  await paste(page, pane, text);
};

/** The share dialog opens only when its link is packed, after the click. */
export const dialog = async (page, name) => {
  await page.click(`#${name}-open`);
  await page.waitForSelector(`#${name}[open]`, WAIT);
};

export const example = async (page, name) => {
  await page.selectOption('#gallery', name);
  await fresh(page);
};

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe has to say of the page as it is. */
export const violations = (page) =>
  page.evaluate(`${axe}; axe.run().then((all) => all.violations.map((one) => one.id + ' ' + one.nodes[0].html))`);

export const FIXABLE = 'rule no-raw {\n  for container\n  deny add contains NET_RAW\n  fix remove matched from add\n}';
export const RAW =
  'apiVersion: v1\nkind: Pod\nmetadata: {name: p}\nspec:\n  containers:\n  - name: c\n    securityContext: {capabilities: {add: [NET_RAW, KILL]}}\n';
