/** Commands about stepping by hand: choose who goes on, take the last choice back, let the rest run on. */
import type { SideName } from '../lesson/schema.ts';
import type { Decision, Model } from '../runtime/schedule.ts';
import { answerQuestion, chooseStride, stepsOf } from '../store/changes/stepping.ts';
import type { Answered } from '../store/stepping.ts';
import { currentRuns, currentWorkspace } from '../store/workspaces.ts';
import type { Running } from './running.ts';

export function createStepping({ start, choose }: Pick<Running, 'start' | 'choose'>) {
  return {
    chooseStride,
    /** Lets a thread go on; nothing for one that cannot. */
    step: (side: SideName, thread: number) => {
      const stepping = currentWorkspace()?.stepping;
      const steps = stepping?.[side];
      const asked = steps?.open === true ? steps.question : null;
      const ready = asked?.threads.some(({ number, state }) => number === thread && state === 'ready');
      if (stepping === undefined || ready !== true) return;
      // Told first: the next question may come before `choose` returns.
      answerQuestion(side, thread);
      choose(side, { thread, stride: stepping.stride });
    },
    /** Takes the last choice back: a new run repeats those before it, and asks again. */
    undoStep: (side: SideName) => {
      const made = stepsOf(side)?.made ?? [];
      const last = made.at(-1);
      if (last === undefined) return;
      const kept = made.slice(0, -1);
      const decisions = decisionsOf(kept);
      const strategy = { kind: 'manual' as const, decisions, from: last.question.step };
      start(side, { strategy, model: modelOf(side), made: kept });
    },
    /** A new run that repeats the choices and then goes on by itself, with no preemption. */
    runOn: (side: SideName) => {
      const made = stepsOf(side)?.made ?? [];
      start(side, {
        strategy: { kind: 'replay', decisions: decisionsOf(made) },
        model: modelOf(side),
        made: [],
      });
    },
  };
}

/** Choices were made at the places of one model, and mean nothing under another. */
function modelOf(side: SideName): Model | undefined {
  const run = currentRuns()[side];
  return run.phase === 'idle' ? undefined : run.schedule?.model;
}

function decisionsOf(made: readonly Answered[]): Decision[] {
  return made.map(({ question, thread }) => [question.step, thread]);
}
