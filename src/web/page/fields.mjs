// TeaVM gives each field of each class a name of its own, of three letters and more. Here a field is called by its place in its object:
// objects of different classes then use the same few names, which makes the compressed module a tenth smaller.

const CONSTRUCTOR = /^function ([\w$]+)\(\)\s*\{\s*(?:let a\s*=\s*this;)?\s*(?:([\w$]+)\.call\((?:a|this)\);)?((?:\s*(?:a|this)\.[\w$]+\s*=\s*[^;{}]*;)+)\s*\}/gm;
/** The function that makes the constructor of a class without fields. */
const MAKER = /([\w$]+)\s*=\s*\w+\s*=>\s*\{\s*if\s*\(\w+\s*===\s*0\)\s*\{?\s*return function\(\)\s*\{\s*\}/;
const TEXT_OR_PROPERTY = /"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|`(?:[^`\\]|\\[^])*`|\.\s*([A-Za-z_$][\w$]*)/g;
const LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** The classes of a module, each with its parent and its fields in their order. */
function classes(script) {
  const found = new Map();
  let root = null;
  for (const [, name, parent, assignments] of script.matchAll(CONSTRUCTOR)) {
    const fields = [...assignments.matchAll(/(?:a|this)\.([\w$]+)\s*=/g)].map(([, field]) => field);
    found.set(name, { parent, fields });
    root = fields.includes("$id$") ? name : root;
  }
  const maker = MAKER.exec(script)?.[1].replaceAll("$", "\\$");
  if (!root || !maker) {
    throw new Error("TeaVM writes classes in another way than this script knows");
  }
  for (const [, name, parent] of script.matchAll(new RegExp(`(?<![\\w$.])([\\w$]+)\\s*=\\s*${maker}\\(([\\w$]*)\\)`, "g"))) {
    found.set(name, { parent: parent || root, fields: [] });
  }
  return found;
}

/** The properties of the browser's own objects: a field that is called alike keeps its name. */
function propertiesOfBrowsers() {
  const names = new Set(["$id$"]);
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    const value = globalThis[name];
    for (const object of [value, value?.prototype]) {
      if (object !== null && (typeof object === "object" || typeof object === "function")) {
        Object.getOwnPropertyNames(object).forEach((property) => names.add(property));
      }
    }
  }
  return names;
}

/** Names from the shortest on that are not among those taken. */
function* free(taken) {
  for (let i = 0; ; i++) {
    const before = Math.floor(i / LETTERS.length);
    const name = (before ? LETTERS[before - 1] : "") + LETTERS[i % LETTERS.length];
    if (!taken.has(name)) {
      yield name;
    }
  }
}

/** The script of a module that TeaVM has made, with short names of fields. */
export function withShortFields(script) {
  const all = classes(script);
  const kept = propertiesOfBrowsers();
  const fields = new Set([...all.values()].flatMap((one) => one.fields).filter((field) => !kept.has(field)));
  const others = [...script.matchAll(TEXT_OR_PROPERTY)].map(([, name]) => name).filter((name) => name && !fields.has(name));
  const unused = free(new Set([...kept, ...fields, ...others]));
  const byPlace = [];
  const names = new Map();
  const ends = new Map();

  /** Where the fields of a class end in its objects; those of its parents come first. */
  const end = (name) => {
    if (!ends.has(name)) {
      const { parent, fields: own } = all.get(name) ?? { parent: null, fields: [] };
      const first = parent ? end(parent) : 0;
      while (byPlace.length < first + own.length) {
        byPlace.push(unused.next().value);
      }
      own.filter((field) => fields.has(field)).forEach((field, at) => names.set(field, byPlace[first + at]));
      ends.set(name, first + own.length);
    }
    return ends.get(name);
  };
  [...all.keys()].forEach(end);
  return script.replace(TEXT_OR_PROPERTY, (whole, name) => (names.has(name) ? whole.slice(0, -name.length) + names.get(name) : whole));
}
