// The translation gives each field of each class a name of its own. Classes that do not inherit from each other may use
// the same names: then the text repeats itself, and a seventh of the zipped engine is gone.

/** A string, or the name behind a dot. */
const TOKEN = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\.([\w$]+)/g;

/** A constructor sets each field of its class to its first value. */
const CONSTRUCTOR = /\nfunction ([\w$]+)\(\)\{(?:let a=this;)?([\w$]+)\.call\((?:a|this)\);((?:(?:a|this)\.[\w$]+=[^;]+;)*)\}/g;

/** One of a class without fields. */
const WITHOUT_FIELDS = /[ ,]([\w$]+)=([\w$]+)\(([\w$]*)\)/g;

const nameOf = (number) => `_${number.toString(36)}`;

export const shareFieldNames = (translated) => {
  // Long lines are broken, but never between two words.
  const text = translated.replace(/\n(?!function |let )/g, '');
  const classes = new Map();
  for (const [, name, parent, fields] of text.matchAll(CONSTRUCTOR)) {
    classes.set(name, { parent, fields: [...fields.matchAll(/(?:a|this)\.([\w$]+)=/g)].map((field) => field[1]) });
  }
  const [, root] = /\nfunction ([\w$]+)\(\)\{[^}]*this\.\$id\$=0;\}/.exec(text) ?? [];
  const [, maker] = /[ ,]([\w$]+)=superclass=>/.exec(text) ?? [];
  for (const [, name, made, parent] of text.matchAll(WITHOUT_FIELDS)) {
    if (made === maker) {
      classes.set(name, { parent: parent && parent !== '0' ? parent : root, fields: [] });
    }
  }
  /** How many fields an object of the class has. */
  const size = (name) => {
    if (name === root) {
      return 0;
    }
    const known = classes.get(name);
    if (!known) {
      throw new Error(`the translation has no class ${name}: its form is not what it was`);
    }
    known.size ??= size(known.parent) + known.fields.length;
    return known.size;
  };
  const names = new Map();
  for (const [name, { fields }] of classes) {
    const first = size(name) - fields.length;
    fields.forEach((field, number) => names.set(field, nameOf(first + number)));
  }
  const taken = new Set(names.values());
  return text.replace(TOKEN, (token, name) => {
    if (name && taken.has(name)) {
      throw new Error(`the translation uses the name ${name} itself`);
    }
    return name && names.has(name) ? `.${names.get(name)}` : token;
  });
};
