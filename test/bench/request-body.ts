/** A DynamoDB request as its JSON body, written as plainly as it can be: what any client has to do at the least. */

export interface Attributes {
  readonly [name: string]: unknown;
}

type AttributeValue = { readonly [type: string]: unknown };

function isObject(value: unknown): value is Attributes {
  return typeof value === 'object' && value !== null;
}

function attributeValue(value: unknown): AttributeValue {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'boolean') return { BOOL: value };
  if (typeof value === 'number') return { N: String(value) };
  if (value instanceof Uint8Array) return { B: base64(value) };
  if (Array.isArray(value)) return { L: value.map(attributeValue) };
  if (isObject(value)) return { M: attributeValues(value) };
  throw new TypeError('no attribute of an item is like this');
}

function base64({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString('base64');
}

function attributeValues(values: Attributes): AttributeValue {
  const marshalled: { [name: string]: AttributeValue } = {};
  for (const name in values) {
    const value = values[name];
    if (value !== undefined) marshalled[name] = attributeValue(value);
  }
  return marshalled;
}

const MARSHALLED = ['Key', 'Item', 'ExpressionAttributeValues'];

export function requestBody(input: Attributes): string {
  const request: { [name: string]: unknown } = {};
  for (const name in input) {
    const value = input[name];
    request[name] = MARSHALLED.includes(name) && isObject(value) ? attributeValues(value) : value;
  }
  return JSON.stringify(request);
}

/** The bytes DynamoDB answers a read with. */
export function wireItem(item: Attributes | undefined): Uint8Array | undefined {
  return item && new TextEncoder().encode(JSON.stringify({ Item: attributeValues(item) }));
}
