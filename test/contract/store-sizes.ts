/** The size of an item by DynamoDB's rules for item sizes: names and values, three bytes a list or map, one an element. */
export function attributeBytes(value: unknown): number {
  if (value === undefined) return 0;
  if (value === null || typeof value === 'boolean') return 1;
  if (typeof value === 'string') return Buffer.byteLength(value);
  // About a byte for two digits, and one more.
  if (typeof value === 'number') return 1 + Math.ceil(String(value).length / 2);
  if (value instanceof Uint8Array) return value.length;
  if (Array.isArray(value)) return 3 + value.reduce((sum: number, item) => sum + 1 + attributeBytes(item), 0);
  return 3 + itemBytes(value) + Object.keys(value).length;
}

export function itemBytes(item: object): number {
  return Object.entries(item)
    .filter(([, value]) => value !== undefined)
    .reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + attributeBytes(value), 0);
}
