/** A finding, the value it is about and the clause that fired: what is pointed at in one place is shown in all. */

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);

let kept: number[] = [];

/** The class of all that belongs to the finding of this number. */
export const belongs = (index: number): string => `of-${index}`;

/** All that belongs to these; nothing, if there are none. */
const all = (indices: number[]): string => `:is(${indices.map((index) => `.${belongs(index)}`).join()})`;

let shown = '';

/** By a style sheet: an editor redraws what changes its attributes. Another sheet is another look at the whole page. */
const show = (indices: number[]): void => {
  const rule = indices.length > 0 ? `:root ${all(indices)} { outline: 2px solid var(--accent); outline-offset: 1px; }` : '';
  if (rule !== shown) {
    shown = rule;
    sheet.replaceSync(rule);
  }
};

/** Points at these findings until others are. */
export const point = (indices: number[]): void => {
  kept = indices;
  show(indices);
  document.querySelector(`.finding${all(indices)}`)?.scrollIntoView({ block: 'nearest' });
};

/** Marks may stand within one another. */
const under = (target: EventTarget | null): number[] => {
  const indices: number[] = [];
  for (let element = (target as Element | null)?.closest?.('[class*="of-"]'); element; element = element.parentElement?.closest('[class*="of-"]')) {
    indices.push(...[...element.classList].flatMap((name) => (/^of-\d+$/.test(name) ? [Number(name.slice(3))] : [])));
  }
  return indices;
};

for (const type of ['pointerover', 'focusin']) {
  document.addEventListener(type, ({ target }) => {
    const indices = under(target);
    show(indices.length > 0 ? indices : kept);
  });
}
