/** Elements, without a framework. */

type Child = Node | string | null | undefined | false;

/** An element with attributes (`on…` functions are listeners) and children. */
export const el = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | ((event: Event) => void)> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'string') {
      element.setAttribute(name, value);
    } else {
      element.addEventListener(name.slice(2), value);
    }
  }
  element.append(...children.filter((child): child is Node | string => Boolean(child)));
  return element;
};

/** Makes these the children of an element; those that are its children already are left alone, with their layout and the focus. */
export const fill = (parent: Element, children: readonly Node[]): void => {
  const wanted = new Set(children);
  [...parent.childNodes].forEach((node) => wanted.has(node) || node.remove());
  children.forEach((child, index) => {
    const there = parent.childNodes[index] ?? null;
    if (there !== child) {
      parent.insertBefore(child, there);
    }
  });
};

/** Elements by what they show: one that shows what it showed the last time is the same element. */
export class Kept {
  private last = new Map<string, HTMLElement>();
  private now = new Map<string, HTMLElement>();

  /** @param shown all that the element depends on; no two of one time are equal */
  element(shown: unknown, make: () => HTMLElement): HTMLElement {
    const key = JSON.stringify(shown);
    const element = this.last.get(key) ?? make();
    this.now.set(key, element);
    return element;
  }

  /** What was not asked for since the last time is forgotten. */
  next(): void {
    this.last = this.now;
    this.now = new Map();
  }
}

/** Another text for an element, which is told by a screen reader only if it is another. */
export const write = (element: Element, text: string): void => {
  if (element.textContent !== text) {
    element.textContent = text;
  }
};

/** An element of the page that has to be there. */
export const byId = <T extends HTMLElement = HTMLElement>(id: string): T => {
  const element = document.getElementById(id);
  if (!element) {
    throw new Error(`the page lacks #${id}`);
  }
  return element as T;
};
