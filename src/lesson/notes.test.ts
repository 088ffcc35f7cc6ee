/** The teacher's notes: they stand by the steps of their lesson, and each mistake of an author is named with its place. */
import { describe, expect, it } from 'vitest';
import { exampleFolder, problemsOf } from '../testing/exampleLesson.ts';
import { notesOfLesson } from './noted.ts';
import { readLesson } from './read.ts';

const SECOND = '## Second step\n\n6 minutes\n\n**Ask.** How long?\n';

function notesIn(text: string | null): unknown {
  const read = readLesson(exampleFolder({ files: { 'notes.md': text } }));
  return read.ok ? read.value.notes : read.error;
}

function problemsIn(text: string): string[] {
  return problemsOf({ files: { 'notes.md': text } });
}

describe('notes of a lesson', () => {
  it('are one for each step, in the order of the steps', () => {
    const blocks = [
      {
        kind: 'paragraph',
        children: [
          { kind: 'strong', children: [{ kind: 'text', text: 'Ask.' }] },
          { kind: 'text', text: ' How long?' },
        ],
      },
    ];
    expect(notesIn(SECOND)).toEqual([null, { minutes: 6, blocks }]);
  });
  it('may be absent', () => {
    expect(notesIn(null)).toEqual([]);
  });
  it.each([
    ['## Third step\n\n1 minute\n\nAsk.\n', /:1: lesson\.md has no step "Third step"; its steps are: "First/],
    [`${SECOND}\n${SECOND}`, /:7: the step "Second step" has notes already/],
    ['## First step\n\nAsk.\n', /:3: say first how long the step "First step" takes/],
    ['## First step\n\n6 minutes\n', /:1: the notes of the step "First step" say nothing yet/],
    ['Hello.\n', /:1: begin with the title of a step/],
    ['', /notes\.md: write notes for at least one step/],
    ['## First step\n\n6 minutes\n\n![A](b)\n', /:5: pictures are not/],
    ['## First step\n\n6 minutes\n\n[Load](variation:none)\n', /:5: there is no variation "none"/],
  ])('say what is wrong in %j', (text, problem) => {
    expect(problemsIn(text)).toEqual([expect.stringMatching(problem)]);
  });
});

describe('notes of this build', () => {
  it('are empty for what has none', async () => {
    expect(await notesOfLesson({ id: 'asyncio.cause' })).toEqual([]);
  });
});
