/**
 * Keeps Stryker from mutating sentences: what is said of a rule stands on the policy pages, which are checked as a whole, and
 * turns no answer. Whatever a rule computes with stays in.
 */

/** Properties that hold sentences for people, in rules, parameters, histories and lane tables. */
const PROSE = new Set(['text', 'cite', 'title', 'source', 'why', 'unverified', 'says', 'issuedBy']);

/** A constant that is several words is the name of a document, or part of a sentence. */
const isNamedProse = ({ parent, node }) =>
  parent?.type === 'VariableDeclarator' && node.type === 'StringLiteral' && node.value.includes(' ');

const isText = ({ type }) => type === 'StringLiteral' || type === 'TemplateLiteral';

const isProse = (path) => {
  const { node, parent } = path;
  // Parts of a sentence that is put together with `+`, and sentences in a list.
  if (parent?.type === 'BinaryExpression' || parent?.type === 'ArrayExpression') return isProse(path.parentPath);
  if (isNamedProse(path)) return true;
  if (parent?.type === 'ObjectProperty') return parent.value === node && PROSE.has(parent.key.name);
  // The last argument of the helper that writes a parameter of the first memo is its source.
  return parent?.type === 'CallExpression' && parent.callee.name === 'number' && parent.arguments.at(-1) === node;
};

const isOfText = ({ type }) => type === 'BinaryExpression' || type === 'ArrayExpression';

const proseIgnorer = {
  shouldIgnore: (path) =>
    (isText(path.node) || isOfText(path.node)) && isProse(path) ? 'prose for people: it turns no answer' : undefined,
};

export const strykerPlugins = [{ kind: 'Ignore', name: 'prose', value: proseIgnorer }];
