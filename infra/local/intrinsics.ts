/** Resolves CloudFormation's intrinsic functions, as far as CDK writes them, to what things are called on this machine. */
import * as z from 'zod';

export interface Names {
  /** What `Ref` gives: a pseudo parameter, a parameter or a resource. */
  ref(name: string): unknown;
  attribute(logicalId: string, attribute: string): unknown;
  imported(exportName: string): unknown;
}

/** What `AWS::NoValue` stands for: the property is not there. */
export const NO_VALUE = Symbol('AWS::NoValue');

const getAtt = z.union([
  z.tuple([z.string(), z.string()]),
  z
    .string()
    .regex(/^[^.]+\..+$/)
    .transform((text): [string, string] => [text.slice(0, text.indexOf('.')), text.slice(text.indexOf('.') + 1)]),
]);
const join = z.tuple([z.string(), z.unknown()]);
const select = z.tuple([z.coerce.number(), z.unknown()]);
const sub = z.union([
  z.string().transform((text): [string, Record<string, unknown>] => [text, {}]),
  z.tuple([z.string(), z.record(z.string(), z.unknown())]),
]);
const texts = z.array(z.union([z.string(), z.number()]));

export function resolve(value: unknown, names: Names): unknown {
  if (Array.isArray(value)) return value.map((item) => resolve(item, names)).filter((item) => item !== NO_VALUE);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [only] = entries;
  if (entries.length === 1 && only !== undefined && (only[0] === 'Ref' || only[0].startsWith('Fn::'))) {
    return callIntrinsic(only[0], only[1], names);
  }
  const resolved = entries.map(([key, item]) => [key, resolve(item, names)]).filter(([, item]) => item !== NO_VALUE);
  return Object.fromEntries(resolved);
}

function callIntrinsic(name: string, argument: unknown, names: Names): unknown {
  switch (name) {
    case 'Ref':
      return names.ref(z.string().parse(argument));
    case 'Fn::GetAtt':
      return names.attribute(...getAtt.parse(argument));
    case 'Fn::ImportValue':
      return names.imported(z.string().parse(resolve(argument, names)));
    case 'Fn::Join': {
      const [separator, parts] = join.parse(argument);
      return texts.parse(resolve(parts, names)).join(separator);
    }
    case 'Fn::Split': {
      const [separator, text] = join.parse(argument);
      return z.string().parse(resolve(text, names)).split(separator);
    }
    case 'Fn::Select': {
      const [position, list] = select.parse(argument);
      return z.array(z.unknown()).parse(resolve(list, names))[position];
    }
    case 'Fn::Sub': {
      const [text, given] = sub.parse(argument);
      return substitute(text, given, names);
    }
    default:
      throw new Error(`${name} is not known to the local run`);
  }
}

function substitute(text: string, given: Record<string, unknown>, names: Names): string {
  return text.replaceAll(/\$\{(!?)([^}]+)\}/g, (_, literal: string, name: string) => {
    if (literal !== '') return `\${${name}}`;
    const known = given[name];
    if (known !== undefined) return String(resolve(known, names));
    const dot = name.indexOf('.');
    return String(dot < 0 ? names.ref(name) : names.attribute(name.slice(0, dot), name.slice(dot + 1)));
  });
}
