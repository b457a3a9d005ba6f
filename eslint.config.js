import next from 'eslint-config-next/core-web-vitals';
import boundaries from 'eslint-plugin-boundaries';
import query from '@tanstack/eslint-plugin-query';
import { defineConfig, globalIgnores } from 'eslint/config';
import regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';

/**
 * Which room may import which, beside `lib/result.ts` and `lib/problem.ts`; `lib/README.md` has it in words.
 * @type {Record<string, string[]>}
 */
const ROOMS = {
  target: [],
  dns: [],
  dnssec: ['dns'],
  smtp: [],
  route: ['dns', 'smtp'],
  meaning: ['blocklists', 'smtp'],
  policy: ['dns'],
  blocklists: ['dns', 'policy'],
  mail: [],
  notice: ['mail', 'meaning', 'smtp'],
  complaint: ['mail', 'notice', 'meaning'],
  message: ['mail', 'policy', 'dns', 'target'],
  report: ['policy', 'route', 'dns', 'dnssec', 'smtp'],
  batch: ['report', 'target'],
  findings: ['report', 'policy', 'route', 'meaning', 'dns', 'dnssec', 'smtp'],
  check: ['report', 'findings', 'policy', 'route', 'dns', 'dnssec', 'smtp', 'target'],
  watch: ['report', 'findings', 'blocklists', 'smtp'],
  search: ['report', 'notice', 'complaint'],
  compare: ['report', 'route', 'dns', 'dnssec', 'smtp', 'policy'],
  verify: ['report', 'findings', 'compare'],
  show: [
    'batch',
    'watch',
    'compare',
    'verify',
    'report',
    'findings',
    'meaning',
    'blocklists',
    'policy',
    'message',
    'mail',
    'notice',
    'complaint',
    'route',
    'dns',
    'dnssec',
    'smtp',
    'target',
  ],
  net: ['check', 'policy', 'dns', 'dnssec', 'smtp'],
  store: ['batch', 'watch', 'search', 'report', 'mail', 'notice', 'complaint', 'generated'],
  'server/config': ['net', 'blocklists', 'findings', 'dns', 'dnssec', 'target'],
  'server/accounts': ['server/config', 'store'],
  'server/front': ['server/config', 'net'],
  'server/engine': [
    'batch',
    'watch',
    'search',
    'compare',
    'verify',
    'show',
    'server/accounts',
    'server/config',
    'check',
    'report',
    'net',
    'store',
    'findings',
    'meaning',
    'blocklists',
    'policy',
    'message',
    'mail',
    'notice',
    'complaint',
    'dns',
    'smtp',
    'target',
  ],
  'server/verbs': [
    'batch',
    'watch',
    'search',
    'compare',
    'verify',
    'server/accounts',
    'server/engine',
    'server/config',
    'report',
    'findings',
    'store',
    'meaning',
    'blocklists',
    'message',
    'mail',
    'notice',
    'complaint',
    'smtp',
    'target',
  ],
  'server/http': [
    'batch',
    'search',
    'server/accounts',
    'server/front',
    'server/verbs',
    'server/engine',
    'server/config',
    'compare',
    'verify',
    'report',
    'meaning',
    'blocklists',
    'message',
    'mail',
    'notice',
    'complaint',
    'show',
    'watch',
  ],
  client: ['report', 'search', 'target'],
  'components/ui': ['show'],
  components: [
    'batch',
    'watch',
    'search',
    'compare',
    'verify',
    'components/ui',
    'client',
    'show',
    'findings',
    'meaning',
    'blocklists',
    'message',
    'mail',
    'notice',
    'complaint',
    'report',
    'route',
    'dns',
    'smtp',
    'target',
  ],
  app: [
    'batch',
    'watch',
    'search',
    'server/http',
    'server/verbs',
    'components',
    'components/ui',
    'findings',
    'show',
    'report',
    'message',
    'mail',
    'notice',
    'complaint',
    'smtp',
    'target',
  ],
  pages: ['server/http'],
  'proxy.ts': ['server/http'],
  'instrumentation.ts': ['server/http', 'server/front', 'server/engine', 'server/config'],
  'next.config.ts': ['server/http', 'server/config'],
  prisma: ['store', 'server/config'],
  scripts: ['server/verbs', 'server/engine', 'server/config', 'store', 'prisma'],
};

/**
 * Where to go instead, for the mistakes that are made most.
 * @type {Record<string, string>}
 */
const INSTEAD = {
  net: 'Only lib/net opens sockets: take what you need from the World that lib/check/world.ts describes.',
  store: 'Only lib/server reads and writes what is kept: call one of its verbs.',
  'server/http':
    'Below HTTP nothing knows that it is served: take the caller and the services as parameters.',
  'server/verbs': 'Pages and routes call verbs; the engine knows nobody who asks.',
  'server/engine': 'Pages call the verbs of lib/server/verbs, by lib/server/http/perform.ts.',
  'server/config': 'The configuration is read once, and is in the services that a verb is given.',
  check: 'lib/check conducts: what a check is (events, report, evidence) is in lib/report.',
  findings: 'Evidence is gathered without judging it: put the rule into its topic in lib/findings.',
  show: 'Words for the page are made in components and app; a core room returns values.',
  client: 'lib/client runs in the browser only: put shared code into lib/report or lib/show.',
  smtp: 'lib/dns and lib/smtp do not know each other: lib/check brings them together.',
  dns: 'lib/dns and lib/smtp do not know each other: lib/check brings them together.',
  app: 'Nothing imports a page: move what is shared into components or lib.',
  pages: 'Nothing imports a page: move what is shared into components or lib.',
  components: 'lib and components/ui know no page: pass the value in, or move the words into lib/show.',
};

