/** Colours for the two languages: enough to read by; what is right or wrong the engine says. */
import { HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import { tags } from '@lezer/highlight';

const KEYWORDS = new Set(
  `pack use include param let define rule severity for when deny require message fix see fails passes test given file
   expect violated passed not applicable waived waive because approved by until in except any all no exists where of
   contains only is absent present default count exactly like matches from selects and or if at to remove add set matched
   unchecked list container pod resource`.split(/\s+/),
);

const WORD = /^[A-Za-z_][\w.-]*/;

export const bylaw = StreamLanguage.define<{ text: boolean }>({
  name: 'bylaw',
  startState: () => ({ text: false }),
  token(stream, state) {
    if (state.text) {
      state.text = !stream.skipTo('"""') ? (stream.skipToEnd(), true) : (stream.match('"""'), false);
      return 'string';
    }
    if (stream.eatSpace()) {
      return null;
    }
    if (stream.match('##')) {
      stream.skipToEnd();
      return 'docComment';
    }
    if (stream.match('#')) {
      stream.skipToEnd();
      return 'comment';
    }
    if (stream.match('"""')) {
      state.text = true;
      return 'string';
    }
    if (stream.match(/^"(?:[^"\\]|\\.)*"?/) || stream.match(/^\/(?:[^/\\]|\\.)+\//)) {
      return 'string';
    }
    if (stream.match(/^\d[\w.-]*/)) {
      return 'number';
    }
    const word = stream.match(WORD) as RegExpMatchArray | null;
    if (word) {
      return KEYWORDS.has(word[0]) ? 'keyword' : /^[A-Z][A-Z_]+$/.test(word[0]) ? 'atom' : 'variableName';
    }
    stream.next();
    return 'operator';
  },
  languageData: { commentTokens: { line: '#' } },
});

export const yaml = StreamLanguage.define<null>({
  name: 'yaml',
  startState: () => null,
  token(stream) {
    if (stream.eatSpace()) {
      return null;
    }
    if (stream.match(/^#.*/)) {
      return 'comment';
    }
    if (stream.sol() && stream.match(/^(---|\.\.\.)/)) {
      return 'meta';
    }
    if (stream.match(/^(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s"'#{}[\],&*!|>][^#{}[\],:]*)(?=\s*:(?:\s|$))/)) {
      return 'propertyName';
    }
    if (stream.match(/^"(?:[^"\\]|\\.)*"?/) || stream.match(/^'[^']*'?/)) {
      return 'string';
    }
    if (stream.match(/^(?:true|false|null|~)(?=[\s,\]}]|$)/)) {
      return 'atom';
    }
    if (stream.match(/^-?\d[\w.+-]*(?=[\s,\]}]|$)/)) {
      return 'number';
    }
    if (stream.match(/^[&*!][^\s,\]}]+/)) {
      return 'meta';
    }
    if (stream.match(/^[{}[\],:]|^-(?=\s|$)/)) {
      return 'operator';
    }
    stream.match(/^[^\s#{}[\],:]+/) || stream.next();
    return 'string';
  },
  languageData: { commentTokens: { line: '#' } },
});

/** The colours themselves are in the style sheet, for both themes. */
export const colours = syntaxHighlighting(
  HighlightStyle.define([
    { tag: tags.keyword, class: 'tok-keyword' },
    { tag: [tags.comment, tags.docComment], class: 'tok-comment' },
    { tag: tags.string, class: 'tok-string' },
    { tag: [tags.number, tags.atom], class: 'tok-literal' },
    { tag: tags.propertyName, class: 'tok-property' },
    { tag: [tags.operator, tags.meta], class: 'tok-operator' },
  ]),
);
