import { expect, test } from 'vitest';
import { type Names, NO_VALUE, resolve } from './intrinsics.ts';

const names: Names = {
  ref: (name) => ({ 'AWS::Region': 'us-gov-west-1', 'AWS::NoValue': NO_VALUE })[name] ?? `ref of ${name}`,
  attribute: (logicalId, attribute) => `${attribute} of ${logicalId}`,
  imported: (name) => `import of ${name}`,
};

test.each([
  { given: { Ref: 'Queue' }, expected: 'ref of Queue' },
  { given: { 'Fn::GetAtt': ['Queue', 'Arn'] }, expected: 'Arn of Queue' },
  { given: { 'Fn::GetAtt': 'Queue.Arn' }, expected: 'Arn of Queue' },
  { given: { 'Fn::Join': ['-', ['a', { Ref: 'AWS::Region' }]] }, expected: 'a-us-gov-west-1' },
  { given: { 'Fn::Select': [1, { 'Fn::Split': ['-', 'a-b-c'] }] }, expected: 'b' },
  {
    given: { 'Fn::Sub': `\${AWS::Region}/\${Queue.Arn}/\${!kept}` },
    expected: `us-gov-west-1/Arn of Queue/\${kept}`,
  },
  {
    given: { 'Fn::Sub': [`\${own} \${Queue}`, { own: { Ref: 'AWS::Region' } }] },
    expected: 'us-gov-west-1 ref of Queue',
  },
  { given: { 'Fn::ImportValue': 'shared' }, expected: 'import of shared' },
  { given: { a: [{ Ref: 'AWS::NoValue' }, 1], b: { Ref: 'AWS::NoValue' } }, expected: { a: [1] } },
])('$given', ({ given, expected }) => {
  expect(resolve(given, names)).toEqual(expected);
});

test('a function that is not known is named', () => {
  expect(() => resolve({ 'Fn::Cidr': [] }, names)).toThrow('Fn::Cidr');
});
