// Pyodide's glue (the JavaScript around its interpreter) without what no worker of ours reaches.
//
// Each worker reads the glue anew, and no browser keeps what it made of it: the glue is most of what starting Python
// from a snapshot costs. More than two thirds of it serve dynamic libraries, WebGL, SDL and sockets. Programs cannot get
// at these: our interpreter loads no dynamic library, and a worker has no canvas. What is cut is found in the glue's own
// syntax tree; a version of Pyodide that looks otherwise ends the build in words.
//
// Of the interpreter's 8,500 exports a few hundred are read by name, and only these are made into variables. `ctypes`
// finds any other one when it asks for it.
import { minifySync } from 'vite';
import { assignments, bodyOf, declarationOf, nameOf, statementsOf, unlike } from './glue-tree.mjs';

/** @import { ESTree } from 'vite' */
/** @import { Statements } from './glue-tree.mjs' */
/** @typedef {{ readonly start: number, readonly end: number, readonly text: string }} Edit what takes the place of a part */

const NAME = '_createPyodideModule';
/** What our carriers read; see `worker/carriers.ts`. */
const OF_CARRIERS = '_PyThreadState_Get _PyUnstable_ThreadState_SetStackProtection';

/**
 * The glue, smaller and with the same exports. `loader` is Pyodide's public part, which uses what the glue hands out;
 * `wasm` are the interpreter's bytes, which say what the interpreter needs.
 * @type {(glue: string, loader: string, wasm: BufferSource) => string}
 */
export function slimGlue(glue, loader, wasm) {
  const needs = new Needs(wasm);
  const statements = statementsOf(glue, NAME);
  const cut = applyEdits(glue, [
    onlyNeededImports(glue, statements, needs),
    ...onlyUsedProperties(statements, mentions(glue + loader)),
    ...onlyNeededSignatures(statements, needs),
    ...onlyNeededExports(glue, statements, loader + OF_CARRIERS),
  ]);
  return compiledAtOnce(withoutUnused(restoringInParts(withoutDynamicLinking(cut))));
}

/** What the interpreter imports. */
class Needs {
  /** @param {BufferSource} wasm */
  constructor(wasm) {
    /** @type {Set<string>} */
    this.names = new Set();
    for (const { module, name, kind } of WebAssembly.Module.imports(new WebAssembly.Module(wasm))) {
      // Addresses of functions that are asked for by name; WebGL's only to hand them on to SDL.
      const isAddress = module.startsWith('GOT.');
      if (isAddress ? !isOfWebGl(name) : kind === 'function') this.names.add(name);
    }
  }

  /** Whether the function of this name in the glue is imported; the glue puts `_` before most names. @param {string} name */
  has(name) {
    return this.names.has(name) || this.names.has(name.slice(1));
  }
}

/** @param {string} name */
const isOfWebGl = (name) => name.startsWith('emscripten_gl');

