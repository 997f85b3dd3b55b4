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

/** An element of the page that has to be there. */
export const byId = <T extends HTMLElement = HTMLElement>(id: string): T => {
  const element = document.getElementById(id);
  if (!element) {
    throw new Error(`the page lacks #${id}`);
  }
  return element as T;
};
