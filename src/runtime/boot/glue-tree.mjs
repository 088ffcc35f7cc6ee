// Reads the syntax tree of Pyodide's glue, as Vite's parser makes it.
import { parseSync } from 'vite';
import { PlainError } from '../../../scripts/command.mjs';

/** @import { ESTree } from 'vite' */
/** @typedef {readonly (ESTree.Statement | ESTree.Directive)[]} Statements */

/** The statements of the glue's one function, which has this name. @type {(glue: string, name: string) => Statements} */
export function statementsOf(glue, name) {
  const { program, errors } = parseSync('glue.mjs', glue);
  const body = errors.length === 0 ? bodyOf(program.body.slice(0, 1), name) : undefined;
  if (body === undefined) throw unlike('it does not begin with its one function');
  return body.body;
}

/** The body of the function of this name. @type {(statements: Statements, name: string) => ESTree.FunctionBody | undefined} */
export function bodyOf(statements, name) {
  for (const one of statements)
    if (one.type === 'FunctionDeclaration' && one.id?.name === name) return one.body ?? undefined;
  return undefined;
}

/** The object that a variable of this name begins with. @type {(statements: Statements, name: string) => ESTree.ObjectExpression} */
export function declarationOf(statements, name) {
  for (const one of statements) {
    const found =
      one.type === 'VariableDeclaration'
        ? one.declarations.find(({ id }) => nameOf(id) === name)?.init
        : undefined;
    if (found?.type === 'ObjectExpression') return found;
  }
  throw unlike(`it has no ${name}`);
}

/** Statements of the form `object.property = value`, by names. @param {Statements} statements */
export function assignments(statements) {
  return statements.flatMap((one) => {
    if (one.type !== 'ExpressionStatement' || one.expression.type !== 'AssignmentExpression') return [];
    const { left, right } = one.expression;
    if (left.type !== 'MemberExpression') return [];
    const names = { object: nameOf(left.object), property: nameOf(left.property), value: nameOf(right) };
    return [{ start: one.start, end: one.end, ...names }];
  });
}

/** The name of a variable or a key, which may be a text; empty for all else. @param {ESTree.Node} node */
export function nameOf(node) {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'Literal' && typeof node.value === 'string' ? node.value : '';
}

/** The error of a glue that has another form. @param {string} what */
export const unlike = (what) =>
  new PlainError(
    `Pyodide's glue is not as this build knows it: ${what}. See src/runtime/boot/slim-glue.mjs.`,
  );
