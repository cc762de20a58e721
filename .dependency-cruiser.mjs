/**
 * Imports point one way: events <- shared <- functions, cli <- infra; web takes only types of shared. Inside shared, only
 * store/ knows AWS.
 */
import swc from '@swc/core';

// dependency-cruiser asks swc for TypeScript without JSX, whatever a file's name says, and cannot tell from what swc
// answers which imports are of types. So what the page takes of shared/ as types is left out of what it sees.
const { parseFileSync } = swc;
swc.parseFileSync = (file, options) => {
  const module = parseFileSync.call(swc, file, { ...options, tsx: file.endsWith('.tsx') });
  if (!/(^|\/)web\//.test(file)) return module;
  return {
    ...module,
    body: module.body.filter(({ typeOnly, source }) => !(typeOnly && source.value.includes('/shared/'))),
  };
};

const only = (from, allowed) => ({
  name: `${from}-imports`,
  comment: `${from}/ may import only from ${['itself', ...allowed].join(', ')}`,
  severity: 'error',
  from: { path: `^${from}/`, pathNot: '\\.test\\.ts$' },
  to: { path: '^(events|shared|functions|cli|infra|web|test)/', pathNot: `^(${[from, ...allowed].join('|')})/` },
});

export default {
  forbidden: [
    only('events', []),
    only('shared', ['events']),
    only('functions', ['events', 'shared']),
    only('cli', ['events', 'shared']),
    only('infra', ['events', 'shared', 'functions', 'cli', 'web']),
    // Of shared/ the page takes types and nothing else: what runs in a browser is its own, and small.
    only('web', ['events']),
    {
      name: 'only-the-build-of-the-page',
      comment: 'The CDK app builds the page and knows nothing else of it.',
      severity: 'error',
      from: { path: '^infra/' },
      to: { path: '^web/', pathNot: '^web/build\\.ts$' },
    },
    {
      name: 'core-knows-no-aws',
      comment: 'Only shared/store/ is a door to AWS.',
      severity: 'error',
      from: { path: '^shared/', pathNot: '^shared/store/' },
      to: { path: '(@aws-sdk|@smithy|aws-cdk-lib|@middy|@aws-lambda-powertools)' },
    },
    {
      name: 'docket-before-policy',
      comment: 'Facts and their fold do not depend on rules, flags or storage.',
      severity: 'error',
      from: { path: '^shared/docket/' },
      to: { path: '^shared/(policy|flag|store|review)/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true, dependencyTypesNot: ['type-only'] } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'] },
    tsConfig: { fileName: 'tsconfig.json' },
    exclude: 'cdk\\.out',
  },
};