const CORE = [
  'target',
  'dns',
  'dnssec',
  'route',
  'smtp',
  'meaning',
  'blocklists',
  'mail',
  'notice',
  'complaint',
  'message',
  'report',
  'findings',
  'check',
  'batch',
  'compare',
  'verify',
  'show',
];
const CORE_FILES = [...CORE.map((room) => `lib/${room}/**/*.ts`), 'lib/result.ts', 'lib/problem.ts'];
const TESTS = ['**/*.test.ts', '**/*.spec.ts', 'e2e/**', 'lib/dns/{fake,random}-internet.ts'];

const PURE = 'Core rooms are pure: sockets, files and clocks are in lib/net, configuration in lib/server.';
const SOCKETS = ['node:net', 'node:tls', 'node:dgram', 'node:dns', 'node:http', 'node:https', 'node:http2'];

/** What is no room of `lib`. */
const BESIDE_LIB = ['app', 'components', 'components/ui', 'e2e', 'pages', 'prisma', 'scripts'];

/**
 * A file at the root is a room of its own.
 * @param {string} room
 */
function isFile(room) {
  return room.endsWith('.ts');
}

/** A path of ours where a browser takes a link; `Link` and `AnchorButton` take paths. */
const BARE_PATHS = [
  'JSXOpeningElement[name.name=/^(a|form|img|link|script)$/] > JSXAttribute[name.name=/^(href|action|src)$/]',
  'CallExpression[callee.name="fetch"]',
  'NewExpression[callee.name="EventSource"]',
].flatMap((place) =>
  [place, `${place} > JSXExpressionContainer`].flatMap((parent) => [
    `${parent} > Literal[value=/^\\//]`,
    `${parent} > TemplateLiteral > TemplateElement:first-child[value.raw=/^\\//]`,
  ]),
);

const ROOM_FOLDERS = Object.keys(ROOMS).filter((room) => !isFile(room));

/** @param {string} room */
function pathOf(room) {
  return isFile(room) || BESIDE_LIB.includes(room) ? room : `lib/${room}`;
}

export default defineConfig(
  globalIgnores(['.next/', 'data/', 'lib/*/generated/', 'next-env.d.ts', 'test-results/', 'public/']),
  {
    // Where React is: its compiler reads every function of a file to find components.
    files: ['**/*.tsx', 'app/**/*.ts', 'components/**/*.ts', 'lib/client/**/*.ts', 'pages/**/*.ts'],
    extends: [next, query.configs['flat/recommended']],
  },
  {
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: ':matches(SpreadElement, JSXSpreadAttribute) > ObjectExpression',
          message: 'Write the properties themselves: within a spread the compiler overlooks misspelt ones.',
        },
        ...BARE_PATHS.map((selector) => ({
          selector,
          message: 'Below MXPROOF_BASE_PATH a path is no link: write ownLink(path) of lib/own-link.ts.',
        })),
      ],
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    // `.oxlintrc.json` has the rules that need types.
    extends: [tseslint.configs.base],
    rules: { 'no-console': 'error' },
  },
  {
    // Text from outside is read here: a pattern may not take more than linear time for any of it.
    files: ['lib/**/*.ts'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': [
        'error',
        { report: 'potential', ignorePartial: false, ignoreSticky: false },
      ],
    },
  },
  {
    files: ['scripts/**', 'e2e/**', 'prisma/**', '*.config.*', '.ci/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    plugins: { boundaries },
    settings: {
      'import/resolver': { typescript: true },
      'boundaries/dependency-nodes': ['import', 'export', 'dynamic-import'],
      'boundaries/files': Object.keys(ROOMS)
        .filter(isFile)
        .map((file) => ({ category: file, pattern: file })),
      'boundaries/elements': [
        { type: 'generated', pattern: 'lib/store/generated/**', partialMatch: false },
        ...ROOM_FOLDERS.map((room) => ({ type: room, pattern: `${pathOf(room)}/**`, partialMatch: false })),
        { type: 'e2e', pattern: 'e2e/**', partialMatch: false },
      ],
    },
    rules: {
      'boundaries/dependencies': [
        'error',
        {
          default: 'allow',
          policies: [
            // One for each room that may be imported: each policy is tried on each import.
            ...[...ROOM_FOLDERS, 'e2e', 'generated'].map((other) => {
              const forbidden = Object.entries(ROOMS).flatMap(([room, allowed]) =>
                room === other || allowed.includes(other) ? [] : [room],
              );
              const from = [
                { element: { type: forbidden.filter((room) => !isFile(room)) } },
                { file: { categories: forbidden.filter(isFile) } },
              ];
              return {
                from,
                disallow: { to: { element: { type: other } } },
                message: `${pathOf(other)} may not be imported here. ${INSTEAD[other] ?? 'See the table in lib/README.md.'}`,
              };
            }),
          ],
        },
      ],
    },
  },
  {
    files: CORE_FILES,
    ignores: TESTS,
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^(node:|next($|/)|react($|/|-)|@prisma/|pino|better-sqlite3)', message: PURE },
          ],
        },
      ],
      'no-restricted-globals': [
        'error',
        { name: 'process', message: PURE },
        { name: 'fetch', message: PURE },
      ],
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    // One opens connections, the other takes them.
    ignores: ['lib/net/**', 'lib/server/front/**', ...CORE_FILES, ...TESTS, 'scripts/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: SOCKETS.map((name) => ({ name, message: 'Only lib/net opens sockets.' })),
          patterns: [{ regex: '^@prisma/', message: 'Only lib/store and prisma know Prisma.' }],
        },
      ],
    },
  },
  { files: ['lib/store/**', 'prisma/**'], rules: { 'no-restricted-imports': 'off' } },
  {
    files: TESTS,
    rules: {
      'boundaries/dependencies': 'off',
    },
  },
);
