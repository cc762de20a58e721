/** The expressions of DynamoDB, as far as the product writes them; one that is not known here is an error of the test. */

export type Item = { [name: string]: unknown };

interface Given {
  readonly names: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, unknown>>;
}

type Test = (item: Item, given: Given) => boolean;
type Operand = (item: Item, given: Given) => unknown;

const TOKEN = /\s*(<=|>=|<>|[=<>(),]|[#:]?\w+(?:\.#?\w+|\[\d+\])*)/y;

function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(text)?.[1];
    if (token === undefined) throw new Error(`the simulated table cannot read: ${text.slice(at)}`);
    tokens.push(token);
  }
  return tokens;
}

/** Text by the bytes of its UTF-8, numbers by value, binary by its bytes; different types are in no order. */
export function compareValues(a: unknown, b: unknown): number | undefined {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string')
    return a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b));
  if (a instanceof Uint8Array && b instanceof Uint8Array) return Buffer.compare(a, b);
  if (typeof a === 'boolean' && typeof b === 'boolean') return a === b ? 0 : undefined;
  return undefined;
}

const COMPARISONS: Readonly<Record<string, (order: number) => boolean>> = {
  '=': (order) => order === 0,
  '<>': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

class Reader {
  readonly #tokens: string[];
  #at = 0;
  constructor(text: string) {
    this.#tokens = tokensOf(text);
  }
  peek(): string | undefined {
    return this.#tokens[this.#at];
  }
  take(wanted?: string): string {
    const token = this.#tokens[this.#at++];
    if (token === undefined || (wanted !== undefined && token.toUpperCase() !== wanted)) {
      throw new Error(`the simulated table expected ${wanted ?? 'more'}, found ${token ?? 'the end'}`);
    }
    return token;
  }
  isNext(word: string): boolean {
    return this.peek()?.toUpperCase() === word;
  }
}

function operandOf(token: string): Operand {
  if (token.startsWith(':')) {
    return (_item, { values }) => {
      if (!(token in values)) throw new Error(`no value ${token}`);
      return values[token];
    };
  }
  // A path into an attribute: names between points, places in brackets.
  const steps = token.split(/[.[\]]+/).filter((step) => step !== '');
  return (item, { names }) =>
    steps.reduce<unknown>((value, step) => {
      const name = step.startsWith('#') ? names[step] : step;
      if (name === undefined) throw new Error(`no name ${step}`);
      return typeof value === 'object' && value !== null ? (value as Item)[name] : undefined;
    }, item);
}

const FUNCTIONS: Readonly<Record<string, (values: unknown[]) => boolean>> = {
  attribute_exists: ([value]) => value !== undefined,
  attribute_not_exists: ([value]) => value === undefined,
  begins_with: ([text, prefix]) => typeof text === 'string' && typeof prefix === 'string' && text.startsWith(prefix),
};

function readPrimary(reader: Reader): Test {
  if (reader.isNext('(')) {
    reader.take('(');
    const inner = readOr(reader);
    reader.take(')');
    return inner;
  }
  const first = reader.take();
  const call = FUNCTIONS[first];
  if (call !== undefined) {
    reader.take('(');
    const operands = [operandOf(reader.take())];
    while (reader.isNext(',')) {
      reader.take(',');
      operands.push(operandOf(reader.take()));
    }
    reader.take(')');
    return (item, given) => call(operands.map((operand) => operand(item, given)));
  }
  const left = operandOf(first);
  if (reader.isNext('BETWEEN')) {
    reader.take('BETWEEN');
    const low = operandOf(reader.take());
    reader.take('AND');
    const high = operandOf(reader.take());
    return (item, given) =>
      (compareValues(left(item, given), low(item, given)) ?? -1) >= 0 &&
      (compareValues(left(item, given), high(item, given)) ?? 1) <= 0;
  }
  const sign = reader.take();
  const holds = COMPARISONS[sign];
  if (holds === undefined) throw new Error(`the simulated table does not know ${sign}`);
  const right = operandOf(reader.take());
  return (item, given) => {
    const order = compareValues(left(item, given), right(item, given));
    return order === undefined ? sign === '<>' : holds(order);
  };
}

function readNot(reader: Reader): Test {
  if (!reader.isNext('NOT')) return readPrimary(reader);
  reader.take('NOT');
  const inner = readNot(reader);
  return (item, given) => !inner(item, given);
}

function readAnd(reader: Reader): Test {
  const tests = [readNot(reader)];
  while (reader.isNext('AND')) {
    reader.take('AND');
    tests.push(readNot(reader));
  }
  return (item, given) => tests.every((test) => test(item, given));
}

function readOr(reader: Reader): Test {
  const tests = [readAnd(reader)];
  while (reader.isNext('OR')) {
    reader.take('OR');
    tests.push(readAnd(reader));
  }
  return (item, given) => tests.some((test) => test(item, given));
}

const conditions = new Map<string, Test>();

export function conditionOf(text: string): Test {
  let test = conditions.get(text);
  if (test === undefined) {
    const reader = new Reader(text);
    test = readOr(reader);
    if (reader.peek() !== undefined) throw new Error(`the simulated table cannot read on at ${reader.peek()}`);
    conditions.set(text, test);
  }
  return test;
}

/** The item after `SET a = :a, ... REMOVE b, ...`. */
export function updated(item: Item, text: string, given: Given): Item {
  const next = { ...item };
  const reader = new Reader(text);
  const nameOf = (token: string) => (token.startsWith('#') ? given.names[token] : token);
  while (reader.peek() !== undefined) {
    const clause = reader.take().toUpperCase();
    for (;;) {
      const name = nameOf(reader.take());
      if (name === undefined) throw new Error('an update names an attribute that is not given');
      if (clause === 'REMOVE') delete next[name];
      else if (clause === 'SET') {
        reader.take('=');
        next[name] = operandOf(reader.take())(item, given);
      } else throw new Error(`the simulated table does not know ${clause}`);
      if (!reader.isNext(',')) break;
      reader.take(',');
    }
  }
  return next;
}

export function projected(item: Item, text: string | undefined, names: Given['names']): Item {
  if (text === undefined) return item;
  const wanted = text.split(',').map((token) => names[token.trim()] ?? token.trim());
  return Object.fromEntries(wanted.filter((name) => name in item).map((name) => [name, item[name]]));
}
