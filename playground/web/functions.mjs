// The translation writes a function for each method, and thousands of methods do the same: they read the first field of
// their object, or make the same thing of two. One of each is enough.
import { parse } from 'acorn';

const isFunction = (declared) => declared.init?.type === 'ArrowFunctionExpression';

/** Every node of a tree that is not the name of a property, with the node around it. */
function* nodes(node, parent) {
  yield [node, parent];
  for (const [key, value] of Object.entries(node)) {
    const named = !node.computed && ((node.type === 'MemberExpression' && key === 'property') || (node.type === 'Property' && key === 'key'));
    if (!named) {
      for (const child of Array.isArray(value) ? value : [value]) {
        if (child && typeof child.type === 'string') {
          yield* nodes(child, node);
        }
      }
    }
  }
}

/** The names that a part of the module sets or declares for itself: what bears one of them stays. */
const taken = (program, global) => {
  const names = new Set();
  for (const [node, parent] of nodes(program)) {
    if (node.type !== 'Identifier') {
      continue;
    }
    const set = (parent.type === 'AssignmentExpression' && parent.left === node) || parent.type === 'UpdateExpression';
    const parameter = parent.params?.includes(node) || parent.type === 'CatchClause';
    const local = parent.type === 'VariableDeclarator' && parent.id === node && !global.has(parent);
    if (set || parameter || local) {
      names.add(node.name);
    }
  }
  return names;
};

/** One round; what called different functions may now be equal itself. */
const merged = (text) => {
  const program = parse(text, { ecmaVersion: 2022, sourceType: 'module' });
  const lists = program.body.filter((statement) => statement.type === 'VariableDeclaration');
  const global = new Set(lists.flatMap((list) => list.declarations));
  const kept = taken(program, global);
  const first = new Map();
  const instead = new Map();
  for (const declared of global) {
    if (isFunction(declared) && !kept.has(declared.id.name)) {
      const body = text.slice(declared.init.start, declared.init.end);
      const same = first.get(body);
      if (same) {
        instead.set(declared.id.name, same);
      } else {
        first.set(body, declared.id.name);
      }
    }
  }
  if (instead.size === 0) {
    return text;
  }
  const edits = [];
  for (const list of lists) {
    const rest = list.declarations.filter((declared) => !instead.has(declared.id.name));
    list.declarations.forEach((declared, number) => {
      const next = list.declarations[number + 1];
      if (rest.length === 0) {
        return;
      }
      if (instead.has(declared.id.name)) {
        // With the comma behind it, or, of the last, the one before what is left.
        edits.push([declared.start, next ? next.start : declared.end, '']);
      }
    });
    if (rest.length === 0) {
      edits.push([list.start, list.end, '']);
    } else if (instead.has(list.declarations.at(-1).id.name)) {
      const last = rest.at(-1);
      edits.push([last.end, list.declarations[list.declarations.indexOf(last) + 1].start, '']);
    }
  }
  const gone = new Set(lists.flatMap((list) => list.declarations).filter((declared) => instead.has(declared.id.name)));
  for (const [node, parent] of nodes(program)) {
    if (node.type === 'Identifier' && instead.has(node.name) && !gone.has(parent)) {
      edits.push([node.start, node.end, instead.get(node.name)]);
    }
  }
  return apply(text, edits);
};

/** What lies within a stretch that goes is gone with it. */
const apply = (text, edits) => {
  let result = '';
  let at = 0;
  for (const [start, end, replacement] of edits.sort((one, other) => one[0] - other[0] || other[1] - one[1])) {
    if (start >= at) {
      result += text.slice(at, start) + replacement;
      at = end;
    }
  }
  return result + text.slice(at);
};

export const mergeEqualFunctions = (text) => {
  for (let before = text, after = merged(text); ; before = after, after = merged(after)) {
    if (after === before) {
      return after;
    }
  }
};
