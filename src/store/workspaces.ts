/** The store of workspaces, one a lesson and one a link that was opened, and which of them is open. Only in memory, until the page is closed. */
import { create } from 'zustand';
import { keyOf } from './openedLink.ts';
import { noRuns, type Runs } from './runs.ts';
import { left, type Workspace } from './workspace.ts';

interface Workspaces {
  /** by their keys */
  readonly workspaces: Readonly<Record<string, Workspace>>;
  /** the id of the open one; null until the first lesson is opened. Only there anything runs. */
  readonly open: string | null;
}

export const useWorkspaces = create<Workspaces>()(() => ({ workspaces: {}, open: null }));

/** The open workspace of a state of the store. */
export function currentIn({ workspaces, open }: Workspaces): Workspace | null {
  return open === null ? null : (workspaces[open] ?? null);
}

function selectedIn<Selected>(all: Workspaces, select: (workspace: Workspace) => Selected): Selected | null {
  const workspace = currentIn(all);
  return workspace === null ? null : select(workspace);
}

/** The open workspace. */
export function currentWorkspace(): Workspace | null {
  return currentIn(useWorkspaces.getState());
}

/** The runs of the open workspace. */
export function currentRuns(): Runs {
  return currentWorkspace()?.runs ?? noRuns;
}

/** Draws the component anew when what is selected of the open workspace has become another. */
export function useWorkspaceIfOpen<Selected>(select: (workspace: Workspace) => Selected): Selected | null {
  return useWorkspaces((all) => selectedIn(all, select));
}

/** The same on the screen of a lesson, where a workspace is open. */
export function useWorkspace<Selected>(select: (workspace: Workspace) => Selected): Selected {
  return useWorkspaces((all) => {
    const workspace = currentIn(all);
    if (workspace === null) throw new Error('no workspace is open');
    return select(workspace);
  });
}

/** Calls `onChange` when what is selected of the open workspace has become another. Returns how to stop. */
export function onWorkspace(select: (workspace: Workspace) => unknown, onChange: () => void): () => void {
  return useWorkspaces.subscribe((now, before) => {
    if (!Object.is(selectedIn(now, select), selectedIn(before, select))) onChange();
  });
}

/** Puts other values in the open workspace. */
export function change(by: (workspace: Workspace) => Partial<Workspace>): void {
  const workspace = currentWorkspace();
  if (workspace !== null) put({ ...workspace, ...by(workspace) });
}

/** Nothing runs in the open workspace any more: another one is about to be opened. */
export function leaveWorkspace(): void {
  const workspace = currentWorkspace();
  if (workspace !== null) put(left(workspace));
}

/** Opens the workspace with this key as it was left; false where there is none. */
export function openLeft(key: string): boolean {
  if (useWorkspaces.getState().workspaces[key] === undefined) return false;
  useWorkspaces.setState({ open: key });
  return true;
}

/** Opens a new workspace. How far a step goes is as in the one before. */
export function openNew(workspace: Workspace): void {
  const stride = currentWorkspace()?.stepping.stride ?? workspace.stepping.stride;
  const key = keyOf(workspace.lesson, workspace.link);
  const stepping = { ...workspace.stepping, stride };
  useWorkspaces.setState(({ workspaces }) => ({
    workspaces: { ...workspaces, [key]: { ...workspace, stepping } },
    open: key,
  }));
}

function put(workspace: Workspace): void {
  useWorkspaces.setState(({ workspaces }) => ({
    workspaces: { ...workspaces, [keyOf(workspace.lesson, workspace.link)]: workspace },
  }));
}