/** Whether a name is read as a property somewhere, beyond the place that hands it out. @type {(text: string) => (name: string | undefined) => boolean} */
function mentions(text) {
  /** @type {Map<string | undefined, number>} */
  const counts = new Map();
  /** @param {string | undefined} name */
  const count = (name) => counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const [, name] of text.matchAll(/(?:\.|\[")([A-Za-z_$][\w$]*)/g)) count(name);
  for (const [, pattern = ''] of text.matchAll(/\{([\w$,:=]+)\}=/g))
    for (const part of pattern.split(',')) {
      const [name] = part.split(/[:=]/);
      count(name);
      count(name);
    }
  return (name) => (counts.get(name) ?? 0) > 1;
}

/** `var wasmImports = { … }`: what the interpreter may call. @type {(glue: string, statements: Statements, needs: Needs) => Edit} */
function onlyNeededImports(glue, statements, needs) {
  const init = declarationOf(statements, 'wasmImports');
  const kept = init.properties.filter((one) => one.type === 'Property' && needs.has(nameOf(one.key)));
  if (kept.length < needs.names.size / 2) throw unlike('what the interpreter imports is elsewhere');
  const text = kept.map(({ start, end }) => glue.slice(start, end)).join(',');
  return { start: init.start, end: init.end, text: `{${text}}` };
}

/** `Module["x"] = x`: what the glue hands out. @type {(statements: Statements, isMentioned: ReturnType<typeof mentions>) => Edit[]} */
function onlyUsedProperties(statements, isMentioned) {
  return assignments(statements)
    .filter(({ object, property, value }) => object === 'Module' && property !== '' && value === property)
    .filter(({ property }) => !isMentioned(property))
    .map(({ start, end }) => ({ start, end, text: '' }));
}

/** `_x.sig = "vi"`: how a function is called from a dynamic library. @type {(statements: Statements, needs: Needs) => Edit[]} */
function onlyNeededSignatures(statements, needs) {
  return assignments(statements)
    .filter(({ object, property }) => property === 'sig' && !needs.has(object))
    .map(({ start, end }) => ({ start, end, text: '' }));
}

/**
 * Thousands of `_x = Module["_x"] = exports["x"]`, as a loop over those that are read, and the few variables.
 * @type {(glue: string, statements: Statements, others: string) => Edit[]}
 */
function onlyNeededExports(glue, statements, others) {
  const assign = bodyOf(statements, 'assignWasmExports');
  if (assign === undefined) throw unlike('what the interpreter exports is assigned elsewhere');
  const { variables, renamed, rest } = sortExports(glue, assign);
  if (variables.size < 1000) throw unlike('what the interpreter exports is assigned in another way');
  const [first] = variables.keys();
  const declared = statements
    .filter((one) => one.type === 'VariableDeclaration')
    .find(({ declarations }) => declarations.some(({ id }) => nameOf(id) === first));
  if (declared === undefined) throw unlike('what the interpreter exports is declared elsewhere');
  const elsewhere = [
    glue.slice(0, declared.start),
    glue.slice(declared.end, assign.start),
    glue.slice(assign.end),
  ].join(';');
  const [read, mentioned] = [wordsOf(elsewhere), wordsOf(elsewhere + others)];
  const kept = [...variables.keys()].filter((name) => read.has(name));
  const needed = [...variables].filter(([name]) => mentioned.has(name)).map(([, exported]) => exported);
  const body = [
    `for(const name of ${JSON.stringify(needed)}){const it=wasmExports[name];`,
    'Module["_"+name]=typeof it=="function"?it:it.value>>>0}',
    ...rest,
    ...renamed,
    ...kept.map((name) => `${name}=Module["${name}"];`),
  ].join('');
  const named = [...(elsewhere + body).matchAll(/\bwasmExports(?:\.|\[")([\w$]+)/g)].map(([, name]) => name);
  const ofThese = JSON.stringify([...new Set([...needed, ...named])]);
  const variablesLeft = declared.declarations
    .map(({ id }) => nameOf(id))
    .filter((name) => !variables.has(name));
  return [
    { start: declared.start, end: declared.end, text: `var ${[...kept, ...variablesLeft].join(',')};` },
    { start: assign.start, end: assign.end, text: `{${body}}` },
    {
      start: assign.end,
      end: assign.end,
      text: `function neededOf(all){const some={};for(const name of ${ofThese})if(name in all)some[name]=all[name];return some}`,
    },
  ];
}

/** @param {string} text */
const wordsOf = (text) => new Set(text.match(/[\w$]+/g));

/**
 * The statements of `assignWasmExports`: variables by their name, with what they are of, those renamed, and the rest.
 * @param {string} glue
 * @param {ESTree.FunctionBody} assign
 */
function sortExports(glue, assign) {
  /** @type {Map<string, string>} */
  const variables = new Map();
  /** @type {string[]} */
  const renamed = [];
  /** @type {string[]} */
  const rest = [];
  for (const { start, end } of assign.body) {
    const text = glue.slice(start, end);
    const parts = /^([\w$]+)=Module\["\1"\]=wasmExports\["([^"]+)"\](?:\.value>>>0)?;?$/.exec(text);
    const [, variable = '', exported = ''] = parts ?? [];
    if (parts === null) rest.push(text);
    else if (variable === `_${exported}`) variables.set(variable, exported);
    else renamed.push(text.endsWith(';') ? text : `${text};`);
  }
  return { variables, renamed, rest };
}

/** Without tables that only dynamic libraries read, and without code that is to see the glue's variables. @param {string} glue */
function withoutDynamicLinking(glue) {
  let slim = replaceOnce(glue, 'updateGOT(origExports);', '');
  slim = replaceOnce(
    slim,
    'if(entry.value==-1){',
    'if(entry.value==-1){if(symName.startsWith("emscripten_gl")){entry.value=0;continue}',
  );
  // Tables of all that the interpreter exports, and of where its functions are: who asks for one by name is given it.
  slim = replaceOnce(
    slim,
    'mergeLibSymbols(wasmExports,"main");',
    'allExports=wasmExports;wasmImports.main??=wasmImports.__main_argc_argv=wasmExports.__main_argc_argv;',
  );
  slim = replaceOnce(
    slim,
    'wasmExports=Object.assign({},wasmExports);',
    'wasmExports=neededOf(wasmExports);',
  );
  slim = replaceOnce(slim, 'var functionsInTableMap;', 'var functionsInTableMap=new WeakMap;var allExports;');
  slim = replaceOnce(
    slim,
    'if(!functionsInTableMap){functionsInTableMap=new WeakMap;updateTableMap(0,wasmTable.length)}',
    '',
  );
  slim = replaceOnce(
    slim,
    'newSymIndex=Object.keys(lib.exports).indexOf(symbol);if(newSymIndex==-1||lib.exports[symbol].stub){',
    'newSymIndex=0;const rest=lib.exports===wasmImports?allExports:{};' +
      'const found=(Object.hasOwn(lib.exports,symbol)?lib.exports:rest)[symbol];' +
      'if(found===undefined||found.stub){',
  );
  slim = replaceOnce(
    slim,
    'return 0}result=lib.exports[symbol];if(typeof',
    'return 0}result=found;if(typeof',
  );
  // As long as one is there, every variable may be read by what it is given.
  return slim.replaceAll(/(?<![\w$.])eval\(/g, '(0,eval)(');
}

/**
 * A snapshot's memory comes in parts, without its zeros; see `worker/snapshot.ts`. How to call functions with fewer
 * arguments depends on what the browser can do, and not on where the snapshot was made.
 * @param {string} glue
 */
function restoringInParts(glue) {
  const memory = /t=t\.subarray\(r\);(let [^;]+;)return Module\.HEAP8\.set\(t\),/;
  if (!memory.test(glue)) throw unlike('memory is restored in another way');
  return glue.replace(
    memory,
    '$1const trampoline=(__PyRuntime+HEAP32[__PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET/4>>>0])/4>>>0,own=HEAP32[trampoline];' +
      'return t.restore(Module.HEAPU8,Module.HEAPU32[Module._emscripten_get_sbrk_ptr()>>>2]),HEAP32[trampoline]=own,',
  );
}

/** Without functions and variables that nothing reads any more; names stay as they are. @param {string} glue */
function withoutUnused(glue) {
  const { code, errors } = minifySync('glue.mjs', glue, {
    module: true,
    compress: {
      target: 'es2022',
      joinVars: false,
      sequences: false,
      keepNames: { function: true, class: true },
    },
    mangle: false,
  });
  const [error] = errors;
  if (error !== undefined) throw unlike(error.message);
  return code;
}

/** In brackets, a function is compiled when it is read, and not read a second time when it is called. @param {string} glue */
function compiledAtOnce(glue) {
  const head = `async function ${NAME}`;
  const end = glue.lastIndexOf(`export default ${NAME}`);
  if (!glue.startsWith(head) || end < 0) throw unlike('what is left has another form');
  return `const ${NAME}=(async function${glue.slice(head.length, end)});${glue.slice(end)}`;
}

/** @type {(text: string, edits: readonly Edit[]) => string} */
function applyEdits(text, edits) {
  return edits
    .toSorted((one, other) => other.start - one.start)
    .reduce((left, edit) => left.slice(0, edit.start) + edit.text + left.slice(edit.end), text);
}

/** @type {(text: string, from: string, to: string) => string} */
function replaceOnce(text, from, to) {
  if (text.split(from).length !== 2) throw unlike(`"${from}" is not there once`);
  return text.replace(from, () => to);
}
