// The Python packages that lessons may name, and where each may come from. Pinned: the same bytes for everybody.

/**
 * @typedef {object} Entry
 * @property {string} name
 * @property {string} licence
 * @property {string} address
 * @property {readonly string[]} needs
 * @property {readonly string[]} modules
 * @property {readonly string[]} leftOut
 * @property {readonly string[]} keptSources
 * @property {readonly string[]} parked
 * @property {Sources} sources
 *
 * @typedef {object} Sources
 * @property {{ readonly lockName: string }} pyodide
 * @property {{ readonly version: string, readonly sha256: string | null }} pip
 * @property {{ readonly package: string, readonly version: string, readonly sha256: string }} debian
 */

/** What a learner's program on SQLite has no use for. Nothing of what is kept imports it. */
const LEFT_OUT_OF_SQLALCHEMY = [
  'sqlalchemy/cyextension/',
  'sqlalchemy/testing/',
  'sqlalchemy/ext/mypy/',
  'sqlalchemy/connectors/aioodbc.py',
  'sqlalchemy/connectors/pyodbc.py',
  'sqlalchemy/dialects/mssql/',
  'sqlalchemy/dialects/mysql/',
  'sqlalchemy/dialects/oracle/',
  'sqlalchemy/dialects/postgresql/',
  'sqlalchemy/dialects/sqlite/provision.py',
];

/** Where threads wait for a connection: rewritten from source where Python cannot be suspended. */
const KEPT_SOURCES_OF_SQLALCHEMY = [
  'sqlalchemy/engine/base.py',
  'sqlalchemy/pool/',
  'sqlalchemy/util/queue.py',
];

/**
 * `modules`: the paths in a package's archive that are kept, `keptSources` those that are kept as sources too;
 * `parked` the modules that are imported in the memory that workers begin with where the package is wanted. `sources`: for each way to get it, what is expected.
 * Pyodide's own lock file, which is part of the `pyodide` package, says what its wheel is called and hashes to.
 * A `sha256` of null is checked by the tool that fetches: pip holds the index to its own hashes.
 * @type {readonly Entry[]}
 */
export const PACKAGES = [
  {
    name: 'sqlalchemy',
    licence: 'MIT',
    address: 'https://www.sqlalchemy.org',
    needs: ['typing_extensions'],
    modules: ['sqlalchemy/'],
    leftOut: LEFT_OUT_OF_SQLALCHEMY,
    keptSources: KEPT_SOURCES_OF_SQLALCHEMY,
    parked: ['sqlalchemy', 'sqlalchemy.dialects.sqlite'],
    sources: {
      pyodide: { lockName: 'sqlalchemy' },
      pip: { version: '2.0.48', sha256: null },
      debian: {
        package: 'python3-sqlalchemy',
        version: '2.0.40',
        sha256: '207640cf7bd30292d892406c4cf96c8784b09b21ec9e2fedabb0cab3fd34eb73',
      },
    },
  },
  {
    name: 'typing_extensions',
    licence: 'PSF-2.0',
    address: 'https://github.com/python/typing_extensions',
    needs: [],
    modules: ['typing_extensions.py'],
    leftOut: [],
    keptSources: [],
    parked: [],
    sources: {
      pyodide: { lockName: 'typing-extensions' },
      pip: {
        version: '4.15.0',
        sha256: 'f0fa19c6845758ab08074a0cfa8b7aecb71c999ca73d62883bc25cc018c4e548',
      },
      debian: {
        package: 'python3-typing-extensions',
        version: '4.13.2',
        sha256: 'b67662f211c35c17c74a0725bc7c8ffc3b126c650e2a2525593adee06f2bbf69',
      },
    },
  },
];
