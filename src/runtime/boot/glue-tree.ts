/** What `slim-glue.mjs` reads of the glue's syntax tree. A glue that is otherwise ends the build. */

export interface Place {
  readonly start: number;
  readonly end: number;
}

/** A statement; `Other` stands for all other kinds. */
export type Statement = Variables | Func | Expressed | Other;
export type Statements = readonly Statement[];

export interface Variables extends Place {
  readonly type: 'VariableDeclaration';
  readonly declarations: readonly Declaration[];
  readonly id?: undefined;
  readonly expression?: undefined;
}

export interface Declaration {
  readonly id: { readonly name: string };
  readonly init: Place & { readonly properties: readonly (Place & { readonly key: Key })[] };
}

export interface Func extends Place {
  readonly type: 'FunctionDeclaration';
  readonly id: { readonly name: string };
  readonly body: Place & { readonly body: Statements };
  readonly declarations?: undefined;
  readonly expression?: undefined;
}

export interface Expressed extends Place {
  readonly type: 'ExpressionStatement';
  readonly expression: Assignment | { readonly type: 'CallExpression' };
  readonly declarations?: undefined;
  readonly id?: undefined;
}

export interface Other extends Place {
  readonly type: 'IfStatement';
  readonly declarations?: undefined;
  readonly id?: undefined;
  readonly expression?: undefined;
}

export interface Assignment {
  readonly type: 'AssignmentExpression';
  readonly left: Member | { readonly type: 'Identifier' };
  /** with a name where it is one */
  readonly right: { readonly name?: string };
}

export interface Member {
  readonly type: 'MemberExpression';
  readonly object: { readonly name: string };
  readonly property: Key;
}

/** A text has a value, all else a name. */
export interface Key {
  readonly name: string;
  readonly value?: string;
}

/** What is put in the place of something. */
export interface Edit extends Place {
  readonly text: string;
}
