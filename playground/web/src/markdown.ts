/** The little of Markdown that documentation has: paragraphs, lists, fences and code in a line. */
import { el } from './dom';

export const rendered = (markdown: string, style = 'documentation'): HTMLElement => {
  const blocks: HTMLElement[] = [];
  // A fence may hold empty lines.
  for (const part of markdown.split(/^(```[^\n]*\n[\s\S]*?^```)\s*$/m)) {
    if (part.startsWith('```')) {
      blocks.push(el('pre', {}, part.slice(part.indexOf('\n') + 1, part.lastIndexOf('\n'))));
    } else {
      blocks.push(...part.split(/\n{2,}/).filter((text) => text.trim() !== '').map(paragraph));
    }
  }
  return el('div', { class: style }, ...blocks);
};

const paragraph = (text: string): HTMLElement => {
  const items = text.split(/^[-*] /m);
  return items.length > 1 && items[0] === ''
    ? el('ul', {}, ...items.slice(1).map((item) => el('li', {}, ...inline(item))))
    : el('p', {}, ...inline(text));
};

/** Code in a line, as messages have it, too. */
export const inline = (text: string): (Node | string)[] =>
  text.split(/(`[^`]+`)/).map((part) => (part.length > 2 && part.startsWith('`') ? el('code', {}, part.slice(1, -1)) : part));
